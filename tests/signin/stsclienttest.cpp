#include "signin/stsclient.h"
#include "support/testcase.h"

#include "signin/signinbench.h"

#include <QUrlQuery>

namespace fuotadesk {

class StsClientTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void roleIsAskedForAsTheServiceReadsIt();
    void whatIsNotSetIsNotSent();
    void webIdentityIsNotSigned();
    void identityIsTold();
    void refusalIsTyped();
    void answerWithoutKeysIsRefused_data();
    void answerWithoutKeysIsRefused();
    void troubleIsTriedAgain();
};

namespace {

constexpr auto Issued =
    "<AssumeRoleResponse><AssumeRoleResult><AssumedRoleUser>"
    "<Arn>arn:aws:sts::123456789012:assumed-role/r/s</Arn></AssumedRoleUser><Credentials>"
    "<AccessKeyId>ASIA1</AccessKeyId><SecretAccessKey>k&amp;1</SecretAccessKey>"
    "<SessionToken>t1</SessionToken><Expiration>2026-01-02T04:04:05Z</Expiration></Credentials>"
    "</AssumeRoleResult></AssumeRoleResponse>";

struct Sts : SignInBench {
    StsClient client;

    explicit Sts(const Credentials& credentials = {QStringLiteral("AKIA"), Secret("s"), {}})
        : client(parts(),
                 {QUrl(QStringLiteral("https://sts.eu-west-1.amazonaws.com")),
                  QStringLiteral("eu-west-1")},
                 credentials)
    {
    }

    Result<IssuedCredentials> assume(const RoleRequest& role)
    {
        Outcome<IssuedCredentials> outcome;
        outcome.watch(client.assumeRole(role, &owner), &owner);
        (void)QTest::qWaitFor([&] { return outcome.count > 0; }, 30'000);
        return *outcome.result;
    }
};

QByteArray header(const HttpRequest& request, const char* name)
{
    return headerValue(request.headers, name);
}

} // namespace

void StsClientTest::roleIsAskedForAsTheServiceReadsIt()
{
    Sts sts;
    sts.network.answer(200, Issued);
    const auto issued = sts.assume({QStringLiteral("arn:aws:iam::1:role/r"),
                                    QStringLiteral("me@here"), QStringLiteral("e +/"),
                                    QStringLiteral("arn:mfa"), QStringLiteral("123456"), 900});
    QVERIFY(issued);
    const IssuedCredentials expected{{QStringLiteral("ASIA1"), Secret("k&1"), Secret("t1")},
                                     QStringLiteral("123456789012"),
                                     QDateTime(QDate(2026, 1, 2), QTime(4, 4, 5), Qt::UTC)};
    QCOMPARE(*issued, expected);
    const HttpRequest& sent = sts.network.requests().first();
    QCOMPARE(sent.method, QByteArray("POST"));
    QCOMPARE(sent.url, QUrl(QStringLiteral("https://sts.eu-west-1.amazonaws.com/")));
    QCOMPARE(sent.body,
             QByteArray("Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole"
                        "%2Fr&RoleSessionName=me%40here&ExternalId=e%20%2B%2F&DurationSeconds=900&"
                        "SerialNumber=arn%3Amfa&TokenCode=123456"));
    QCOMPARE(header(sent, "content-type"), QByteArray("application/x-www-form-urlencoded"));
    QVERIFY(header(sent, "authorization")
                .contains("Credential=AKIA/20260102/eu-west-1/sts/aws4_request"));
}

void StsClientTest::whatIsNotSetIsNotSent()
{
    Sts sts;
    sts.network.answer(200, Issued);
    QVERIFY(sts.assume({QStringLiteral("r"), QStringLiteral("s"), {}, {}, {}, {}}));
    QCOMPARE(sts.network.requests().first().body,
             QByteArray("Action=AssumeRole&Version=2011-06-15&RoleArn=r&RoleSessionName=s"));
}

void StsClientTest::webIdentityIsNotSigned()
{
    Sts sts{Credentials()};
    sts.network.answer(200, Issued);
    Outcome<IssuedCredentials> outcome;
    outcome.watch(sts.client.assumeRoleWithWebIdentity(QStringLiteral("r"), QStringLiteral("s"),
                                                       Secret("a.b.c"), &sts.owner),
                  &sts.owner);
    QTRY_COMPARE(outcome.count, 1);
    QVERIFY(*outcome.result);
    const HttpRequest& sent = sts.network.requests().first();
    QVERIFY(header(sent, "authorization").isEmpty());
    QVERIFY(sent.body.endsWith("&WebIdentityToken=a.b.c"));
}

void StsClientTest::identityIsTold()
{
    Sts sts;
    sts.network.answer(
        200,
        "<GetCallerIdentityResponse xmlns='https://sts.amazonaws.com/doc/2011-06-15/'>"
        "<GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/op</Arn>"
        "<UserId>AIDA</UserId><Account>123456789012</Account></GetCallerIdentityResult>"
        "</GetCallerIdentityResponse>");
    Outcome<CallerIdentity> outcome;
    outcome.watch(sts.client.callerIdentity(&sts.owner), &sts.owner);
    QTRY_COMPARE(outcome.count, 1);
    const CallerIdentity expected{QStringLiteral("123456789012"),
                                  QStringLiteral("arn:aws:iam::123456789012:user/op"),
                                  QStringLiteral("AIDA")};
    QCOMPARE(outcome.result->value(), expected);
}

void StsClientTest::refusalIsTyped()
{
    Sts sts;
    sts.network.answer(403,
                       "<ErrorResponse><Error><Code>AccessDenied</Code><Message>not you</Message>"
                       "</Error><RequestId>r</RequestId></ErrorResponse>");
    const auto issued = sts.assume({QStringLiteral("r"), QStringLiteral("s"), {}, {}, {}, {}});
    QVERIFY(!issued);
    QCOMPARE(issued.error().kind, ErrorKind::AccessDenied);
    QCOMPARE(issued.error().detail, QStringLiteral("not you"));
}

void StsClientTest::answerWithoutKeysIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no XML") << QByteArray("{}");
    QTest::newRow("nothing in it") << QByteArray("<AssumeRoleResponse/>");
    QTest::newRow("no secret") << QByteArray(Issued).replace("SecretAccessKey", "X");
    QTest::newRow("no end") << QByteArray(Issued).replace("2026-01-02T04:04:05Z", "soon");
    QTest::newRow("cut") << QByteArray(Issued).left(200);
}

void StsClientTest::answerWithoutKeysIsRefused()
{
    QFETCH(QByteArray, body);
    Sts sts;
    sts.network.answer(200, body);
    const auto issued = sts.assume({QStringLiteral("r"), QStringLiteral("s"), {}, {}, {}, {}});
    QVERIFY(!issued);
    QCOMPARE(issued.error().kind, ErrorKind::AnswerMalformed);
}

void StsClientTest::troubleIsTriedAgain()
{
    Sts sts;
    sts.random.setUnit(0);
    sts.network.answer(503);
    sts.network.answer(200, Issued);
    QVERIFY(sts.assume({QStringLiteral("r"), QStringLiteral("s"), {}, {}, {}, {}}));
    QCOMPARE(sts.network.requests().size(), 2);
}

} // namespace fuotadesk

using fuotadesk::StsClientTest;
FUOTADESK_TEST(StsClientTest);
#include "stsclienttest.moc"
