#include "signin/loginsessions.h"

#include "base/clock.h"
#include "signin/answered.h"
#include "signin/dpop.h"
#include "signin/jsoncall.h"
#include "signin/tokenfile.h"

#include <QDir>

#include <cmath>

namespace fuotadesk {

namespace {

constexpr qint64 RenewBefore = qint64(5) * 60; // seconds
constexpr double UsualLife = 900;
constexpr double LongestLife = 12.0 * 3600;

Error ofSession(ErrorKind kind, const QString& session)
{
    return Error{kind, QStringLiteral("login-session"), session, 0, {}, {}, false};
}

Result<LoginSession> readSession(const QString& file)
{
    const auto json = readTokenFile(file);
    if (!json)
        return failure(json.error());
    return loginSessionFromJson(*json).map_error([&file](Error error) {
        error.detail = file;
        return error;
    });
}

// TOKEN_EXPIRED and USER_CREDENTIALS_CHANGED ask for a new sign-in.
Error refusal(const Error& error, const QString& session)
{
    const bool wantsSignIn = error.code == u"TOKEN_EXPIRED"
        || error.code == u"USER_CREDENTIALS_CHANGED" || error.code == u"AUTHCODE_EXPIRED";
    return wantsSignIn ? ofSession(ErrorKind::CredentialsExpired, session) : error;
}

} // namespace

LoginSessions::LoginSessions(const SignInParts& parts, QString folder)
    : m_parts(parts),
      m_folder(std::move(folder)),
      m_transport(parts.network, parts.random)
{
}

QString LoginSessions::fileOf(const QString& session) const
{
    return QDir(m_folder).filePath(loginTokenFileName(session));
}

CallOf<IssuedCredentials>* LoginSessions::credentials(const QString& session,
                                                      const ServiceAddresses& addresses,
                                                      QObject* owner)
{
    auto* call = new CallOf<IssuedCredentials>(owner);
    m_worker.run<LoginSession>(call, [file = fileOf(session)] { return readSession(file); })
        ->then(call, [this, call, session, addresses](const Result<LoginSession>& read) {
            if (!read && read.error().kind == ErrorKind::CredentialsMissing)
                call->settle(failure(ofSession(ErrorKind::CredentialsMissing, session)));
            else if (!read)
                call->settle(failure(read.error()));
            else if (*read->issued.expiresAt > m_parts.clock.now().addSecs(RenewBefore))
                call->settle(read->issued);
            else
                renew(session, *read, addresses.signIn(read->region), call);
        });
    return call;
}

void LoginSessions::renew(const QString& name, const LoginSession& session, const QUrl& endpoint,
                          CallOf<IssuedCredentials>* call)
{
    HttpRequest request = jsonRequest(
        endpoint, QStringLiteral("/v1/token"),
        {{QStringLiteral("clientId"), session.clientId},
         {QStringLiteral("refreshToken"), QString::fromUtf8(session.refreshToken.reveal())},
         {QStringLiteral("grantType"), QStringLiteral("refresh_token")}},
        QStringLiteral("CreateOAuth2Token"));
    const auto proof = dpopProof(session.dpopKey, request.method, request.url, m_parts.clock.now(),
                                 m_parts.random.uuid());
    if (!proof) {
        call->settle(failure(proof.error()));
        return;
    }
    request.headers.append({"DPoP", *proof});
    answered<QJsonObject>(m_transport, request, jsonAnswer, call)
        ->then(call, [this, call, name, session](const Result<QJsonObject>& answer) {
            const bool stillHolds = *session.issued.expiresAt > m_parts.clock.now();
            if (answer)
                takeRenewed(name, session, *answer, call);
            else if (stillHolds && answer.error().httpStatus != 403)
                call->settle(session.issued);
            else
                call->settle(failure(refusal(answer.error(), name)));
        });
}

void LoginSessions::takeRenewed(const QString& name, LoginSession session,
                                const QJsonObject& answer, CallOf<IssuedCredentials>* call)
{
    const QJsonObject access = answer.value(QStringLiteral("accessToken")).toObject();
    const auto secret = [](const QJsonObject& json, const char* member) {
        return Secret(json.value(QLatin1String(member)).toString().toUtf8());
    };
    const double life = answer.value(QStringLiteral("expiresIn")).toDouble(UsualLife);
    session.issued.credentials = {access.value(QStringLiteral("accessKeyId")).toString(),
                                  secret(access, "secretAccessKey"),
                                  secret(access, "sessionToken")};
    session.refreshToken = secret(answer, "refreshToken");
    if (session.issued.credentials.accessKeyId.isEmpty()
        || session.issued.credentials.secretAccessKey.isEmpty() || session.refreshToken.isEmpty()
        || life <= 0 || life > LongestLife) {
        call->settle(failure(ErrorKind::AnswerMalformed, QStringLiteral("accessToken")));
        return;
    }
    session.issued.expiresAt = m_parts.clock.now().addSecs(std::llround(life));
    m_worker
        .run<void>(call,
                   [file = fileOf(name), session] {
                       return writeTokenFile(file, loginSessionJson(session));
                   })
        ->then(call, [call, issued = session.issued](const Result<void>& written) {
            // The old refresh token is used up: without the new one on disk the next start needs a
            // new sign-in, and this one works on.
            Q_UNUSED(written)
            call->settle(issued);
        });
}

} // namespace fuotadesk
