#pragma once

#include "aws/s3/s3values.h"
#include "base/call.h"

#include <QObject>
#include <QStringList>

#include <map>

namespace fuotadesk {

class AccountServices;

// One folder of a bucket, as far as it was read. Lists only grow while it is read.
struct BucketFolder {
    QStringList folders; // whole prefixes, ending with '/'
    QList<S3Object> objects;
    bool isReading = false;
    bool isComplete = false;
    bool isFull = false; // there is more, which is not read
    std::optional<Error> error;
};

// The buckets of the account and what is in them, read page by page as folders are opened; what was
// read stays until refresh(), or another connection: then all is forgotten. One page of a folder is
// under way at a time. A search goes through all keys of one bucket and keeps those that contain
// the text (case does not count).
class BucketBrowser : public QObject {
    Q_OBJECT

public:
    // Of a folder with more entries than mostInFolder, the pages behind those are left.
    explicit BucketBrowser(AccountServices& services, QObject* parent = nullptr,
                           qsizetype mostInFolder = MostInFolder);

    static constexpr qsizetype MostInFolder = 200'000;
    static constexpr qsizetype MostHits = 10'000; // of a search; it ends there

    void refresh(); // forgets all, reads the buckets
    const QList<S3Bucket>& buckets() const { return m_buckets; }
    bool isReadingBuckets() const { return m_readingBuckets; }
    const std::optional<Error>& bucketsError() const { return m_bucketsError; }

    // Reads on to its end, unless it was read or is being read. What stopped in the midst goes on
    // there.
    void open(const QString& bucket, const QString& prefix);
    void close(const QString& bucket, const QString& prefix); // stops reading; what is there stays
    // Null unless it was opened; good until refresh().
    const BucketFolder* folder(const QString& bucket, const QString& prefix) const;

    void search(const QString& bucket, const QString& text); // instead of an earlier one
    void endSearch();
    const BucketFolder& hits() const { return m_hits; } // objects only
    qint64 searched() const { return m_searched; } // keys

Q_SIGNALS:
    void bucketsChanged();
    void folderChanged(const QString& bucket, const QString& prefix); // once a page
    void hitsChanged();

private:
    using Place = std::pair<QString, QString>; // bucket and prefix

    struct Reading {
        BucketFolder folder;
        QString token; // of the next page; empty: from the start
        std::unique_ptr<QObject> calls; // owns the one under way
    };

    void forget();
    void readBuckets();
    void readPage(const Place& place);
    void takePage(const Place& place, const Result<S3Page>& page);
    void searchPage(const QString& token);
    void takeHits(const Result<S3Page>& page);

    AccountServices& m_services;
    qsizetype m_mostInFolder;
    QList<S3Bucket> m_buckets;
    bool m_readingBuckets = false;
    std::optional<Error> m_bucketsError;
    std::unique_ptr<QObject> m_bucketCalls;
    std::map<Place, Reading> m_folders;
    QString m_searchBucket;
    QString m_searchText;
    BucketFolder m_hits;
    qint64 m_searched = 0;
    std::unique_ptr<QObject> m_searchCalls;
};

} // namespace fuotadesk
