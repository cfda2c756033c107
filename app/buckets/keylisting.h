#pragma once

#include "buckets/bucketstore.h"

namespace fuotadesk {

// Which keys of a bucket, in the order of their UTF-8 bytes.
struct KeyQuery {
    QByteArray prefix;
    QByteArray delimiter; // empty: none
    QByteArray after; // key or folder of the page before
    qsizetype most = 1000; // keys and folders together
};

// Good until the bucket changes.
struct KeyPage {
    struct Entry {
        QByteArray name; // the key, or the folder with its delimiter
        const StoredObject* object = nullptr; // null: a folder
    };

    QList<Entry> entries;
    bool isCut = false; // there are more
};

// What is deleted is not listed.
KeyPage keysOf(const StoredBucket& bucket, const KeyQuery& query);

// The first text behind all that begin so; empty: there is none.
QByteArray behindAllWith(QByteArray prefix);

} // namespace fuotadesk
