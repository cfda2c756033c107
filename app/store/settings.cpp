#include "store/settings.h"

#include "store/files.h"
#include "store/settingsjson.h"

#include <QDir>
#include <QFileInfo>

namespace fuotadesk {

Settings::Settings(QString file) : m_file(std::move(file))
{
    load();
}

void Settings::load()
{
    const QFileInfo info(m_file);
    if (!info.exists() && !info.isSymLink())
        return;
    const auto document = readBoundedFile(m_file, LargestSettingsBytes).and_then(parseSettings);
    const auto data = document.and_then(settingsFromJson);
    if (data) {
        m_document = *document;
        m_data = *data;
    } else {
        m_loadError = data.error();
        m_mustSetAside = true;
    }
}

Result<void> Settings::save(const SettingsData& data)
{
    const QByteArray json = settingsJson(data, m_document);
    if (json.size() > LargestSettingsBytes)
        return failure(ErrorKind::FileTooLarge, QString::number(LargestSettingsBytes), m_file);
    if (!QDir().mkpath(QFileInfo(m_file).absolutePath()))
        return failure(ErrorKind::FileUnwritable, {}, m_file);
    if (m_mustSetAside) {
        if (auto aside = setFileAside(m_file); !aside)
            return aside;
        m_mustSetAside = false;
    }
    if (auto written = writeFileAtomically(m_file, json, FileRights::OwnerOnly); !written)
        return written;
    m_data = data;
    return {};
}

} // namespace fuotadesk
