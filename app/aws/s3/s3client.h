#pragma once

#include "aws/s3/s3values.h"
#include "aws/serviceaddress.h"
#include "base/call.h"
#include "fuota/imagelocation.h"

#include <memory>

namespace fuotadesk {

class BodyMeter;
class S3Desk;
class SignedTransports;

// Amazon S3: buckets and objects, as far as an image needs them. Where a bucket turns out to be in
// another region, the request is signed for that and sent there once, and the region is kept.
// Errors: those of the way to the service; AccessDenied, NotFound (code "NoSuchBucket",
// "NoSuchKey", "NoSuchUpload"; HEAD has no more than "NotFound"), Conflict (code
// "PreconditionFailed": it is there already), Refused and so on with S3's code; InputInvalid with
// the code "key" for a key with a segment "." or ".." (no HTTP client can address it), an empty one
// or one over 1024 bytes, and "bucket" for a name that no bucket can have; AnswerMalformed with the
// element. https://docs.aws.amazon.com/AmazonS3/latest/API
class S3Client {
public:
    S3Client(SignedTransports& transports, const ServiceAddress& address);
    ~S3Client();

    CallOf<QList<S3Bucket>>* buckets(QObject* owner);
    // GetBucketLocation, as a region's name.
    CallOf<QString>* region(const QString& bucket, QObject* owner);

    struct Listing {
        QString bucket;
        QString prefix;
        QString delimiter; // "/": folder by folder; empty: all that is under the prefix
        QString token; // of the page before
        int pageSize = 1000; // 1 to 1000
    };
    CallOf<S3Page>* list(const Listing& listing, QObject* owner);

    CallOf<S3ObjectFacts>* head(const ImageLocation& object, QObject* owner);
    // Bytes first to last, both inclusive; fewer, or none, where the object ends.
    CallOf<QByteArray>* get(const ImageLocation& object, qint64 first, qint64 last, QObject* owner);

    // Bytes on their way. sha256 (hex) and md5 (base64) are theirs; looked up where they are empty,
    // which takes long on a thread that draws.
    struct Body {
        QByteArray bytes;
        QByteArray sha256;
        QByteArray md5;
        std::shared_ptr<BodyMeter> meter; // may be null
    };
    enum class Existing {
        // Conflict, code "PreconditionFailed", where there is an object already. Not every service
        // but AWS knows that of completeUpload(): there, look before.
        Keep,
        Replace,
    };
    // One request; 5 GB at most. The body's SHA-256 is kept with it and found again by head().
    // Where an answer was lost and the object is there already, it is read whether that is ours.
    CallOf<S3Written>* put(const ImageLocation& object, const Body& body, Existing existing,
                           QObject* owner);

    // Gives the upload's id. contentSha256: of the whole object, 32 bytes; kept with it and found
    // again by head(). Not sent twice: Error::maybeExecuted says that an upload may have been
    // begun.
    CallOf<QString>* beginUpload(const ImageLocation& object, const QByteArray& contentSha256,
                                 QObject* owner);
    CallOf<S3Part>* putPart(const ImageLocation& object, const QString& uploadId, int number,
                            const Body& body, QObject* owner);
    // Of an error with maybeExecuted the parts may be an object by now: NotFound (of the upload)
    // and PreconditionFailed among them, unless head() told which.
    CallOf<S3Written>* completeUpload(const ImageLocation& object, const QString& uploadId,
                                      const QList<S3Part>& parts, Existing existing,
                                      QObject* owner);
    CallOf<void>* abortUpload(const ImageLocation& object, const QString& uploadId, QObject* owner);
    // All pages.
    CallOf<QList<S3Part>>* parts(const ImageLocation& object, const QString& uploadId,
                                 QObject* owner);
    CallOf<QList<S3Upload>>* uploads(const QString& bucket, QObject* owner);

private:
    std::unique_ptr<S3Desk> m_desk; // knows where which bucket is
};

} // namespace fuotadesk
