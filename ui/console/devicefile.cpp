#include "console/devicefile.h"

#include "console/complaints.h"

namespace fuotadesk {

DeviceFile::DeviceFile(Session& session, Output& output, QObject* parent)
    : QObject(parent),
      m_output(output),
      m_lookup(session)
{
    connect(&m_lookup, &RecipientLookup::ended, this, &DeviceFile::wasLookedUp);
}

void DeviceFile::read(const QString& file)
{
    m_import.readFile(file, this)->then(this, [this, file](const Result<RecipientFile>& found) {
        take(file, found);
    });
}

void DeviceFile::take(const QString& name, const Result<RecipientFile>& file)
{
    if (!file) {
        m_output.message(deviceFileComplaint(name, file.error()));
        Q_EMIT wasRead(false);
        return;
    }
    m_file = *file;
    const bool isEmpty = m_file.entries.isEmpty() && m_file.problems.isEmpty();
    if (isEmpty)
        m_output.message(tr("%1 names no device.").arg(name));
    Q_EMIT wasRead(!isEmpty);
}

} // namespace fuotadesk
