#include "identity/dpopcheck.h"

#include "base/clock.h"
#include "identity/es256.h"

#include <QJsonDocument>

#include <cmath>

namespace fuotadesk {

namespace {

constexpr qsizetype LongestProof = qsizetype(8) * 1024; // bytes
constexpr qsizetype LongestId = 128;
constexpr double AllowedSkewSeconds = 300;

std::optional<QByteArray> decoded(const QByteArray& part)
{
    const auto result = QByteArray::fromBase64Encoding(
        part,
        QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals
            | QByteArray::AbortOnBase64DecodingErrors);
    return result ? std::optional(*result) : std::nullopt;
}

QJsonObject objectIn(const QByteArray& part)
{
    return QJsonDocument::fromJson(decoded(part).value_or(QByteArray())).object();
}

QString text(const QJsonObject& json, const char* name)
{
    return json.value(QLatin1String(name)).toString();
}

std::optional<PublicPoint> pointOf(const QJsonObject& header)
{
    const QJsonObject jwk = header.value(QStringLiteral("jwk")).toObject();
    const bool isKind = text(header, "typ") == u"dpop+jwt" && text(header, "alg") == u"ES256"
        && text(jwk, "kty") == u"EC" && text(jwk, "crv") == u"P-256"
        && !jwk.contains(QStringLiteral("d")); // a private key must not travel
    const auto x = decoded(text(jwk, "x").toLatin1());
    const auto y = decoded(text(jwk, "y").toLatin1());
    if (!isKind || !x || !y)
        return {};
    return PublicPoint{*x, *y};
}

} // namespace

std::optional<QByteArray> DpopCheck::keyOf(const IdentityCall& call)
{
    const QByteArray proof = headerValue(call.headers, "dpop");
    const QList<QByteArray> parts = proof.split('.');
    if (proof.size() > LongestProof || parts.size() != 3)
        return {};
    const auto point = pointOf(objectIn(parts.at(0)));
    const auto signature = decoded(parts.at(2));
    if (!point || !signature || !isSignedBy(*point, parts.at(0) + '.' + parts.at(1), *signature))
        return {};
    const QJsonObject claims = objectIn(parts.at(1));
    const double age =
        double(m_clock.now().toSecsSinceEpoch()) - claims.value(QStringLiteral("iat")).toDouble();
    const bool isForThis = text(claims, "htm") == QLatin1String(call.method)
        && text(claims, "htu") == originOf(call) + QString::fromLatin1(call.path);
    if (!isForThis || !(std::abs(age) <= AllowedSkewSeconds) || !isNew(text(claims, "jti")))
        return {};
    return point->x + point->y;
}

bool DpopCheck::isNew(const QString& id)
{
    if (id.isEmpty() || id.size() > LongestId || m_seen.find(id))
        return false;
    m_seen.put(id, true);
    return true;
}

} // namespace fuotadesk
