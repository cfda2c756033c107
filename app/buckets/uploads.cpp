#include "buckets/uploads.h"

#include <utility>

namespace fuotadesk {

StoredUpload* Uploads::add(const QString& bucket, StoredUpload upload)
{
    if (m_count >= Most)
        return nullptr;
    ++m_count;
    const QByteArray key = upload.key;
    return &m_uploads[bucket].emplace(key, std::move(upload))->second;
}

StoredUpload* Uploads::find(const QString& bucket, const QByteArray& key, const QByteArray& id)
{
    auto [at, end] = m_uploads[bucket].equal_range(key);
    for (; at != end; ++at)
        if (at->second.id == id)
            return &at->second;
    return nullptr;
}

void Uploads::remove(const QString& bucket, const StoredUpload& upload)
{
    auto [at, end] = m_uploads[bucket].equal_range(upload.key);
    for (; at != end; ++at) {
        if (&at->second != &upload)
            continue;
        m_uploads[bucket].erase(at);
        --m_count;
        return;
    }
}

QList<const StoredUpload*> Uploads::of(const QString& bucket) const
{
    QList<const StoredUpload*> uploads;
    if (const auto found = m_uploads.find(bucket); found != m_uploads.end())
        for (const auto& [key, upload] : found->second)
            uploads.append(&upload);
    return uploads;
}

} // namespace fuotadesk
