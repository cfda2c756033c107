#pragma once

#include "identity/identity.h"
#include "identity/sandboxroles.h"
#include "support/fakes.h"

#include <QJsonDocument>

namespace fuotadesk {

// The services at 2026-01-02T03:04:05Z, on http://127.0.0.1:4711.
struct IdentityBench {
    FakeClock clock;
    FakeRandom random;
    Identity identity{{QStringLiteral("AKIAEXAMPLE"), Secret("s"), {}}, clock, random};

    static IdentityCall call(const QByteArray& method, const QByteArray& path,
                             const QByteArray& query = {}, const QByteArray& body = {})
    {
        return {method, path, query, {{"Host", "127.0.0.1:4711"}}, body, QStringLiteral("rid")};
    }

    HttpResponse answer(const IdentityCall& asked)
    {
        return identity.answer(asked).value_or(HttpResponse());
    }

    HttpResponse post(const QByteArray& path, const QJsonObject& body)
    {
        return answer(call("POST", path, {}, QJsonDocument(body).toJson()));
    }

    static QJsonObject json(const HttpResponse& response)
    {
        return QJsonDocument::fromJson(response.body).object();
    }

    static QString error(const HttpResponse& response)
    {
        return json(response).value(QStringLiteral("error")).toString();
    }
};

} // namespace fuotadesk
