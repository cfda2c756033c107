#include "signinsbench.h"
#include "support/testcase.h"

#include "aws/uriencoding.h"
#include "signin/ssoportal.h"
#include "signin/tokenfile.h"

#include <QCryptographicHash>
#include <QUrlQuery>

namespace fuotadesk {

using namespace std::chrono_literals;

// SSO over real sockets to the sandbox: both ways to a token, and what the token opens.
class SsoSignInsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void codeIsTypedIntoTheBrowser();
    void deniedAndForgottenCodesAreTold();
    void browserBringsTheCode();
    void codeNeedsItsVerifier();
    void tokenOpensAccountsAndRoles();
    void profileSignsIn();
    void tokenIsRenewedInPlace();
    void sessionEnds();

private:
    static Result<OidcToken> signedIn(SignInsBench& bench);
    static SsoToken cached(const OidcRegistration& client, const OidcToken& token);
};

namespace {

const auto RedirectUri = QStringLiteral("http://127.0.0.1:4711/oauth/callback");
const auto Verifier = Secret(QByteArray(64, 'v'));
const SsoSource Source{QStringLiteral("sandbox"), {}, {}, {}, {}, {}};
const auto TokenFile =
    QStringLiteral(".aws/sso/cache/") + ssoTokenFileName(QStringLiteral("sandbox"));

Result<HttpResponse> sent(SignInsBench& bench, const QByteArray& method, const QByteArray& target,
                          const QByteArray& form = {})
{
    HttpRequest request;
    request.method = method;
    request.url = QUrl::fromEncoded(bench.url().toLatin1() + target, QUrl::StrictMode);
    if (!form.isEmpty())
        request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    request.body = form;
    return bench.settled(bench.parts().network.send(request, &bench.owner));
}

// A program with a registration.
struct Program {
    explicit Program(SignInsBench& bench, const QString& redirectUri = {})
        : client(bench.parts(), QUrl(bench.url()))
    {
        const auto registered = bench.settled(client.registerClient(
            {QStringLiteral("test"), {}, redirectUri, bench.url()}, &bench.owner));
        if (registered)
            registration = *registered;
    }

    OidcClient client;
    OidcRegistration registration;
};

QByteArray authorizeTarget(const Program& program)
{
    const QByteArray challenge =
        QCryptographicHash::hash(Verifier.reveal(), QCryptographicHash::Sha256)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return "/authorize?response_type=code&client_id=" + program.registration.clientId.toLatin1()
        + "&redirect_uri=" + percentEncoded(RedirectUri.toLatin1())
        + "&state=a%26b&code_challenge_method=S256&scopes=sso%3Aaccount%3Aaccess&code_challenge="
        + challenge;
}

// Where the browser is sent.
QUrlQuery wayBack(SignInsBench& bench, const Program& program)
{
    const auto answer = sent(bench, "GET", authorizeTarget(program));
    if (!answer || answer->status != 302)
        return {};
    const QUrl location = QUrl::fromEncoded(headerValue(answer->headers, "location"));
    return location.toString(QUrl::RemoveQuery) == RedirectUri ? QUrlQuery(location) : QUrlQuery();
}

QByteArray decision(const QString& userCode, const char* what)
{
    return "user_code=" + userCode.toLatin1() + "&decision=" + what;
}

} // namespace

SsoToken SsoSignInsTest::cached(const OidcRegistration& client, const OidcToken& token)
{
    SsoToken kept;
    kept.accessToken = token.accessToken;
    kept.refreshToken = token.refreshToken;
    kept.expiresAt = token.expiresAt;
    kept.clientId = client.clientId;
    kept.clientSecret = client.clientSecret;
    kept.registrationExpiresAt = client.expiresAt;
    return kept;
}

// By the device flow; the token is in the cache then.
Result<OidcToken> SsoSignInsTest::signedIn(SignInsBench& bench)
{
    Program program(bench);
    const auto device = bench.settled(program.client.authorizeDevice(
        program.registration, bench.url() + QStringLiteral("/start"), &bench.owner));
    if (!device)
        return failure(device.error());
    const auto page = sent(bench, "POST", "/device", decision(device->userCode, "allow"));
    if (!page || page->status != 200)
        return failure(ErrorKind::Refused);
    const auto token = bench.settled(
        program.client.tokenForDevice(program.registration, device->deviceCode, &bench.owner));
    if (token)
        (void)bench.settled(bench.tools().ssoTokens.keep(
            Source, cached(program.registration, *token), &bench.owner));
    return token;
}

