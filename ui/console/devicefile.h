#pragma once

#include "campaign/recipientimport.h"
#include "campaign/recipientlookup.h"
#include "console/checkedlines.h"
#include "console/output.h"

namespace fuotadesk {

// The file of devices a command was given: first read, then looked up.
class DeviceFile : public QObject {
    Q_OBJECT

public:
    DeviceFile(Session& session, Output& output, QObject* parent);

    void read(const QString& file);
    // The session is ready.
    void lookUp() { m_lookup.start(m_file); }

    QList<CheckedLine> lines() const { return checkedLines(m_file, m_lookup); }
    QStringList deviceIds() const { return m_lookup.deviceIds(); }
    // What stopped the lookup.
    const std::optional<Error>& error() const { return m_lookup.error(); }

Q_SIGNALS:
    // Not usable: it was said why.
    void wasRead(bool isUsable);
    void wasLookedUp();

private:
    void take(const QString& name, const Result<RecipientFile>& file);

    Output& m_output;
    RecipientImport m_import;
    RecipientLookup m_lookup;
    RecipientFile m_file;
};

} // namespace fuotadesk
