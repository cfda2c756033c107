#pragma once

#include "buckets/s3reply.h"

namespace fuotadesk {

// The bodies that requests have in XML. Refused: MalformedXML.

// The texts of one kind of element, each with its name, in the order they stand.
using XmlTexts = QList<std::pair<QString, QString>>;

struct ListedPart {
    int number = 0;
    QByteArray eTag; // without its quotes
};
// <CompleteMultipartUpload>: at least one part, at most 10 000.
S3Result<QList<ListedPart>> partsIn(const QByteArray& xml);

struct KeysToDelete {
    struct Each {
        QByteArray key;
        QByteArray versionId; // may be empty
    };

    QList<Each> each;
    bool isQuiet = false;
};
// <Delete>: 1 to 1000 keys.
S3Result<KeysToDelete> keysToDeleteIn(const QByteArray& xml);

// The text of the first element of that name anywhere; empty when there is none, or no body.
S3Result<QString> textIn(const QByteArray& xml, QLatin1String name);

} // namespace fuotadesk
