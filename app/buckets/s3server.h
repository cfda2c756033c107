#pragma once

#include "buckets/bucketdesk.h"
#include "buckets/listdesk.h"
#include "buckets/objectdesk.h"
#include "buckets/s3operations.h"
#include "buckets/uploaddesk.h"

namespace fuotadesk {

// Amazon S3 with path-style addresses, as if each region had its endpoint here. No sockets and no
// threads; one call at a time. https://docs.aws.amazon.com/AmazonS3/latest/API
class S3Server {
public:
    // homeRegion: of the address that it is reached at.
    S3Server(BucketStore& store, const QString& homeRegion);
    S3Server(const S3Server&) = delete;
    S3Server& operator=(const S3Server&) = delete;

    // What a call wants done; empty where that is nothing that there is.
    struct Demand {
        QString operation; // "PutObject"
        QString action; // "s3:PutObject"
        QString resource; // "arn:aws:s3:::bucket/key"; "*" of all buckets
        QString sourceAction = {}; // "s3:GetObject"; both empty where nothing is copied
        QString source = {};
    };
    static Demand demandOf(const BucketCall& call);

    // Who calls is known, and may.
    HttpResponse answer(const BucketCall& call);
    static HttpResponse refusal(const BucketCall& call, const S3Refusal& refusal);

private:
    S3Result<HttpResponse> perform(const BucketCall& call);
    S3Result<HttpResponse> perform(const S3Operation& operation, const BucketRequest& request);
    S3Result<HttpResponse> performOnObject(const QString& operation, const BucketRequest& request);
    S3Result<void> checkedBucket(const S3Operation& operation, const BucketRequest& request) const;

    BucketStore& m_store;
    QString m_homeRegion;
    Uploads m_uploads;
    BucketDesk m_buckets;
    ListDesk m_lists;
    ObjectDesk m_objects;
    UploadDesk m_uploadDesk;
};

} // namespace fuotadesk
