#pragma once

#include "aws/transport.h"
#include "support/fakes.h"

#include <QMap>
#include <QStringList>

#include <deque>
#include <functional>

namespace fuotadesk {

// S3 for tests of order and failure: keeps objects and multipart uploads of any bucket, answers
// later, and does to single requests what a test asks for. Operations have the names of the API.
class S3Double final : public Transport {
public:
    enum class Fate {
        Answer,
        LoseRequest, // connection lost before it was carried out
        LoseAnswer, // carried out, connection lost
        Deny, // 403
        Break, // 500, not carried out
        Expire, // 400 ExpiredToken
        Hang,
    };

    struct Object {
        QByteArray bytes;
        QByteArray sha256; // x-amz-meta-sha256
        QByteArray eTag;
        QByteArray encryption;
        QByteArray versionId = {};
    };
    struct Upload {
        QString place; // bucket/key
        QByteArray sha256;
        QMap<int, QByteArray> parts;
        QDateTime begunAt;
    };

    explicit S3Double(const FakeClock& clock) : m_clock(clock) { }

    CallOf<HttpResponse>* send(const HttpRequest& request, QObject* owner) override;

    // For the next requests of that operation, in order; then Answer.
    void plan(const QString& operation, std::initializer_list<Fate> fates);
    // For all others of that operation.
    void always(const QString& operation, Fate fate) { m_always[operation] = fate; }
    void forgetPlans();
    // Looked at first, when a request comes in and when it was carried out.
    std::function<void(const QString& operation)> arriving;
    std::function<void(const QString& operation)> carriedOut;

    int count(const QString& operation) const { return int(operations.count(operation)); }
    QString addUpload(const QString& place, const QDateTime& begunAt);
    void addObject(const QString& place, const QByteArray& bytes, const QByteArray& sha256 = {});

    QStringList operations; // all that came
    QStringList buckets;
    QMap<QString, Object> objects; // by bucket/key
    QMap<QString, Upload> uploads; // by id
    QByteArray encryption; // of what is written
    bool knowsConditions = true; // else If-None-Match is not looked at
    bool goesInCircles = false; // each page of a list leads to the same one

private:
    Fate fateOf(const QString& operation);
    HttpResponse carryOut(const HttpRequest& request);
    HttpResponse put(const HttpRequest& request, const QString& place);
    HttpResponse begin(const HttpRequest& request, const QString& place);
    HttpResponse putPart(const HttpRequest& request, const QString& id);
    HttpResponse complete(const HttpRequest& request, const QString& id);
    HttpResponse head(const QString& place) const;
    HttpResponse get(const HttpRequest& request, const QString& place) const;
    HttpResponse listParts(const QString& id) const;
    HttpResponse listUploads(const QString& bucket) const;
    HttpResponse list(const QString& bucket, const HttpRequest& request) const;
    HttpResponse listBuckets() const;
    bool isInTheWay(const HttpRequest& request, const QString& place) const;

    const FakeClock& m_clock;
    QMap<QString, std::deque<Fate>> m_fates;
    QMap<QString, Fate> m_always;
    int m_ids = 0;
};

} // namespace fuotadesk
