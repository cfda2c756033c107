#include "identity/stsserver.h"
#include "aws/uriencoding.h"
#include "aws/xmlleaves.h"
#include "identity/identitybench.h"
#include "support/testcase.h"

namespace fuotadesk {

class StsServerTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void identityIsTold();
    void rolesAreAssumed();
    void refusalsAreInItsWords_data();
    void refusalsAreInItsWords();
    void chainedSessionLastsAnHourAtMost();
    void onlyWebIdentityNeedsNoSignature();

private:
    HttpResponse answer(IdentityBench& bench, const QByteArray& form,
                        const HeldKey* asker = nullptr);
};

namespace {

const QByteArray Role = "RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2F";
const QByteArray Assume = "Action=AssumeRole&Version=2011-06-15&RoleSessionName=me&" + Role;
const QByteArray Web =
    "Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleSessionName=me&" + Role;
const QByteArray Serial = "&SerialNumber=arn%3Aaws%3Aiam%3A%3A123456789012%3Amfa%2Foperator";

} // namespace

// Signed by asker, else by the one user.
HttpResponse StsServerTest::answer(IdentityBench& bench, const QByteArray& form,
                                   const HeldKey* asker)
{
    const HeldKey user = *bench.identity.keys().find(QStringLiteral("AKIAEXAMPLE"));
    const IdentityCall call = IdentityBench::call("POST", "/", {}, form);
    const HeldKey* signer = StsServer::wantsSignature(call) ? &user : nullptr;
    return bench.identity.sts().answer(call, asker ? asker : signer);
}

void StsServerTest::identityIsTold()
{
    IdentityBench bench;
    const HttpResponse got = answer(bench, "Action=GetCallerIdentity&Version=2011-06-15");
    QCOMPARE(got.status, 200);
    QCOMPARE(headerValue(got.headers, "content-type"), QByteArray("text/xml"));
    const QString userId = userPrincipal().userId;
    QCOMPARE(QString::fromUtf8(got.body).simplified().remove(QStringLiteral("> ")),
             QStringLiteral(
                 "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\""
                 "<GetCallerIdentityResult<Arn>arn:aws:iam::123456789012:user/operator</Arn"
                 "<UserId>%1</UserId<Account>123456789012</Account</GetCallerIdentityResult"
                 "<ResponseMetadata<RequestId>rid</RequestId</ResponseMetadata"
                 "</GetCallerIdentityResponse>")
                 .arg(userId));
}

void StsServerTest::rolesAreAssumed()
{
    IdentityBench bench;
    for (const QByteArray& form :
         {QByteArray(Assume + "fuota-operator&DurationSeconds=43200"),
          QByteArray(Assume + "fuota-external&ExternalId=fuota"),
          QByteArray(Assume + "fuota-mfa&TokenCode=123456" + Serial),
          QByteArray(Web + "fuota-web&WebIdentityToken=sandbox-web-identity")}) {
        const HttpResponse got = answer(bench, form);
        QVERIFY2(got.status == 200, got.body.constData());
        const auto leaves = xmlLeaves(got.body);
        const HeldKey* key =
            bench.identity.keys().find(leaves.value(QStringLiteral("AccessKeyId")));
        QVERIFY(key);
        QCOMPARE(leaves.value(QStringLiteral("SessionToken")).toLatin1(),
                 key->credentials.sessionToken.reveal());
        QCOMPARE(leaves.value(QStringLiteral("Arn")), key->principal.arn);
        QVERIFY(key->principal.arn.endsWith(u"/me"));
        const int seconds = form.contains("43200") ? 43200 : 3600;
        QCOMPARE(leaves.value(QStringLiteral("Expiration")),
                 bench.clock.now().addSecs(seconds).toString(Qt::ISODate));
    }
}

