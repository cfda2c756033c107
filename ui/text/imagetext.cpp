#include "text/imagetext.h"

#include "text/errortext.h"
#include "text/numbertext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace fuotadesk {

namespace {

struct ImageText {
    Q_DECLARE_TR_FUNCTIONS(ImageText)
};

const QString& separator()
{
    static const QString dot = QStringLiteral(" · ");
    return dot;
}

constexpr double Kibibyte = 1024;

QString rateText(double bytesPerSecond)
{
    const QLocale locale;
    return bytesPerSecond < Kibibyte * Kibibyte
        ? ImageText::tr("%1 KiB/s").arg(locale.toString(bytesPerSecond / Kibibyte, 'f', 1))
        : ImageText::tr("%1 MiB/s")
              .arg(locale.toString(bytesPerSecond / Kibibyte / Kibibyte, 'f', 1));
}

QString sendingText(UploadState state, const UploadProgress& progress)
{
    QStringList parts{ImageText::tr("%1 of %2", "sizes")
                          .arg(bytesText(progress.done), bytesText(progress.total))};
    if (state == UploadState::Paused)
        parts.prepend(ImageText::tr("Paused"));
    else if (progress.bytesPerSecond > 0)
        parts << rateText(progress.bytesPerSecond);
    if (state == UploadState::Sending && progress.left)
        parts << ImageText::tr("%1 left", "duration").arg(aboutDurationText(*progress.left));
    return parts.join(separator());
}

void addVersion(QStringList& parts, const QString& versionId)
{
    // A bucket that keeps no versions any more says "null" of what it got since.
    if (!versionId.isEmpty() && versionId != u"null")
        parts << ImageText::tr("version %1").arg(versionId);
}

QString codeText(const Error& error)
{
    if (isTargetTaken(error))
        return ImageText::tr("There is an image of that name in S3 already.");
    if (error.kind == ErrorKind::IntentClaimed)
        return ImageText::tr("Another window or command is at this upload. Wait until it has ended "
                             "there.");
    if (error.kind == ErrorKind::JournalUnavailable)
        return error.code == u"upload-missing"
            ? ImageText::tr("This upload is not in the journal any more. Upload the file again.")
            : ImageText::tr("The journal of uploads can not be written. Look at the details, then "
                            "try again.");
    if (error.code == u"NoSuchBucket")
        return ImageText::tr("There is no bucket of that name. Correct the name.");
    if (error.code == u"NoSuchUpload")
        return ImageText::tr("S3 does not know this upload any more. Upload the file again.");
    if (error.code == u"key")
        return ImageText::tr("S3 can not be asked for this name. A name has 1 to 1024 bytes and no "
                             "part “.” or “..”.");
    if (error.code == u"bucket")
        return ImageText::tr("No bucket can have this name. It has 3 to 63 lower-case letters, "
                             "digits, dots and hyphens.");
    if (error.code == u"object-differs")
        return ImageText::tr("What is in S3 now is not the file; somebody else may have written "
                             "there. Use another name.");
    if (error.code == u"endpoint")
        return ImageText::tr("This upload was begun on another connection. Change to that one.");
    if (error.kind == ErrorKind::FileUnreadable && error.code == u"empty")
        return ImageText::tr("The file is empty. Choose another file.");
    if (error.kind == ErrorKind::FileUnreadable && error.code == u"changed")
        return ImageText::tr("The file has changed since the upload was begun. Upload it again.");
    return {};
}

} // namespace

QString imageFoundText(const S3ObjectFacts& facts, const QDateTime& now)
{
    QStringList parts{ImageText::tr("From S3")};
    if (facts.modifiedAt.isValid())
        parts << ImageText::tr("modified %1", "2 h 08 min ago").arg(ageText(facts.modifiedAt, now));
    addVersion(parts, facts.versionId);
    return parts.join(separator());
}

QString imageUnknownText(const Error& error)
{
    if (error.kind == ErrorKind::AccessDenied)
        return ImageText::tr(
            "The key in use may not look at this image, or it is not there: check its "
            "name, and type its size.");
    const QString code = codeText(error);
    return ImageText::tr("The image could not be looked at in S3. %1")
        .arg(code.isEmpty() ? errorMessage(error) : code);
}

QString imageMissingText()
{
    return ImageText::tr("There is no such image in S3. Choose another one, or upload it.");
}

QString objectFactsText(qint64 bytes, const QString& eTag, const QDateTime& modifiedAt,
                        const QString& versionId)
{
    QStringList parts{bytesText(bytes)};
    if (!eTag.isEmpty())
        parts << ImageText::tr("ETag %1").arg(eTag);
    if (modifiedAt.isValid())
        parts
            << ImageText::tr("modified %1", "2 Jan 2026 04:04 CET").arg(localTimeText(modifiedAt));
    addVersion(parts, versionId);
    return parts.join(separator());
}

QString imageErrorText(const Error& error)
{
    if (QString text = codeText(error); !text.isEmpty())
        return text;
    if (error.kind == ErrorKind::AccessDenied)
        return ImageText::tr("The key in use may not do this in S3. Use one whose policy allows "
                             "s3:ListAllMyBuckets, s3:ListBucket, s3:GetObject and s3:PutObject, "
                             "and for unfinished uploads s3:ListBucketMultipartUploads, "
                             "s3:ListMultipartUploadParts and s3:AbortMultipartUpload.");
    return errorMessage(error);
}

QString uploadText(UploadState state, const UploadProgress& progress)
{
    switch (state) {
    case UploadState::Reading:
        return progress.total > 0 ? ImageText::tr("Reading the file… %1 of %2", "sizes")
                                        .arg(bytesText(progress.read), bytesText(progress.total))
                                  : ImageText::tr("Reading the file…");
    case UploadState::Asking:
        return ImageText::tr("Asking S3 what is there…");
    case UploadState::Sending:
    case UploadState::Paused:
        return sendingText(state, progress);
    case UploadState::Completing:
        return ImageText::tr("Putting the parts together…");
    case UploadState::Verifying:
        return ImageText::tr("Comparing what is there with the file…");
    case UploadState::Done:
        return ImageText::tr("Uploaded, and the same as the file.");
    case UploadState::Failed:
        return ImageText::tr("Not finished.");
    case UploadState::Cancelled:
        return ImageText::tr("Cancelled. What was unfinished in S3 is removed.");
    case UploadState::Idle:
        break;
    }
    return {};
}

bool isTargetTaken(const Error& error)
{
    return error.kind == ErrorKind::Conflict && error.code == u"PreconditionFailed";
}

} // namespace fuotadesk