void SsoSignInsTest::codeIsTypedIntoTheBrowser()
{
    SignInsBench bench;
    Program program(bench);
    QCOMPARE(program.registration.expiresAt, bench.clock.now().addDays(90));
    const auto device = bench.settled(program.client.authorizeDevice(
        program.registration, bench.url() + QStringLiteral("/start"), &bench.owner));
    QVERIFY(device);
    QCOMPARE(device->expiresAt, bench.clock.now().addSecs(600));
    QCOMPARE(device->interval, std::chrono::seconds(1));
    const auto look = [&] {
        const auto token = bench.settled(
            program.client.tokenForDevice(program.registration, device->deviceCode, &bench.owner));
        return token ? QStringLiteral("token") : token.error().code;
    };
    QCOMPARE(look(), QStringLiteral("authorization_pending"));
    QCOMPARE(look(), QStringLiteral("slow_down"));
    bench.clock.advance(1s);
    QCOMPARE(look(), QStringLiteral("authorization_pending"));

    const auto page =
        sent(bench, "GET", device->page.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority));
    QVERIFY(page);
    QCOMPARE(page->status, 200);
    QVERIFY(page->body.contains(device->userCode.toLatin1()));
    QVERIFY(page->body.contains("Allow") && page->body.contains("Deny"));
    QCOMPARE(sent(bench, "POST", "/device", decision(device->userCode.toLower(), "allow"))->status,
             200);
    QCOMPARE(look(), QStringLiteral("token"));
    QCOMPARE(look(), QStringLiteral("invalid_grant")); // used up
    QCOMPARE(sent(bench, "POST", "/device", decision(device->userCode, "allow"))->status, 404);
}

void SsoSignInsTest::deniedAndForgottenCodesAreTold()
{
    SignInsBench bench;
    Program program(bench);
    const auto begun = [&] {
        return bench
            .settled(
                program.client.authorizeDevice(program.registration, bench.url(), &bench.owner))
            .value_or(DeviceAuthorization());
    };
    const auto look = [&](const DeviceAuthorization& device) {
        return bench
            .settled(program.client.tokenForDevice(program.registration, device.deviceCode,
                                                   &bench.owner))
            .error();
    };
    const DeviceAuthorization denied = begun();
    const DeviceAuthorization forgotten = begun();
    QCOMPARE(sent(bench, "POST", "/device", decision(denied.userCode, "deny"))->status, 200);
    QCOMPARE(look(denied).code, QStringLiteral("access_denied"));
    bench.clock.advance(10min);
    QCOMPARE(look(forgotten).code, QStringLiteral("expired_token"));
    QCOMPARE(look(forgotten).httpStatus, 400);
    QCOMPARE(sent(bench, "POST", "/device", decision(forgotten.userCode, "allow"))->status, 404);
}

void SsoSignInsTest::browserBringsTheCode()
{
    SignInsBench bench;
    Program program(bench, QStringLiteral("http://127.0.0.1/oauth/callback"));
    const QUrlQuery back = wayBack(bench, program);
    QCOMPARE(back.queryItemValue(QStringLiteral("state"), QUrl::FullyDecoded),
             QStringLiteral("a&b"));
    const Secret code(back.queryItemValue(QStringLiteral("code")).toLatin1());
    const auto ask = [&] {
        return bench.settled(program.client.tokenForCode(program.registration, code, Verifier,
                                                         RedirectUri, &bench.owner));
    };
    const auto token = ask();
    QVERIFY(token);
    QVERIFY(!token->refreshToken.isEmpty());
    QCOMPARE(token->expiresAt, bench.clock.now().addSecs(3600));
    QCOMPARE(ask().error().code, QStringLiteral("invalid_grant")); // used up
}

