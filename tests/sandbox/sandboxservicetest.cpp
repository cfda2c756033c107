#include "sandbox/sandboxservice.h"
#include "aws/restrequest.h"
#include "aws/restresponse.h"
#include "fleet/devicefleet.h"
#include "iotwireless/operations.h"
#include "sandbox/signedcall.h"
#include "support/fakes.h"
#include "support/testcase.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace fuotadesk {

class SandboxServiceTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void createGetListDelete();
    void detailsHaveTheModelsTypes();
    void whoAsksIsCheckedFirst();
    void unknownRouteIsAnswered();
    void pagesCarryTheToken();
    void rateIsLimitedOnlyWhenAsked();
    void everyAnswerIsStamped();
    void answersReadBackByTheirShapes();
    void rootKeysAreSentAndDropped();

private:
    HttpAnswer answer(SandboxService& service, const QByteArray& method, const QByteArray& target,
                      const QByteArray& body = {});
    static QJsonObject json(const HttpAnswer& answer);

    FakeClock m_clock;
    FakeRandom m_random;
};

namespace {

constexpr auto Body =
    R"({"Name":"n","FirmwareUpdateImage":"s3://b/k","FirmwareUpdateRole":"r","RedundancyPercent":5,)"
    R"("LoRaWAN":{"RfRegion":"EU868"},"Tags":[{"Key":"k","Value":"v"}],"ClientRequestToken":"t"})";

} // namespace

HttpAnswer SandboxServiceTest::answer(SandboxService& service, const QByteArray& method,
                                      const QByteArray& target, const QByteArray& body)
{
    TestSigner signer;
    signer.time = m_clock.now();
    return service.answer(signer({method, target, {}, body}));
}

