#pragma once

#include "buckets/storedobject.h"

#include <map>

namespace fuotadesk {

struct StoredPart {
    ObjectBytes bytes;
    QByteArray md5; // 16 bytes
    QDateTime modifiedAt; // UTC
};

// A multipart upload under way.
struct StoredUpload {
    QByteArray key;
    QByteArray id;
    QDateTime begunAt; // UTC
    ObjectTraits traits;
    std::map<int, StoredPart> parts; // by number
};

// All that are under way, by bucket, and there by key and then by time, as they are listed.
class Uploads {
public:
    static constexpr qsizetype Most = 1000;

    StoredUpload* add(const QString& bucket, StoredUpload upload); // null: there are too many
    // Null where there is none of that id at that key.
    StoredUpload* find(const QString& bucket, const QByteArray& key, const QByteArray& id);
    void remove(const QString& bucket, const StoredUpload& upload);
    QList<const StoredUpload*> of(const QString& bucket) const;

private:
    std::map<QString, std::multimap<QByteArray, StoredUpload>> m_uploads;
    qsizetype m_count = 0;
};

} // namespace fuotadesk
