#pragma once

#include "aws/s3/s3values.h"
#include "base/result.h"
#include "fuota/campaigndraft.h"
#include "fuota/imagelocation.h"
#include "preflight/checkrow.h"

namespace fuotadesk {

// What S3 was asked of an image and has answered so far. region: of the bucket; asked for only
// where HEAD did not tell it.
struct ImageAnswers {
    std::optional<Result<S3ObjectFacts>> head;
    std::optional<Result<QString>> region;
};

// The guide speaks of one megabyte and does not say which: up to the smaller one nobody disagrees.
inline constexpr qint64 SureImageBytes = 1'000'000;
inline constexpr qint64 MostImageBytes = qint64(1) << 20;

// Whether a variable of the template stands in it, so that nobody can be asked yet.
bool hasVariable(const QString& text);
// The object the draft names; nothing where it is no s3://bucket/key.
std::optional<ImageLocation> checkedImage(const CampaignDraft& draft);
// Whether anybody has to be asked for the region of the bucket, or whether there is one.
bool needsBucketRegion(const ImageAnswers& answers);
// The draft with the size and the ETag it does not know yet.
CampaignDraft completedDraft(CampaignDraft draft, const S3ObjectFacts& facts);
bool isKeptWithKms(const S3ObjectFacts& facts);

// The five rows from ImageThere to ImageEncryption; Running where an answer is still missing.
// region: of the connection.
// https://docs.aws.amazon.com/iot-wireless/latest/developerguide/lorawan-fuota-create-task.html
QList<CheckRow> imageRows(const CampaignDraft& draft, const ImageAnswers& answers,
                          const QString& region);

} // namespace fuotadesk
