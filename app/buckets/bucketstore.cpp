#include "buckets/bucketstore.h"

#include "base/clock.h"
#include "base/random.h"

#include <algorithm>
#include <utility>

namespace fuotadesk {

namespace {

constexpr auto NullVersion = "null";

} // namespace

const StoredObject* StoredBucket::live(const QByteArray& key) const
{
    const auto found = objects.find(key);
    if (found == objects.end() || found->second.back().isDeleteMarker)
        return nullptr;
    return &found->second.back();
}

const StoredObject* StoredBucket::version(const QByteArray& key, const QByteArray& id) const
{
    const auto found = objects.find(key);
    if (found == objects.end())
        return nullptr;
    const auto version = std::ranges::find(found->second, id, &StoredObject::versionId);
    return version == found->second.end() ? nullptr : &*version;
}

BucketStore::BucketStore(const Clock& clock, RandomSource& random)
    : m_clock(clock),
      m_random(random)
{
}

StoredBucket* BucketStore::bucket(const QString& name)
{
    const auto found = m_buckets.find(name);
    return found == m_buckets.end() ? nullptr : &found->second;
}

const StoredBucket* BucketStore::bucket(const QString& name) const
{
    const auto found = m_buckets.find(name);
    return found == m_buckets.end() ? nullptr : &found->second;
}

StoredBucket* BucketStore::addBucket(const QString& name, const QString& region)
{
    if (m_buckets.size() >= MostBuckets)
        return nullptr;
    StoredBucket bucket;
    bucket.name = name;
    bucket.region = region;
    bucket.createdAt = now();
    return &m_buckets.insert_or_assign(name, std::move(bucket)).first->second;
}

void BucketStore::removeBucket(const QString& name)
{
    const auto found = m_buckets.find(name);
    if (found == m_buckets.end())
        return;
    for (const auto& [key, versions] : found->second.objects)
        m_count -= qsizetype(versions.size());
    m_buckets.erase(found);
}

const StoredObject* BucketStore::put(StoredBucket& bucket, const QByteArray& key,
                                     StoredObject object)
{
    if (m_count >= MostObjects)
        return nullptr;
    if (object.eTag.isEmpty() && !object.isDeleteMarker)
        object.eTag = object.bytes.md5().toHex();
    object.modifiedAt = now();
    object.versionId = bucket.keepsVersions ? madeUpId() : QByteArray(NullVersion);
    StoredBucket::Versions& versions = bucket.objects[key];
    m_count -= qsizetype(std::erase_if(versions, [&object](const StoredObject& each) {
        return each.versionId == object.versionId;
    }));
    ++m_count;
    return &versions.emplace_back(std::move(object));
}

BucketStore::Removal BucketStore::remove(StoredBucket& bucket, const QByteArray& key)
{
    if (!bucket.keepsVersions) {
        removeVersion(bucket, key, NullVersion);
        return {};
    }
    StoredObject marker;
    marker.isDeleteMarker = true;
    const StoredObject* put = this->put(bucket, key, marker);
    return put ? Removal{put->versionId, true} : Removal{{}, false, true};
}

BucketStore::Removal BucketStore::removeVersion(StoredBucket& bucket, const QByteArray& key,
                                                const QByteArray& id)
{
    const auto found = bucket.objects.find(key);
    if (found == bucket.objects.end())
        return {id};
    StoredBucket::Versions& versions = found->second;
    const auto version = std::ranges::find(versions, id, &StoredObject::versionId);
    if (version == versions.end())
        return {id};
    const bool wasMarker = version->isDeleteMarker;
    versions.erase(version);
    --m_count;
    if (versions.empty())
        bucket.objects.erase(found);
    return {id, wasMarker};
}

std::optional<BucketStore::Found> BucketStore::find(const QString& bucket, const QString& key) const
{
    const StoredBucket* held = this->bucket(bucket);
    const StoredObject* object = held ? held->live(key.toUtf8()) : nullptr;
    if (!object)
        return {};
    return Found{*object, held->region};
}

QDateTime BucketStore::now() const
{
    return QDateTime::fromSecsSinceEpoch(m_clock.now().toSecsSinceEpoch(), Qt::UTC);
}

QByteArray BucketStore::madeUpId()
{
    return m_random.uuid().remove(u'-').toLatin1();
}

} // namespace fuotadesk