void SsoSignInsTest::codeNeedsItsVerifier()
{
    SignInsBench bench;
    Program program(bench, QStringLiteral("http://127.0.0.1/oauth/callback"));
    const auto refusal = [&](const Secret& verifier, const QString& redirectUri) {
        const Secret code(
            wayBack(bench, program).queryItemValue(QStringLiteral("code")).toLatin1());
        return bench
            .settled(program.client.tokenForCode(program.registration, code, verifier, redirectUri,
                                                 &bench.owner))
            .error()
            .code;
    };
    QCOMPARE(refusal(Secret(QByteArray(64, 'w')), RedirectUri), QStringLiteral("invalid_grant"));
    QCOMPARE(refusal(Verifier, RedirectUri + u'x'), QStringLiteral("invalid_grant"));
}

void SsoSignInsTest::tokenOpensAccountsAndRoles()
{
    SignInsBench bench;
    const auto token = signedIn(bench);
    QVERIFY(token);
    SsoPortal portal(bench.parts(), QUrl(bench.url()));
    const auto accounts = bench.settled(portal.accounts(token->accessToken, &bench.owner));
    QVERIFY(accounts);
    QCOMPARE(accounts->size(), 1);
    QCOMPARE(accounts->first().id, QStringLiteral("123456789012"));
    const auto roles =
        bench.settled(portal.roles(token->accessToken, accounts->first().id, &bench.owner));
    QVERIFY(roles);
    QCOMPARE(*roles,
             (QStringList{QStringLiteral("FuotaOperator"), QStringLiteral("FuotaDeveloper")}));
    for (const QString& role : *roles) {
        const auto issued = bench.settled(
            portal.roleCredentials(token->accessToken, accounts->first().id, role, &bench.owner));
        QVERIFY(issued);
        QVERIFY(bench.callerOf(issued->credentials)->arn.contains(role));
        QVERIFY(bench.reaches(issued->credentials));
    }
    const auto refused = bench.settled(portal.roleCredentials(
        token->accessToken, accounts->first().id, QStringLiteral("Other"), &bench.owner));
    QCOMPARE(refused.error().code, QStringLiteral("ForbiddenException"));
    bench.clock.advance(1h);
    QCOMPARE(bench.settled(portal.accounts(token->accessToken, &bench.owner)).error().kind,
             ErrorKind::CredentialsExpired);
}

void SsoSignInsTest::profileSignsIn()
{
    SignInsBench bench;
    const auto sso = QStringLiteral("sandbox-sso");
    QCOMPARE(bench.issued(sso).error().kind, ErrorKind::CredentialsMissing);
    QVERIFY(signedIn(bench));
    const auto issued = bench.issued(sso);
    QVERIFY(issued);
    QCOMPARE(*issued->expiresAt, bench.clock.now().addSecs(3600));
    QCOMPARE(bench.callerOf(issued->credentials)->arn,
             QStringLiteral("arn:aws:sts::123456789012:assumed-role/"
                            "AWSReservedSSO_FuotaOperator_0123456789abcdef/operator"));
    QVERIFY(bench.reaches(issued->credentials));
    bench.clock.advance(1h);
    QCOMPARE(bench.reaches(issued->credentials).error().kind, ErrorKind::CredentialsExpired);
}

void SsoSignInsTest::tokenIsRenewedInPlace()
{
    SignInsBench bench;
    const auto sso = QStringLiteral("sandbox-sso");
    QVERIFY(signedIn(bench));
    QByteArray file = bench.read(TokenFile);
    QVERIFY(!file.isEmpty());
    QVERIFY(bench.issued(sso));
    QCOMPARE(bench.read(TokenFile), file);
    for (int round = 0; round < 3; ++round) {
        bench.clock.advance(56min);
        const auto issued = bench.issued(sso);
        QVERIFY(issued);
        QVERIFY(bench.reaches(issued->credentials));
        QVERIFY(bench.read(TokenFile) != file);
        file = bench.read(TokenFile);
        bench.restart();
    }
}

void SsoSignInsTest::sessionEnds()
{
    SignInsBench bench;
    QVERIFY(signedIn(bench));
    bench.clock.advance(8h);
    const auto ended = bench.issued(QStringLiteral("sandbox-sso"));
    QVERIFY(!ended);
    QCOMPARE(ended.error().kind, ErrorKind::CredentialsExpired);
    QCOMPARE(ended.error().code, QStringLiteral("sso-token"));
    QVERIFY(ended.error().detail.startsWith(u"[sandbox-sso] sso_session\n"));
}

FUOTADESK_TEST(SsoSignInsTest);

} // namespace fuotadesk

#include "ssosigninstest.moc"
