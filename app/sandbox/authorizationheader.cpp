#include "sandbox/authorizationheader.h"

#include <QHash>

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr qsizetype CredentialParts = 5;

tl::unexpected<ServiceError> incomplete(const QString& message)
{
    return tl::unexpected(
        authenticationError(QByteArrayLiteral("IncompleteSignatureException"), message));
}

bool isHeaderName(const QByteArray& name)
{
    return !name.isEmpty() && name == name.toLower() && !name.contains(' ');
}

tl::expected<QHash<QByteArray, QByteArray>, ServiceError> readParts(const QByteArray& text)
{
    QHash<QByteArray, QByteArray> parts;
    const QList<QByteArray> pairs = text.split(',');
    for (const QByteArray& pair : pairs) {
        const qsizetype equals = pair.indexOf('=');
        const QByteArray name = pair.left(equals).trimmed();
        if (equals < 0 || parts.contains(name))
            return incomplete(QStringLiteral("'%1' not a valid key=value pair (missing equal-sign) "
                                             "in Authorization header.")
                                  .arg(QString::fromLatin1(pair.trimmed())));
        parts.insert(name, pair.mid(equals + 1).trimmed());
    }
    for (const char* name : {"Credential", "SignedHeaders", "Signature"}) {
        if (parts.value(name).isEmpty())
            return incomplete(QStringLiteral("Authorization header requires '%1' parameter.")
                                  .arg(QLatin1String(name)));
    }
    if (parts.size() != 3)
        return incomplete(QStringLiteral("Authorization header has an unknown parameter."));
    return parts;
}

} // namespace

tl::expected<AuthorizationHeader, ServiceError> parseAuthorization(const HttpHeaders& headers)
{
    const auto count = std::ranges::count_if(headers, [](const HttpHeader& header) {
        return header.name.compare("authorization", Qt::CaseInsensitive) == 0;
    });
    if (count == 0)
        return tl::unexpected(
            authenticationError(QByteArrayLiteral("MissingAuthenticationTokenException"),
                                QStringLiteral("Missing Authentication Token")));
    const QByteArray algorithm = QByteArrayLiteral("AWS4-HMAC-SHA256 ");
    const QByteArray value = headerValue(headers, QByteArrayLiteral("authorization")).trimmed();
    if (count > 1 || !value.startsWith(algorithm))
        return incomplete(QStringLiteral("Unsupported AWS 'algorithm': '%1'.")
                              .arg(QString::fromLatin1(splitOnce(value, ' ').first)));
    const auto parts = readParts(value.mid(algorithm.size()));
    if (!parts)
        return tl::unexpected(parts.error());

    const QList<QByteArray> credential = parts->value("Credential").split('/');
    if (credential.size() != CredentialParts)
        return incomplete(QStringLiteral("Credential must have exactly 5 slash-delimited elements, "
                                         "e.g. keyid/date/region/service/term, got '%1'.")
                              .arg(QString::fromLatin1(parts->value("Credential"))));
    const QList<QByteArray> names = parts->value("SignedHeaders").split(';');
    if (!std::ranges::all_of(names, isHeaderName))
        return incomplete(QStringLiteral("'SignedHeaders' must be lower-case names between ';'."));
    return AuthorizationHeader{credential.at(0),         credential.at(1), credential.at(2),
                               credential.at(3),         credential.at(4), names,
                               parts->value("Signature")};
}

bool sameBytes(const QByteArray& a, const QByteArray& b)
{
    int difference = a.size() == b.size() ? 0 : 1;
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i)
        difference |= a.at(i) ^ b.at(i);
    return difference == 0;
}

QDateTime timeOfSignature(const QByteArray& timestamp)
{
    QDateTime time = QDateTime::fromString(QString::fromLatin1(timestamp),
                                           QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    time.setTimeSpec(Qt::UTC);
    return time;
}

} // namespace fuotadesk
