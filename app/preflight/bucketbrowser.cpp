#include "preflight/bucketbrowser.h"

#include "preflight/accountservices.h"

namespace fuotadesk {

namespace {

Error signedOut()
{
    return Error{ErrorKind::CredentialsMissing, {}, {}, 0, {}, {}, false};
}

// The page that token has led to. One that leads to itself would go on for ever.
Result<S3Page> onward(const Result<S3Page>& page, const QString& token)
{
    if (page && !token.isEmpty() && page->nextToken == token)
        return failure(ErrorKind::AnswerMalformed, QStringLiteral("NextContinuationToken"));
    return page;
}

} // namespace

BucketBrowser::BucketBrowser(AccountServices& services, QObject* parent, qsizetype mostInFolder)
    : QObject(parent),
      m_services(services),
      m_mostInFolder(mostInFolder)
{
    connect(&services, &AccountServices::changed, this, [this] {
        forget();
        Q_EMIT bucketsChanged();
        Q_EMIT hitsChanged();
    });
}

void BucketBrowser::forget()
{
    m_bucketCalls.reset();
    m_readingBuckets = false;
    m_buckets.clear();
    m_bucketsError.reset();
    m_folders.clear();
    m_searchCalls.reset();
    m_hits = {};
    m_searched = 0;
}

void BucketBrowser::refresh()
{
    forget();
    readBuckets();
    Q_EMIT bucketsChanged();
    Q_EMIT hitsChanged();
}

void BucketBrowser::readBuckets()
{
    const auto s3 = m_services.s3();
    if (!s3) {
        m_bucketsError = signedOut();
        return;
    }
    m_readingBuckets = true;
    m_bucketCalls = std::make_unique<QObject>();
    s3->buckets(m_bucketCalls.get())
        ->then(m_bucketCalls.get(), [this](const Result<QList<S3Bucket>>& buckets) {
            m_readingBuckets = false;
            if (buckets)
                m_buckets = *buckets;
            else
                m_bucketsError = buckets.error();
            Q_EMIT bucketsChanged();
        });
}

void BucketBrowser::open(const QString& bucket, const QString& prefix)
{
    const Place place{bucket, prefix};
    Reading& reading = m_folders[place];
    if (reading.folder.isComplete || reading.folder.isFull || reading.folder.isReading)
        return;
    reading.folder.error.reset();
    reading.calls = std::make_unique<QObject>();
    readPage(place);
    Q_EMIT folderChanged(bucket, prefix);
}

void BucketBrowser::close(const QString& bucket, const QString& prefix)
{
    const auto found = m_folders.find({bucket, prefix});
    if (found == m_folders.end() || !found->second.folder.isReading)
        return;
    found->second.calls.reset();
    found->second.folder.isReading = false;
    Q_EMIT folderChanged(bucket, prefix);
}

const BucketFolder* BucketBrowser::folder(const QString& bucket, const QString& prefix) const
{
    const auto found = m_folders.find({bucket, prefix});
    return found == m_folders.end() ? nullptr : &found->second.folder;
}

void BucketBrowser::readPage(const Place& place)
{
    Reading& reading = m_folders[place];
    const auto s3 = m_services.s3();
    reading.folder.isReading = s3 != nullptr;
    if (!s3) {
        reading.folder.error = signedOut();
        return;
    }
    S3Client::Listing listing{place.first, place.second, QStringLiteral("/"), reading.token};
    s3->list(listing, reading.calls.get())
        ->then(reading.calls.get(),
               [this, place, token = reading.token](const Result<S3Page>& page) {
                   takePage(place, onward(page, token));
               });
}

void BucketBrowser::takePage(const Place& place, const Result<S3Page>& page)
{
    Reading& reading = m_folders[place];
    BucketFolder& folder = reading.folder;
    if (!page) {
        folder.error = page.error();
        folder.isReading = false;
    } else {
        folder.folders += page->folders;
        folder.objects += page->objects;
        reading.token = page->nextToken;
        folder.isComplete = reading.token.isEmpty();
        folder.isFull =
            !folder.isComplete && folder.folders.size() + folder.objects.size() >= m_mostInFolder;
        folder.isReading = false;
        if (!folder.isComplete && !folder.isFull)
            readPage(place);
    }
    Q_EMIT folderChanged(place.first, place.second);
}

void BucketBrowser::search(const QString& bucket, const QString& text)
{
    m_hits = {};
    m_searched = 0;
    m_searchBucket = bucket;
    m_searchText = text;
    m_searchCalls = std::make_unique<QObject>();
    searchPage({});
    Q_EMIT hitsChanged();
}

void BucketBrowser::endSearch()
{
    m_searchCalls.reset();
    m_hits = {};
    m_searched = 0;
    Q_EMIT hitsChanged();
}

void BucketBrowser::searchPage(const QString& token)
{
    const auto s3 = m_services.s3();
    m_hits.isReading = s3 != nullptr;
    if (!s3) {
        m_hits.error = signedOut();
        return;
    }
    s3->list({m_searchBucket, {}, {}, token}, m_searchCalls.get())
        ->then(m_searchCalls.get(),
               [this, token](const Result<S3Page>& page) { takeHits(onward(page, token)); });
}

void BucketBrowser::takeHits(const Result<S3Page>& page)
{
    m_hits.isReading = false;
    if (!page) {
        m_hits.error = page.error();
        Q_EMIT hitsChanged();
        return;
    }
    for (const S3Object& object : page->objects) {
        if (m_hits.objects.size() == MostHits)
            break;
        ++m_searched;
        if (object.key.contains(m_searchText, Qt::CaseInsensitive))
            m_hits.objects.append(object);
    }
    const bool isFull = m_hits.objects.size() == MostHits;
    m_hits.isComplete = page->nextToken.isEmpty() && !isFull;
    if (!m_hits.isComplete && !isFull)
        searchPage(page->nextToken);
    Q_EMIT hitsChanged();
}

} // namespace fuotadesk
