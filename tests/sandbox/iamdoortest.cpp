#include "sandbox/iamdoor.h"
#include "aws/uriencoding.h"
#include "aws/xmlleaves.h"
#include "sandbox/rawclient.h"
#include "sandbox/sandbox.h"
#include "sandbox/signedcall.h"
#include "support/testcase.h"

#include <QUrl>

namespace fuotadesk {

// IAM of the sandbox over real sockets, beside STS and S3.
class IamDoorTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void rolesAreServedForEveryRegion();
    void bothServicesLiveAtOneAddress();
    void refusalsAreInItsForm_data();
    void refusalsAreInItsForm();
    void faultsStrikeByName();
    void policyOfASessionIsAskedByS3AndIam();

private:
    quint16 port() const { return quint16(QUrl(m_sandbox->url()).port(0)); }
    TestSigner signer(const QByteArray& service) const;
    HttpAnswer send(const TestSigner& signer, HttpCall call) const;
    HttpAnswer iam(const QByteArray& form) const { return post(signer("iam"), form); }
    HttpAnswer post(const TestSigner& signer, const QByteArray& form) const;
    static QString leaf(const HttpAnswer& answer, const char* name);

    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<LocalEndpoint> m_sandbox;
};

namespace {

const QByteArray Version = "&Version=2010-05-08";
const QByteArray Object = "/firmware-bucket/meters/meter-fw-2-4-1.bin";

} // namespace

void IamDoorTest::init()
{
    TestCase::init();
    m_sandbox = makeSandbox(m_clock, m_random);
    QVERIFY(m_sandbox->start({}));
}

TestSigner IamDoorTest::signer(const QByteArray& service) const
{
    TestSigner signer = signerFor(m_sandbox->credentials());
    signer.service = service;
    signer.region = "us-east-1";
    return signer;
}

HttpAnswer IamDoorTest::send(const TestSigner& signer, HttpCall call) const
{
    call.headers.append(HttpHeader{"Host", "127.0.0.1:" + QByteArray::number(port())});
    return answerTo(port(), wireForm(signer(call)));
}

HttpAnswer IamDoorTest::post(const TestSigner& signer, const QByteArray& form) const
{
    return send(signer,
                {"POST",
                 "/",
                 {{"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"}},
                 form});
}

QString IamDoorTest::leaf(const HttpAnswer& answer, const char* name)
{
    return xmlLeaves(answer.body).value(QLatin1String(name));
}

void IamDoorTest::rolesAreServedForEveryRegion()
{
    for (const char* region : {"us-east-1", "eu-west-1", "cn-north-1"}) {
        TestSigner asker = signer("iam");
        asker.region = region;
        const HttpAnswer got = post(asker, "Action=GetRole&RoleName=fuota-denied" + Version);
        QCOMPARE(got.status, 200);
        QCOMPARE(headerValue(got.headers, "content-type"), QByteArray("text/xml"));
        QCOMPARE(leaf(got, "Arn"), QStringLiteral("arn:aws:iam::123456789012:role/fuota-denied"));
        QVERIFY(!leaf(got, "RequestId").isEmpty());
    }
}

void IamDoorTest::bothServicesLiveAtOneAddress()
{
    const QByteArray identity = "Action=GetCallerIdentity&Version=2011-06-15";
    QCOMPARE(leaf(post(signer("sts"), identity), "Arn"),
             QStringLiteral("arn:aws:iam::123456789012:user/operator"));
    QCOMPARE(leaf(iam(identity), "Code"), QStringLiteral("InvalidAction"));
    QCOMPARE(leaf(post(signer("sts"), "Action=ListRoles" + Version), "Code"),
             QStringLiteral("InvalidAction"));
}

