#include "console/uploadcommand.h"

#include "console/complaints.h"
#include "preflight/imageupload.h"
#include "preflight/uploadshelf.h"
#include "text/imagetext.h"
#include "text/numbertext.h"

#include <QFileInfo>

#include <algorithm>

namespace fuotadesk {

namespace {

QJsonObject resultJson(const QString& uri, const ImageUpload& upload)
{
    const S3ObjectFacts& facts = *upload.facts();
    QJsonObject json{{QStringLiteral("uri"), uri},
                     {QStringLiteral("sizeBytes"), facts.size},
                     {QStringLiteral("eTag"), facts.eTag},
                     {QStringLiteral("sha256"), QString::fromLatin1(upload.sha256().toHex())},
                     {QStringLiteral("wasThere"), upload.wasThere()}};
    if (!facts.versionId.isEmpty())
        json.insert(QStringLiteral("versionId"), facts.versionId);
    return json;
}

bool isUnchanged(const UploadRecord& record)
{
    const QFileInfo file(record.file);
    return file.size() == record.fileSize && file.lastModified().toUTC() == record.fileModifiedAt;
}

} // namespace

UploadCommand::UploadCommand(const CommandLine& line, const Parts& parts)
    : m_line(line),
      m_parts(parts),
      m_choice(line, parts.session, parts.output, nullptr),
      m_file(QFileInfo(line.file).absoluteFilePath())
{
    connect(&m_choice, &ConnectionChoice::ready, this, &UploadCommand::lookBack);
    connect(&m_choice, &ConnectionChoice::refused, this, [this](const Error& error) {
        m_parts.output.message(serviceComplaint(error));
        end(ExitStatus::Refused);
    });
    connect(&parts.upload, &ImageUpload::stateChanged, this, &UploadCommand::follow);
    connect(&parts.upload, &ImageUpload::progressed, this, &UploadCommand::tellProgress);
}

void UploadCommand::start()
{
    const auto target = parseImageLocation(m_line.target);
    const QFileInfo file(m_file);
    if (!target || target->key.isEmpty() || target->key.endsWith(u'/'))
        m_parts.output.message(
            tr("fuotadesk: “%1” is not an address in S3. Write it as s3://bucket/file.")
                .arg(m_line.target));
    else if (!file.isFile() || !file.isReadable())
        m_parts.output.message(tr("fuotadesk: “%1” can not be read.").arg(m_line.file));
    else if (m_choice.choose())
        return;
    end(ExitStatus::WrongUsage);
}

void UploadCommand::lookBack()
{
    connect(&m_parts.shelf, &UploadShelf::changed, this, &UploadCommand::begin);
    m_parts.shelf.refresh({});
}

// Once it is known what an earlier run has left.
void UploadCommand::begin()
{
    if (m_hasBegun || m_parts.shelf.isLoading())
        return;
    m_hasBegun = true;
    const ImageLocation target = *parseImageLocation(m_line.target);
    const QList<UnfinishedUpload>& left = m_parts.shelf.uploads();
    const auto same = std::ranges::find_if(left, [&](const UnfinishedUpload& each) {
        return each.isOurs && !each.isInUse && each.record.file == m_file
            && each.record.bucket == target.bucket && each.record.key == target.key;
    });
    if (same == left.end()) {
        beginAnew();
    } else if (isUnchanged(same->record)) {
        m_parts.output.message(tr("Going on with what an earlier run has left."));
        m_parts.upload.takeUp(same->record);
    } else {
        beginWithout(*same);
    }
}

void UploadCommand::beginAnew()
{
    m_parts.upload.start({m_file, *parseImageLocation(m_line.target),
                          m_line.replace ? S3Client::Existing::Replace : S3Client::Existing::Keep});
}

void UploadCommand::beginWithout(const UnfinishedUpload& stale)
{
    m_parts.output.message(tr("The file has changed since an earlier run was cut short: what that "
                              "run has left is removed."));
    m_parts.shelf.remove(stale, this)->then(this, [this](const Result<void>& removed) {
        if (removed) {
            beginAnew();
            return;
        }
        m_parts.output.message(uploadComplaint(removed.error()));
        end(ExitStatus::Refused);
    });
}

void UploadCommand::follow()
{
    const UploadState state = m_parts.upload.state();
    if (state == UploadState::Done)
        report();
    if (state != UploadState::Failed)
        return;
    const Error& error = *m_parts.upload.error();
    m_parts.output.message(uploadComplaint(error));
    if (m_parts.upload.canResume())
        m_parts.output.message(tr("Run the same command again to go on."));
    end(ExitStatus::Refused);
}

void UploadCommand::tellProgress()
{
    const UploadProgress progress = m_parts.upload.progress();
    const qint64 tenths = progress.total > 0 ? progress.done * 10 / progress.total : 0;
    if (tenths <= m_toldTenths || tenths == 10)
        return;
    m_toldTenths = tenths;
    m_parts.output.message(uploadText(m_parts.upload.state(), progress));
}

void UploadCommand::report()
{
    const ImageUpload& upload = m_parts.upload;
    if (m_line.json)
        m_parts.output.json(resultJson(m_line.target, upload));
    else
        m_parts.output.result((upload.wasThere() ? tr("%1: the same %2 were there already", "size")
                                                 : tr("%1: %2, verified", "size"))
                                  .arg(m_line.target, bytesText(upload.facts()->size)));
    end(ExitStatus::Done);
}

void UploadCommand::interrupt()
{
    end(ExitStatus::Refused);
}

void UploadCommand::end(ExitStatus status)
{
    QMetaObject::invokeMethod(
        this, [this, status] { Q_EMIT finished(status); }, Qt::QueuedConnection);
}

} // namespace fuotadesk
