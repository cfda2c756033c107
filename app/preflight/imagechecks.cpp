#include "preflight/imagechecks.h"

#include "fuota/variables.h"
#include "preflight/checkrows.h"

namespace fuotadesk {

namespace {

using enum CheckSubject;

constexpr auto GetObject = "s3:GetObject";
constexpr auto GetBucketLocation = "s3:GetBucketLocation";

CheckRow atImageField(CheckRow row)
{
    row.place = CheckPlace::Field;
    row.field = Field::FirmwareUpdateImage;
    return row;
}

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects.html
bool isArchived(const S3ObjectFacts& facts)
{
    return facts.storageClass == u"GLACIER" || facts.storageClass == u"DEEP_ARCHIVE";
}

bool isMissing(const std::optional<Result<QString>>& region)
{
    return region && !*region && region->error().kind == ErrorKind::NotFound;
}

// HEAD has no body, so it does not tell a bucket that is not there from a key that is not.
CheckRow missingRow(const ImageAnswers& answers)
{
    if (answers.head->error().code == u"NoSuchBucket" || isMissing(answers.region))
        return failedRow(ImageThere, "bucket-missing", CheckPlace::BrowseImage);
    return answers.region ? failedRow(ImageThere, "image-missing", CheckPlace::BrowseImage)
                          : runningRow(ImageThere);
}

CheckRow unreadableRow(const ImageAnswers& answers)
{
    const Error& error = answers.head->error();
    if (error.kind == ErrorKind::NotFound)
        return missingRow(answers);
    if (error.kind == ErrorKind::InputInvalid)
        return atImageField(
            failedRow(ImageThere, error.code == u"bucket" ? "bucket-name" : "key-unusable"));
    return unansweredRow(ImageThere, error, GetObject);
}

CheckRow thereRow(const ImageAnswers& answers)
{
    if (!*answers.head)
        return unreadableRow(answers);
    const S3ObjectFacts& facts = **answers.head;
    if (!isArchived(facts))
        return passedRow(ImageThere, "image-there");
    CheckRow row = facts.isRestored
        ? warningRow(ImageThere, "image-restored", CheckPlace::UploadImage)
        : failedRow(ImageThere, "image-archived", CheckPlace::UploadImage);
    row.names = QStringList{facts.storageClass};
    return row;
}

CheckRow sizeRow(const CampaignDraft& draft, const S3ObjectFacts& facts)
{
    const auto measured = [&facts](CheckRow row, qint64 limit) {
        row.figure = facts.size;
        row.limit = limit;
        return row;
    };
    if (facts.size == 0)
        return failedRow(ImageSize, "image-empty", CheckPlace::UploadImage);
    if (facts.size > MostImageBytes)
        return measured(failedRow(ImageSize, "too-large", CheckPlace::UploadImage), MostImageBytes);
    if (facts.size > SureImageBytes)
        return measured(warningRow(ImageSize, "perhaps-too-large", CheckPlace::UploadImage),
                        SureImageBytes);
    if (draft.imageSizeBytes && *draft.imageSizeBytes != facts.size)
        return measured(atImageField(warningRow(ImageSize, "size-differs")), *draft.imageSizeBytes);
    return measured(passedRow(ImageSize, "size-good"), SureImageBytes);
}

CheckRow unchangedRow(const CampaignDraft& draft, const S3ObjectFacts& facts)
{
    if (draft.imageETag.isEmpty() || facts.eTag.isEmpty())
        return passedRow(ImageUnchanged, "not-recorded");
    return draft.imageETag == facts.eTag
        ? passedRow(ImageUnchanged, "unchanged")
        : atImageField(warningRow(ImageUnchanged, "image-changed"));
}

CheckRow encryptionRow(const S3ObjectFacts& facts)
{
    if (facts.encryption.isEmpty())
        return passedRow(ImageEncryption, "encryption-untold");
    if (facts.encryption == u"AES256")
        return passedRow(ImageEncryption, "encryption-s3");
    CheckRow row =
        warningRow(ImageEncryption, isKeptWithKms(facts) ? "encryption-kms" : "encryption-other");
    row.names = QStringList{isKeptWithKms(facts) ? facts.kmsKeyArn : facts.encryption};
    row.names.removeAll(QString());
    return row;
}

CheckRow sameRegionRow(const QString& bucketRegion, const QString& region)
{
    const bool isSame = bucketRegion == region;
    CheckRow row = isSame ? passedRow(ImageRegion, "same-region")
                          : failedRow(ImageRegion, "other-region", CheckPlace::BrowseImage);
    row.names = isSame ? QStringList{region} : QStringList{bucketRegion, region};
    return row;
}

CheckRow regionRow(const ImageAnswers& answers, const QString& region)
{
    if (*answers.head && !(*answers.head)->region.isEmpty())
        return sameRegionRow((*answers.head)->region, region);
    if (!*answers.head && answers.head->error().kind == ErrorKind::InputInvalid)
        return unknownRow(ImageRegion, "image-unread");
    if (!answers.region)
        return runningRow(ImageRegion);
    if (isMissing(answers.region))
        return unknownRow(ImageRegion, "image-unread");
    if (!*answers.region)
        return unansweredRow(ImageRegion, answers.region->error(), GetBucketLocation);
    return sameRegionRow(**answers.region, region);
}

CheckRow noImageRow(const QString& uri)
{
    if (hasVariable(uri))
        return unknownRow(ImageThere, "open-variables");
    return failedRow(ImageThere, uri.isEmpty() ? "image-unset" : "image-not-s3");
}

QList<CheckRow> rowsWithoutImage(const CheckRow& first)
{
    QList<CheckRow> rows{first};
    for (const CheckSubject subject : {ImageSize, ImageUnchanged, ImageRegion, ImageEncryption})
        rows.append(unknownRow(subject, "image-unread"));
    return rows;
}

} // namespace

bool hasVariable(const QString& text)
{
    TaskDraft task;
    task.firmwareUpdateImage = text;
    return !variablesIn(task).isEmpty();
}

std::optional<ImageLocation> checkedImage(const CampaignDraft& draft)
{
    auto location = parseImageLocation(draft.task.firmwareUpdateImage);
    const bool isWhole = location && !location->key.isEmpty();
    return isWhole && !hasVariable(draft.task.firmwareUpdateImage) ? location : std::nullopt;
}

bool needsBucketRegion(const ImageAnswers& answers)
{
    if (!answers.head)
        return false;
    if (*answers.head)
        return (*answers.head)->region.isEmpty();
    return answers.head->error().kind != ErrorKind::InputInvalid;
}

CampaignDraft completedDraft(CampaignDraft draft, const S3ObjectFacts& facts)
{
    if (!draft.imageSizeBytes)
        draft.imageSizeBytes = facts.size;
    if (draft.imageETag.isEmpty())
        draft.imageETag = facts.eTag;
    return draft;
}

bool isKeptWithKms(const S3ObjectFacts& facts)
{
    return facts.encryption.startsWith(u"aws:kms");
}

QList<CheckRow> imageRows(const CampaignDraft& draft, const ImageAnswers& answers,
                          const QString& region)
{
    if (!checkedImage(draft))
        return rowsWithoutImage(atImageField(noImageRow(draft.task.firmwareUpdateImage)));
    if (!answers.head)
        return {runningRow(ImageThere), runningRow(ImageSize), runningRow(ImageUnchanged),
                runningRow(ImageRegion), runningRow(ImageEncryption)};
    if (!*answers.head) {
        QList<CheckRow> rows = rowsWithoutImage(thereRow(answers));
        rows[3] = regionRow(answers, region);
        return rows;
    }
    const S3ObjectFacts& facts = **answers.head;
    return {thereRow(answers), sizeRow(draft, facts), unchangedRow(draft, facts),
            regionRow(answers, region), encryptionRow(facts)};
}

} // namespace fuotadesk