void StsServerTest::refusalsAreInItsWords_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const QByteArray& form, int status, const char* code,
                        const char* part) {
        QTest::newRow(name) << form << status << QString::fromLatin1(code)
                            << QString::fromLatin1(part);
    };
    row("action", "Action=GetCoffee&Version=2011-06-15", 400, "InvalidAction",
        "Could not find operation GetCoffee for version 2011-06-15");
    row("version", "Action=GetCallerIdentity", 400, "InvalidAction", "NO_VERSION_SPECIFIED");
    row("unknown role", Assume + "other-role", 403, "AccessDenied",
        "is not authorized to perform: sts:AssumeRole on resource: "
        "arn:aws:iam::123456789012:role/other-role");
    row("role for the web", Assume + "fuota-web", 403, "AccessDenied", "not authorized");
    row("no role",
        "Action=AssumeRole&Version=2011-06-15&RoleSessionName=me&RoleArn="
        "arn%3Aaws%3Aiam%3A%3A123456789012%3Auser%2Fme",
        400, "ValidationError", "arn:aws:iam::123456789012:user/me is invalid");
    row("no session", "Action=AssumeRole&Version=2011-06-15&" + Role + "fuota-operator", 400,
        "ValidationError", "Value null at 'roleSessionName'");
    row("session with a blank",
        "Action=AssumeRole&Version=2011-06-15&RoleSessionName=a+b&" + Role + "x", 400,
        "ValidationError",
        "Value 'a b' at 'roleSessionName' failed to satisfy constraint: Member "
        "must satisfy regular expression pattern: [\\w+=,.@-]*");
    row("too short", Assume + "fuota-operator&DurationSeconds=899", 400, "ValidationError",
        "Member must have value greater than or equal to 900");
    row("too long", Assume + "fuota-operator&DurationSeconds=43201", 400, "ValidationError",
        "Member must have value less than or equal to 43200");
    row("too long for the role", Assume + "fuota-external&ExternalId=fuota&DurationSeconds=3601",
        400, "ValidationError", "exceeds the MaxSessionDuration set for this role");
    row("no number", Assume + "fuota-operator&DurationSeconds=x", 400, "MalformedInput", "integer");
    row("no external id", Assume + "fuota-external", 403, "AccessDenied", "not authorized");
    row("other external id", Assume + "fuota-external&ExternalId=fuotax", 403, "AccessDenied",
        "not authorized");
    row("no code", Assume + "fuota-mfa", 403, "AccessDenied", "not authorized");
    row("code alone", Assume + "fuota-mfa&TokenCode=123456", 403, "AccessDenied", "must provide");
    row("wrong code", Assume + "fuota-mfa&TokenCode=123457" + Serial, 403, "AccessDenied",
        "invalid MFA one time pass code");
    row("short code", Assume + "fuota-mfa&TokenCode=12345" + Serial, 400, "ValidationError",
        "at 'tokenCode'");
    row("other device", Assume + "fuota-mfa&TokenCode=123456" + Serial + "2", 403, "AccessDenied",
        "verify your MFA serial number");
    row("other token", Web + "fuota-web&WebIdentityToken=x.y.z", 400, "InvalidIdentityToken",
        "not a valid JWT");
    row("ended token", Web + "fuota-web&WebIdentityToken=sandbox-web-identity-expired", 400,
        "ExpiredTokenException", "Token expired");
    row("token for another role", Web + "fuota-operator&WebIdentityToken=sandbox-web-identity", 403,
        "AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity");
}

void StsServerTest::refusalsAreInItsWords()
{
    QFETCH(QByteArray, form);
    QFETCH(QString, part);
    IdentityBench bench;
    const HttpResponse got = answer(bench, form);
    QTEST(got.status, "status");
    const auto leaves = xmlLeaves(got.body);
    QVERIFY(
        got.body.startsWith("<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"));
    QCOMPARE(leaves.value(QStringLiteral("Type")), QStringLiteral("Sender"));
    QCOMPARE(leaves.value(QStringLiteral("RequestId")), QStringLiteral("rid"));
    QTEST(leaves.value(QStringLiteral("Code")), "code");
    const QString message = leaves.value(QStringLiteral("Message"));
    QVERIFY2(message.contains(part), qPrintable(message));
}

void StsServerTest::chainedSessionLastsAnHourAtMost()
{
    IdentityBench bench;
    const auto first = xmlLeaves(answer(bench, Assume + "fuota-operator").body);
    const HeldKey asker = *bench.identity.keys().find(first.value(QStringLiteral("AccessKeyId")));
    QCOMPARE(answer(bench, Assume + "fuota-operator&DurationSeconds=3600", &asker).status, 200);
    const HttpResponse longer =
        answer(bench, Assume + "fuota-operator&DurationSeconds=3601", &asker);
    QCOMPARE(longer.status, 400);
    QVERIFY(longer.body.contains("role chaining"));
}

void StsServerTest::onlyWebIdentityNeedsNoSignature()
{
    QVERIFY(!StsServer::wantsSignature(IdentityBench::call("POST", "/", {}, Web + "x")));
    QVERIFY(StsServer::wantsSignature(IdentityBench::call("POST", "/", {}, Assume + "x")));
    QVERIFY(StsServer::wantsSignature(IdentityBench::call("POST", "/")));
    IdentityBench bench; // and nobody gets anything without one
    const IdentityCall call = IdentityBench::call("POST", "/", {}, Assume + "fuota-operator");
    QCOMPARE(bench.identity.sts().answer(call, nullptr).status, 400);
}

FUOTADESK_TEST(StsServerTest);

} // namespace fuotadesk

#include "stsservertest.moc"