void IamDoorTest::refusalsAreInItsForm_data()
{
    QTest::addColumn<TestSigner>("asker");
    QTest::addColumn<QString>("code");
    TestSigner none; // a key that never was
    none.service = "iam";
    none.time = m_clock.now();
    QTest::newRow("unknown key") << none << QStringLiteral("InvalidClientTokenId");
    TestSigner thief = none;
    thief.accessKeyId = {};
    QTest::newRow("wrong secret") << thief << QStringLiteral("SignatureDoesNotMatch");
    TestSigner unsignedOne = none;
    unsignedOne.secret = {};
    QTest::newRow("no signature") << unsignedOne << QStringLiteral("MissingAuthenticationToken");
}

void IamDoorTest::refusalsAreInItsForm()
{
    QFETCH(TestSigner, asker);
    if (asker.accessKeyId.isEmpty())
        asker.accessKeyId = m_sandbox->credentials().accessKeyId.toLatin1();
    const QByteArray form = "Action=ListRoles" + Version;
    const HttpAnswer got = asker.secret.isEmpty()
        ? answerTo(port(), wireForm({"POST", "/", {{"Host", "127.0.0.1"}}, form}))
        : post(asker, form);
    QCOMPARE(got.status, 403);
    QTEST(leaf(got, "Code"), "code");
    QVERIFY(got.body.contains("iam.amazonaws.com/doc/2010-05-08/"));
}

void IamDoorTest::faultsStrikeByName()
{
    FaultSpec fault;
    fault.kind = FaultKind::TooManyRequests;
    fault.chance = 1;
    fault.operation = QStringLiteral("SimulatePrincipalPolicy");
    QVERIFY(m_sandbox->setFaults({fault}));
    const HttpAnswer struck =
        iam("Action=SimulatePrincipalPolicy&ActionNames.member.1=s3:GetObject&PolicySourceArn="
            + percentEncoded("arn:aws:iam::123456789012:role/fuota-denied") + Version);
    QCOMPARE(struck.status, 400);
    QCOMPARE(leaf(struck, "Code"), QStringLiteral("Throttling"));
    QCOMPARE(iam("Action=ListRoles" + Version).status, 200);
    fault.kind = FaultKind::ServerError;
    fault.operation = QStringLiteral("ListRoles");
    QVERIFY(m_sandbox->setFaults({fault}));
    QCOMPARE(leaf(iam("Action=ListRoles" + Version), "Code"), QStringLiteral("ServiceFailure"));
}

void IamDoorTest::policyOfASessionIsAskedByS3AndIam()
{
    const HttpAnswer assumed =
        post(signer("sts"),
             "Action=AssumeRole&Version=2011-06-15&RoleSessionName=me&RoleArn="
                 + percentEncoded("arn:aws:iam::123456789012:role/fuota-operator"));
    TestSigner session = signer("s3");
    session.accessKeyId = leaf(assumed, "AccessKeyId").toLatin1();
    session.secret = leaf(assumed, "SecretAccessKey").toLatin1();
    session.sessionToken = leaf(assumed, "SessionToken").toLatin1();
    session.region = "eu-west-1";
    session.addPayloadHash = true;
    const HttpCall head{"HEAD", Object, {}, {}};
    QCOMPARE(send(session, head).status, 200);

    const QByteArray document = percentEncoded(
        R"({"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":["s3:GetObject",)"
        R"("iam:ListRoles"],"Resource":"*"}})");
    QCOMPARE(iam("Action=PutRolePolicy&RoleName=fuota-operator&PolicyName=no&PolicyDocument="
                 + document + Version)
                 .status,
             200);
    QCOMPARE(send(session, head).status, 403);
    TestSigner user = signer("s3"); // goes by his own
    user.region = "eu-west-1";
    user.addPayloadHash = true;
    QCOMPARE(send(user, head).status, 200);
    session.service = "iam";
    session.addPayloadHash = false;
    QCOMPARE(leaf(post(session, "Action=ListRoles" + Version), "Code"),
             QStringLiteral("AccessDenied"));
    QCOMPARE(post(session, "Action=GetUser" + Version).status, 200);
}

FUOTADESK_TEST(IamDoorTest);

} // namespace fuotadesk

#include "iamdoortest.moc"
