#include "store/draftkeeper.h"

#include "store/files.h"

#include <QDir>
#include <QFileInfo>

namespace fuotadesk {

namespace {

Result<std::optional<Template>> restoreDraft(const QString& file)
{
    const QFileInfo info(file);
    if (!info.exists() && !info.isSymLink())
        return std::optional<Template>();
    auto read = readBoundedFile(file, LargestTemplateBytes).and_then(parseTemplate);
    if (read)
        return std::optional<Template>(*std::move(read));
    if (const auto aside = setFileAside(file); !aside)
        return failure(aside.error());
    return failure(read.error());
}

Result<void> keepDraft(const QString& file, const Template& value)
{
    if (!QDir().mkpath(QFileInfo(file).absolutePath()))
        return failure(ErrorKind::FileUnwritable, {}, file);
    return writeFileAtomically(file, templateJson(value), FileRights::OwnerOnly);
}

Result<void> discardDraft(const QString& file)
{
    QFile device(file);
    if (device.exists() && !device.remove())
        return failure(ErrorKind::FileUnwritable, device.errorString(), file);
    return {};
}

} // namespace

DraftKeeper::DraftKeeper(QString file) : m_file(std::move(file)) { }

CallOf<std::optional<Template>>* DraftKeeper::restore(QObject* owner)
{
    return m_worker.run<std::optional<Template>>(owner,
                                                 [file = m_file] { return restoreDraft(file); });
}

CallOf<void>* DraftKeeper::keep(const Template& value, QObject* owner)
{
    return m_worker.run<void>(owner, [file = m_file, value] { return keepDraft(file, value); });
}

CallOf<void>* DraftKeeper::discard(QObject* owner)
{
    return m_worker.run<void>(owner, [file = m_file] { return discardDraft(file); });
}

} // namespace fuotadesk
