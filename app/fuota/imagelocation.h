#pragma once

#include <QString>

#include <optional>

namespace fuotadesk {

// Where a firmware image lies. key may be empty while someone types.
struct ImageLocation {
    QString bucket;
    QString key;

    friend bool operator==(const ImageLocation&, const ImageLocation&) = default;
};

// "s3://bucket/key" only, the form the API takes.
std::optional<ImageLocation> parseImageLocation(const QString& uri);
QString imageUri(const ImageLocation& location);

// What people paste: an https address of S3 (path or virtual-host style), a bucket ARN, or an S3
// URI with blanks around it; gives the "s3://…" form, else nothing. A key that ends in a blank is
// not taken: no field would keep it.
std::optional<QString> imageUriFromPasted(const QString& text);

} // namespace fuotadesk