QJsonObject SandboxServiceTest::json(const HttpAnswer& answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

void SandboxServiceTest::createGetListDelete()
{
    SandboxService service(TestSigner().credentials(), QStringLiteral("eu-west-1"), m_clock,
                           m_random);
    const HttpAnswer created = answer(service, "POST", "/fuota-tasks", Body);
    QCOMPARE(created.status, 201);
    const QString id = json(created)[QStringLiteral("Id")].toString();
    QVERIFY(json(created)[QStringLiteral("Arn")].toString().endsWith(id));

    const QByteArray target = "/fuota-tasks/" + id.toLatin1();
    QCOMPARE(answer(service, "GET", target).status, 200);
    const QJsonObject listed = json(answer(service, "GET", "/fuota-tasks"));
    QCOMPARE(listed[QStringLiteral("FuotaTaskList")].toArray().size(), 1);
    QCOMPARE(listed[QStringLiteral("FuotaTaskList")][0][QStringLiteral("Name")].toString(),
             QStringLiteral("n"));
    QVERIFY(!listed.contains(QStringLiteral("NextToken")));

    QCOMPARE(answer(service, "DELETE", target).status, 204);
    const HttpAnswer gone = answer(service, "GET", target);
    QCOMPARE(gone.status, 404);
    QCOMPARE(json(gone)[QStringLiteral("ResourceId")].toString(), id);
    QCOMPARE(json(gone)[QStringLiteral("ResourceType")].toString(), QStringLiteral("FuotaTask"));
}

void SandboxServiceTest::detailsHaveTheModelsTypes()
{
    SandboxService service(TestSigner().credentials(), QStringLiteral("eu-west-1"), m_clock,
                           m_random);
    const QString id =
        json(answer(service, "POST", "/fuota-tasks", Body))[QStringLiteral("Id")].toString();
    const QJsonObject details = json(answer(service, "GET", "/fuota-tasks/" + id.toLatin1()));
    QCOMPARE(details[QStringLiteral("CreatedAt")],
             QJsonValue(double(m_clock.now().toSecsSinceEpoch())));
    QCOMPARE(details[QStringLiteral("Status")].toString(), QStringLiteral("Pending"));
    QCOMPARE(details[QStringLiteral("RedundancyPercent")], QJsonValue(5));
    QCOMPARE(details[QStringLiteral("LoRaWAN")].toObject(),
             (QJsonObject{{QStringLiteral("RfRegion"), QStringLiteral("EU868")}}));
    QVERIFY(!details.contains(QStringLiteral("ClientRequestToken")));
    QVERIFY(!details.contains(QStringLiteral("Tags")));
    QVERIFY(!details.contains(QStringLiteral("Descriptor")));
}

void SandboxServiceTest::whoAsksIsCheckedFirst()
{
    SandboxService service(TestSigner().credentials(), QStringLiteral("eu-west-1"), m_clock,
                           m_random);
    const HttpAnswer refused = service.answer({"POST", "/nowhere", {}, "{"});
    QCOMPARE(refused.status, 403);
    QCOMPARE(headerValue(refused.headers, "x-amzn-errortype"),
             QByteArray("MissingAuthenticationTokenException"));
    QVERIFY(json(refused).contains(QStringLiteral("message")));
}

void SandboxServiceTest::unknownRouteIsAnswered()
{
    SandboxService service(TestSigner().credentials(), QStringLiteral("eu-west-1"), m_clock,
                           m_random);
    const HttpAnswer unknown = answer(service, "PATCH", "/fuota-tasks", "{}");
    QCOMPARE(unknown.status, 404);
    QCOMPARE(headerValue(unknown.headers, "x-amzn-errortype"),
             QByteArray("UnknownOperationException"));
}

void SandboxServiceTest::pagesCarryTheToken()
{
    SandboxService service(TestSigner().credentials(), QStringLiteral("eu-west-1"), m_clock,
                           m_random);
    for (int i = 0; i < 3; ++i)
        answer(service, "POST", "/fuota-tasks",
               R"({"FirmwareUpdateImage":"i","FirmwareUpdateRole":"r"})");
    const QJsonObject first = json(answer(service, "GET", "/fuota-tasks?maxResults=2"));
    QCOMPARE(first[QStringLiteral("FuotaTaskList")].toArray().size(), 2);
    const QByteArray token = first[QStringLiteral("NextToken")].toString().toLatin1();
    const QJsonObject second = json(
        answer(service, "GET", "/fuota-tasks?maxResults=2&nextToken=" + token.toPercentEncoding()));
    QCOMPARE(second[QStringLiteral("FuotaTaskList")].toArray().size(), 1);
    QCOMPARE(answer(service, "GET", "/fuota-tasks?nextToken=x").status, 400);
}

void SandboxServiceTest::rateIsLimitedOnlyWhenAsked()
{
    SandboxService service(TestSigner().credentials(), QStringLiteral("eu-west-1"), m_clock,
                           m_random);
    for (int i = 0; i < 30; ++i)
        QCOMPARE(answer(service, "GET", "/fuota-tasks").status, 200);
    service.limitRate(true);
    for (int i = 0; i < 10; ++i)
        QCOMPARE(answer(service, "GET", "/fuota-tasks").status, 200);
    const HttpAnswer refused = answer(service, "GET", "/fuota-tasks");
    QCOMPARE(refused.status, 429);
    QCOMPARE(headerValue(refused.headers, "x-amzn-errortype"), QByteArray("ThrottlingException"));
    QCOMPARE(answer(service, "POST", "/fuota-tasks", Body).status, 201);
}

void SandboxServiceTest::everyAnswerIsStamped()
{
    SandboxService service(TestSigner().credentials(), QStringLiteral("eu-west-1"), m_clock,
                           m_random);
    const HttpAnswer first = answer(service, "GET", "/fuota-tasks");
    const HttpAnswer second = service.unreadable(QStringLiteral("x"));
    QCOMPARE(second.status, 400);
    QVERIFY(!headerValue(first.headers, "Date").isEmpty());
    QVERIFY(!headerValue(second.headers, "x-amzn-requestid").isEmpty());
    QVERIFY(headerValue(first.headers, "x-amzn-requestid")
            != headerValue(second.headers, "x-amzn-requestid"));
}

// What a client asks for by a table, the sandbox answers by the same one.
void SandboxServiceTest::answersReadBackByTheirShapes()
{
    SandboxService service(TestSigner().credentials(), QStringLiteral("eu-west-1"), m_clock,
                           m_random);
    const QString device = DeviceFleet::at(5).id();
    const QString arn =
        QStringLiteral("arn:aws:iotwireless:eu-west-1:123456789012:WirelessDevice/") + device;
    for (const Operation* operation :
         {&listMulticastGroupsOperation(), &listWirelessDevicesOperation(),
          &getWirelessDeviceOperation(), &getWirelessDeviceStatisticsOperation(),
          &listDeviceProfilesOperation(), &listQueuedMessagesOperation(),
          &listWirelessGatewaysOperation(), &listTagsForResourceOperation()}) {
        const auto request =
            restRequest(*operation,
                        {{QStringLiteral("Id"), device},
                         {QStringLiteral("Identifier"), device},
                         {QStringLiteral("IdentifierType"), QStringLiteral("WirelessDeviceId")},
                         {QStringLiteral("WirelessDeviceId"), device},
                         {QStringLiteral("ResourceArn"), arn}});
        QVERIFY(request);
        const HttpAnswer given = answer(service, request->method, request->target);
        QVERIFY2(given.status == 200, qPrintable(operation->name));
        const auto members = restMembers(*operation->output, {given.status, {}, given.body});
        QVERIFY2(members && !members->isEmpty(), qPrintable(operation->name));
    }
}

void SandboxServiceTest::rootKeysAreSentAndDropped()
{
    SandboxService service(TestSigner().credentials(), QStringLiteral("eu-west-1"), m_clock,
                           m_random);
    const HttpAnswer given = answer(service, "GET",
                                    "/wireless-devices/" + DeviceFleet::at(0).id().toLatin1()
                                        + "?identifierType=WirelessDeviceId");
    for (const char* name : {"AppKey", "GenAppKey"})
        QVERIFY2(given.body.contains(name), name);
    const QJsonObject otaa = json(given)[u"LoRaWAN"][QStringLiteral("OtaaV1_0_x")].toObject();
    const auto members =
        restMembers(*getWirelessDeviceOperation().output, {given.status, {}, given.body});
    QVERIFY(members);
    const QByteArray kept = QJsonDocument(*members).toJson();
    QVERIFY(kept.contains("JoinEui"));
    QVERIFY(!kept.contains("AppKey"));
    QVERIFY(!kept.contains(otaa[u"AppKey"].toString().toLatin1()));
}

FUOTADESK_TEST(SandboxServiceTest);

} // namespace fuotadesk

#include "sandboxservicetest.moc"
