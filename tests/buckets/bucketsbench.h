#pragma once

#include "aws/sigv4.h"
#include "aws/xmlleaves.h"
#include "buckets/bucketseeds.h"
#include "buckets/s3server.h"
#include "support/fakes.h"

namespace fuotadesk {

// S3 at 2026-01-02T03:04:05Z, reached in eu-west-1, with what is seeded.
struct BucketsBench {
    FakeClock clock;
    FakeRandom random;
    BucketStore store{clock, random};
    S3Server server{store, QStringLiteral("eu-west-1")};

    BucketsBench() { seed(store, QStringLiteral("eu-west-1")); }

    // target: path and query
    HttpResponse ask(const QByteArray& method, const QByteArray& target,
                     const QByteArray& body = {}, const HttpHeaders& headers = {},
                     const QString& region = QStringLiteral("eu-west-1"))
    {
        const qsizetype mark = target.indexOf('?');
        BucketCall call{method, mark < 0 ? target : target.left(mark),
                        mark < 0 ? QByteArray() : target.mid(mark + 1), headers, body};
        call.bodySha256 = sha256Hex(body);
        call.requestId = QStringLiteral("rid");
        call.signedRegion = region;
        return server.answer(call);
    }

    HttpResponse put(const QByteArray& path, const QByteArray& body,
                     const HttpHeaders& headers = {})
    {
        return ask("PUT", path, body, headers);
    }

    static QString leaf(const HttpResponse& response, const char* name)
    {
        return xmlLeaves(response.body).value(QLatin1String(name));
    }

    static QString code(const HttpResponse& response) { return leaf(response, "Code"); }

    // The texts of all elements of that name, in order.
    static QStringList leaves(const HttpResponse& response, const char* name)
    {
        QStringList texts;
        const QString xml = QString::fromUtf8(response.body);
        const QString open = QStringLiteral("<%1>").arg(QLatin1String(name));
        for (qsizetype at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, at + 1)) {
            const qsizetype from = at + open.size();
            texts.append(xml.mid(from, xml.indexOf(u'<', from) - from));
        }
        return texts;
    }
};

} // namespace fuotadesk
