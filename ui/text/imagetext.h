#pragma once

#include "aws/s3/s3values.h"
#include "base/error.h"
#include "preflight/imageupload.h"

namespace fuotadesk {

// What S3 said of an image, for a line under its field: "From S3 · modified 2 d 3 h ago · version
// 3HL4kq". now and times are UTC.
QString imageFoundText(const S3ObjectFacts& facts, const QDateTime& now);
// Why nothing is known of it; where it may not be read, that the size has to be typed.
QString imageUnknownText(const Error& error);
QString imageMissingText();
// "ETag …, modified …": what stands in the way of an upload, or what was found.
QString objectFactsText(qint64 bytes, const QString& eTag, const QDateTime& modifiedAt,
                        const QString& versionId);

// An error of S3 in the words of somebody who works with images; else those of errorMessage().
QString imageErrorText(const Error& error);
// "102,400 bytes (100 KiB) of … · 1.2 MiB/s · about 3 s left", or what else it is about.
QString uploadText(UploadState state, const UploadProgress& progress);
// Whether it says that there is an object of that name already.
bool isTargetTaken(const Error& error);

} // namespace fuotadesk
