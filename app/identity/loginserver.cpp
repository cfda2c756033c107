#include "identity/loginserver.h"

#include "base/clock.h"
#include "identity/madeup.h"

#include <QJsonDocument>

namespace fuotadesk {

namespace {

constexpr qsizetype LargestBody = qsizetype(64) * 1024; // bytes
constexpr qsizetype TokenLength = 128;

HttpResponse invalidRequest(const QString& message)
{
    return errorReply(400, "ValidationException",
                      {{QStringLiteral("error"), QStringLiteral("INVALID_REQUEST")},
                       {QStringLiteral("message"), message}});
}

HttpResponse accessDenied(int status, const QString& error, const QString& message)
{
    return errorReply(status, "AccessDeniedException",
                      {{QStringLiteral("error"), error}, {QStringLiteral("message"), message}});
}

QJsonObject answerOf(const BegunLogin& given)
{
    const Credentials& keys = given.key.credentials;
    const QJsonObject access{
        {QStringLiteral("accessKeyId"), keys.accessKeyId},
        {QStringLiteral("secretAccessKey"), QString::fromUtf8(keys.secretAccessKey.reveal())},
        {QStringLiteral("sessionToken"), QString::fromUtf8(keys.sessionToken.reveal())}};
    return {{QStringLiteral("accessToken"), access},
            {QStringLiteral("tokenType"), QStringLiteral("aws_sigv4")},
            {QStringLiteral("expiresIn"), LoginServer::KeySeconds},
            {QStringLiteral("refreshToken"), QString::fromUtf8(given.refreshToken.reveal())}};
}

} // namespace

LoginServer::LoginServer(const Clock& clock, RandomSource& random, KeyRing& keys)
    : m_clock(clock),
      m_random(random),
      m_keys(keys),
      m_proofs(clock),
      m_sessions(MostSessions)
{
}

BegunLogin LoginServer::begin(const Principal& person)
{
    return give({person, m_clock.now().addSecs(SessionSeconds), {}});
}

std::optional<HttpResponse> LoginServer::answer(const IdentityCall& call)
{
    if (call.method != "POST" || call.path != "/v1/token")
        return {};
    return renewed(call);
}

HttpResponse LoginServer::renewed(const IdentityCall& call)
{
    const auto keyName = m_proofs.keyOf(call);
    if (!keyName)
        return invalidRequest(QStringLiteral("Invalid DPoP proof"));
    const QJsonObject body = call.body.size() > LargestBody
        ? QJsonObject()
        : QJsonDocument::fromJson(call.body).object();
    const auto text = [&body](const char* name) {
        return body.value(QLatin1String(name)).toString();
    };
    if (text("grantType") != u"refresh_token" || text("clientId").isEmpty())
        return invalidRequest(QStringLiteral("Invalid grantType or clientId"));
    Session* session = m_sessions.find(text("refreshToken"));
    if (!session || session->endsAt <= m_clock.now())
        return accessDenied(401, QStringLiteral("TOKEN_EXPIRED"),
                            QStringLiteral("The refresh token is no longer valid"));
    if (session->keyName.isEmpty())
        session->keyName = *keyName;
    if (session->keyName != *keyName)
        return invalidRequest(QStringLiteral("The DPoP proof is by another key"));
    return jsonReply(200, answerOf(give(*m_sessions.take(text("refreshToken")))));
}

BegunLogin LoginServer::give(const Session& session)
{
    const QString token = madeUpToken(m_random, TokenLength);
    m_sessions.put(token, session);
    return {m_keys.issue(session.person, KeySeconds), Secret(token.toLatin1())};
}

} // namespace fuotadesk
