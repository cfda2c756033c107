#pragma once

#include "buckets/storedobject.h"

#include <map>
#include <optional>
#include <vector>

namespace fuotadesk {

class Clock;
class RandomSource;

// A bucket; of each key the newest version is the last. Keys are UTF-8, in the order of their
// bytes.
struct StoredBucket {
    using Versions = std::vector<StoredObject>;

    QString name;
    QString region;
    QDateTime createdAt; // UTC
    bool keepsVersions = false;
    QByteArray kmsKeyArn; // that its objects are encrypted with where they do not say
    std::map<QByteArray, Versions> objects;

    const StoredObject* live(const QByteArray& key) const; // null: none, or deleted
    const StoredObject* version(const QByteArray& key, const QByteArray& id) const;
};

// The buckets and what is in them, in memory and bounded. One call at a time; pointers are good
// until the next change.
class BucketStore {
public:
    static constexpr qint64 MostBytes = qint64{1024} * 1024 * 1024;
    static constexpr qsizetype MostObjects = 200'000; // versions and delete markers too
    static constexpr std::size_t MostBuckets = 100;

    // Both outlive it.
    BucketStore(const Clock& clock, RandomSource& random);

    StoredBucket* bucket(const QString& name); // null: there is none
    const StoredBucket* bucket(const QString& name) const;
    const std::map<QString, StoredBucket>& buckets() const { return m_buckets; }
    // Null: there are too many. Of a name that there is not yet.
    StoredBucket* addBucket(const QString& name, const QString& region);
    void removeBucket(const QString& name); // with all that is in it

    // Null: there are too many. An ETag that is empty becomes the MD5; version and time are set
    // here.
    const StoredObject* put(StoredBucket& bucket, const QByteArray& key, StoredObject object);
    // What a removal has done; the version is that of the marker that it has made, or of what is
    // gone.
    struct Removal {
        QByteArray versionId;
        bool isDeleteMarker = false;
        bool isRefused = false; // too many objects for a marker
    };
    Removal remove(StoredBucket& bucket, const QByteArray& key);
    Removal removeVersion(StoredBucket& bucket, const QByteArray& key, const QByteArray& id);

    struct Found {
        StoredObject object;
        QString region; // of the bucket
    };
    // What is read at that key; nothing where there is no bucket or no object.
    std::optional<Found> find(const QString& bucket, const QString& key) const;

    ByteRoom& room() { return m_room; }
    qsizetype size() const { return m_count; }
    QDateTime now() const; // UTC, whole seconds
    QByteArray madeUpId();

private:
    const Clock& m_clock;
    RandomSource& m_random;
    ByteRoom m_room{MostBytes};
    std::map<QString, StoredBucket> m_buckets;
    qsizetype m_count = 0;
};

} // namespace fuotadesk
