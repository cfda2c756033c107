#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace fuotadesk {

struct S3Bucket {
    QString name;
    QDateTime createdAt; // UTC

    friend bool operator==(const S3Bucket&, const S3Bucket&) = default;
};

struct S3Object {
    QString key;
    qint64 size = 0; // bytes
    QString eTag; // without its quotes
    QDateTime modifiedAt; // UTC

    friend bool operator==(const S3Object&, const S3Object&) = default;
};

// One page of a listing. Folders are what lies behind the next delimiter; they end with it.
struct S3Page {
    QList<S3Object> objects;
    QStringList folders;
    QString nextToken; // empty: the last page

    friend bool operator==(const S3Page&, const S3Page&) = default;
};

// What HeadObject tells.
struct S3ObjectFacts {
    qint64 size = 0; // bytes
    QString eTag; // without its quotes
    QString versionId; // empty where the bucket keeps none
    QDateTime modifiedAt; // UTC
    QString encryption; // "AES256", "aws:kms", …; empty where it is not told
    QString kmsKeyArn; // of "aws:kms"
    QString storageClass; // empty: STANDARD
    bool isRestored = false; // of an archived one: a copy can be read for some days
    QByteArray sha256; // of the whole object, 32 bytes, where somebody has stored it; else empty
    QString region; // of the bucket, where it is told

    friend bool operator==(const S3ObjectFacts&, const S3ObjectFacts&) = default;
};

// What came of writing an object.
struct S3Written {
    QString eTag;
    QString versionId;

    friend bool operator==(const S3Written&, const S3Written&) = default;
};

struct S3Part {
    int number = 0; // from 1
    qint64 size = 0;
    QString eTag;

    friend bool operator==(const S3Part&, const S3Part&) = default;
};

// A multipart upload that was begun and neither completed nor aborted.
struct S3Upload {
    QString key;
    QString id;
    QDateTime begunAt; // UTC

    friend bool operator==(const S3Upload&, const S3Upload&) = default;
};

inline constexpr qint64 SmallestS3Part = qint64(5) * 1024 * 1024; // but for the last one
inline constexpr int MostS3Parts = 10'000;

} // namespace fuotadesk
