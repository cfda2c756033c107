#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace fuotadesk {

// Why a session has no image to send.
enum class ImageFault {
    NoAddress, // not an "s3://bucket/key"
    NoSuchRole,
    NotTrusted, // the role does not trust iotwireless.amazonaws.com
    NotAllowed, // the role may not read it
    OtherRegion, // the bucket is not in that of the devices
    NoSuchImage,
    KeyNotAllowed, // the role may not use the KMS key it is encrypted with
    Empty,
    TooLarge, // over a megabyte (2^20)
};

// Its size in bytes, 1 to 2^20.
using ImageReading = tl::expected<qint64, ImageFault>;

// Where the service reads the image of a task when its session begins. AWS finds fault with image
// and role only then: the session ends with nobody updated, and tells nobody why.
// https://docs.aws.amazon.com/iot-wireless/latest/developerguide/fuota-multicast-process.html
class ImageSource {
public:
    virtual ~ImageSource() = default;

    virtual ImageReading read(const QString& imageUri, const QString& roleArn) const = 0;
};

} // namespace fuotadesk
