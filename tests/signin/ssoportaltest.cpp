#include "signin/ssoportal.h"
#include "support/testcase.h"

#include "signin/signinbench.h"

namespace fuotadesk {

class SsoPortalTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void roleGivesKeys();
    void listsAreReadToTheirEnd();
    void refusedTokenAsksForASignIn();
    void strangeAnswersAreRefused();
};

namespace {

struct Portal : SignInBench {
    SsoPortal portal{parts(), QUrl(QStringLiteral("https://portal.sso.eu-west-1.amazonaws.com"))};
    Secret token{"bearer"};
};

} // namespace

void SsoPortalTest::roleGivesKeys()
{
    Portal p;
    p.network.answer(200,
                     R"({"roleCredentials":{"accessKeyId":"ASIA","secretAccessKey":"s",
                        "sessionToken":"t","expiration":1767326645000}})");
    Outcome<IssuedCredentials> outcome;
    outcome.watch(
        p.portal.roleCredentials(p.token, QStringLiteral("1"), QStringLiteral("Op+1"), &p.owner),
        &p.owner);
    QTRY_COMPARE(outcome.count, 1);
    const IssuedCredentials expected{{QStringLiteral("ASIA"), Secret("s"), Secret("t")},
                                     QStringLiteral("1"),
                                     QDateTime(QDate(2026, 1, 2), QTime(4, 4, 5), Qt::UTC)};
    QCOMPARE(outcome.result->value(), expected);
    const HttpRequest& sent = p.network.requests().first();
    QCOMPARE(sent.method, QByteArray("GET"));
    QCOMPARE(sent.url.toEncoded(),
             QByteArray("https://portal.sso.eu-west-1.amazonaws.com/federation/credentials"
                        "?account_id=1&role_name=Op%2B1"));
    QCOMPARE(headerValue(sent.headers, "x-amz-sso_bearer_token"), QByteArray("bearer"));
    QVERIFY(headerValue(sent.headers, "authorization").isEmpty());
}

void SsoPortalTest::listsAreReadToTheirEnd()
{
    Portal p;
    p.network.answer(200,
                     R"({"accountList":[{"accountId":"1","accountName":"a","emailAddress":"e"}],
                        "nextToken":"n/+="})");
    p.network.answer(200, R"({"accountList":[{"accountId":"2","accountName":"b"}]})");
    Outcome<QList<SsoAccount>> accounts;
    accounts.watch(p.portal.accounts(p.token, &p.owner), &p.owner);
    QTRY_COMPARE(accounts.count, 1);
    const QList<SsoAccount> expected{
        {QStringLiteral("1"), QStringLiteral("a"), QStringLiteral("e")},
        {QStringLiteral("2"), QStringLiteral("b"), {}}};
    QCOMPARE(accounts.result->value(), expected);
    QVERIFY(p.network.requests().at(1).url.toEncoded().contains("next_token=n%2F%2B%3D"));
    p.network.answer(200, R"({"roleList":[{"roleName":"x","accountId":"1"}]})");
    Outcome<QStringList> roles;
    roles.watch(p.portal.roles(p.token, QStringLiteral("1"), &p.owner), &p.owner);
    QTRY_COMPARE(roles.count, 1);
    QCOMPARE(roles.result->value(), QStringList(QStringLiteral("x")));
}

void SsoPortalTest::refusedTokenAsksForASignIn()
{
    Portal p;
    p.network.answer(401, R"({"message":"Session token not found or invalid"})",
                     {{"x-amzn-errortype", "UnauthorizedException"}});
    Outcome<IssuedCredentials> outcome;
    outcome.watch(
        p.portal.roleCredentials(p.token, QStringLiteral("1"), QStringLiteral("r"), &p.owner),
        &p.owner);
    QTRY_COMPARE(outcome.count, 1);
    QCOMPARE(outcome.result->error().kind, ErrorKind::CredentialsExpired);
    QCOMPARE(outcome.result->error().code, QStringLiteral("sso-token"));
}

void SsoPortalTest::strangeAnswersAreRefused()
{
    for (const char* body : {"", "[]", R"({"roleCredentials":{}})",
                             R"({"roleCredentials":{"accessKeyId":"a","secretAccessKey":"b",
                                "expiration":"soon"}})"}) {
        Portal p;
        p.network.answer(200, body);
        Outcome<IssuedCredentials> outcome;
        outcome.watch(
            p.portal.roleCredentials(p.token, QStringLiteral("1"), QStringLiteral("r"), &p.owner),
            &p.owner);
        QTRY_COMPARE(outcome.count, 1);
        QVERIFY2(!*outcome.result, body);
        QCOMPARE(outcome.result->error().kind, ErrorKind::AnswerMalformed);
    }
}

} // namespace fuotadesk

using fuotadesk::SsoPortalTest;
FUOTADESK_TEST(SsoPortalTest);
#include "ssoportaltest.moc"
