#pragma once

#include <QByteArray>
#include <QString>

namespace fuotadesk {

// Who assumes the role of a FUOTA task.
inline constexpr auto FuotaService = "iotwireless.amazonaws.com";

// The trust policy a role for FUOTA needs, as AWS documents it, indented JSON.
// https://docs.aws.amazon.com/iot-wireless/latest/developerguide/fuota-multicast-config.html
QByteArray fuotaTrustPolicy();

// The permissions to read the images of a bucket under a prefix (a whole key, or up to a '/').
// partition: "aws", "aws-cn", …
QByteArray imageReadPolicy(const QString& bucket, const QString& prefix, const QString& partition);

// "arn:aws:s3:::bucket/key".
QString objectArn(const QString& bucket, const QString& key, const QString& partition);
// "aws" of "arn:aws:iam::1:role/x"; "aws" where it is none.
QString partitionOfArn(const QString& arn);
// "name" of "arn:aws:iam::1:role/path/name"; empty where it is none.
QString roleNameOfArn(const QString& arn);
QString accountOfArn(const QString& arn);

} // namespace fuotadesk
