#include "signin/browsersignin.h"

#include "base/clock.h"
#include "base/random.h"

#include <QCryptographicHash>

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {

constexpr auto LongestWait = 600s; // as the aws CLI has it
constexpr qsizetype StateBytes = 24;
constexpr qsizetype VerifierBytes = 48; // 64 characters
// Registered without a port, so that any will do.
const auto RegisteredRedirect = QStringLiteral("http://127.0.0.1/oauth/callback");
const auto DefaultScope = QStringLiteral("sso:account:access");

QByteArray base64Url(const QByteArray& bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

// Separated by spaces here, by commas in the file.
QString spacedScopes(const QString& scopes)
{
    QStringList list;
    for (const QString& scope : scopes.split(u',', Qt::SkipEmptyParts))
        list << scope.trimmed();
    return list.isEmpty() ? DefaultScope : list.join(u' ');
}

} // namespace

QByteArray pkceChallenge(const Secret& verifier)
{
    return base64Url(QCryptographicHash::hash(verifier.reveal(), QCryptographicHash::Sha256));
}

BrowserSignIn::BrowserSignIn(SignInTools& tools, const Plan& plan, const QString& farewell,
                             QObject* parent)
    : SsoFlow(tools, plan, parent),
      m_state(base64Url(tools.parts.random.unguessable(StateBytes))),
      m_verifier(base64Url(tools.parts.random.unguessable(VerifierBytes))),
      m_listener(m_state, farewell)
{
    connect(&m_listener, &LoopbackListener::redirected, this, &BrowserSignIn::takeCode);
}

void BrowserSignIn::begin()
{
    const auto port = m_listener.listen();
    if (!port) {
        fail(port.error());
        return;
    }
    m_redirectUri = QStringLiteral("http://127.0.0.1:%1/oauth/callback").arg(*port);
    client()
        .registerClient(
            {QStringLiteral("FUOTA Desk"), source().scopes, RegisteredRedirect, source().startUrl},
            work())
        ->then(this, [this](const Result<OidcRegistration>& registration) {
            takeRegistration(registration);
        });
}

void BrowserSignIn::takeRegistration(const Result<OidcRegistration>& registration)
{
    if (!registration) {
        fail(registration.error());
        return;
    }
    m_registration = *registration;
    const QUrl page = authorizePage();
    if (!page.isValid() || (page.scheme() != u"https" && page.scheme() != u"http")) {
        fail({ErrorKind::ConfigurationInvalid,
              QStringLiteral("endpoint-url"),
              {},
              0,
              {},
              {},
              false});
        return;
    }
    askPerson(page, {}, tools().parts.clock.now().addSecs(LongestWait.count()));
    wakeAfter(1s);
}

QUrl BrowserSignIn::authorizePage()
{
    const std::pair<const char*, QString> parameters[] = {
        {"response_type", QStringLiteral("code")},
        {"client_id", m_registration.clientId},
        {"redirect_uri", m_redirectUri},
        {"state", QString::fromLatin1(m_state.reveal())},
        {"code_challenge_method", QStringLiteral("S256")},
        {"scopes", spacedScopes(source().scopes)},
        {"code_challenge", QString::fromLatin1(pkceChallenge(m_verifier))}};
    QByteArray query;
    for (const auto& [name, value] : parameters)
        query +=
            (query.isEmpty() ? "" : "&") + QByteArray(name) + '=' + QUrl::toPercentEncoding(value);
    QUrl page = client().endpoint();
    page.setPath(QStringLiteral("/authorize"));
    page.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    return page;
}

void BrowserSignIn::wake()
{
    if (!isOver())
        wakeAfter(1s);
}

void BrowserSignIn::takeCode(const Result<Secret>& code)
{
    if (!isWanted())
        return;
    if (!code) {
        fail(code.error());
        return;
    }
    stopWaking();
    client()
        .tokenForCode(m_registration, *code, m_verifier, m_redirectUri, work())
        ->then(this, [this](const Result<OidcToken>& token) {
            if (token)
                keep(m_registration, *token);
            else
                fail(token.error());
        });
}

} // namespace fuotadesk
