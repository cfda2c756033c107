#include "sandbox/accountimages.h"
#include "buckets/bucketseeds.h"
#include "fleet/devicefleet.h"
#include "sandbox/sandboxservice.h"
#include "sandbox/signedcall.h"
#include "support/fakes.h"
#include "support/testcase.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace fuotadesk {

class AccountImagesTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void imagesAreReadWithTheRole_data();
    void imagesAreReadWithTheRole();
    void keyOfAnImageIsForThoseWhoMayUseIt();
    void sessionEndsByWhatItReads_data();
    void sessionEndsByWhatItReads();
    void imageOfTheBeginOfTheSessionCounts();

private:
    HttpAnswer answer(SandboxService& service, const HttpCall& call, const QByteArray& name);
    QJsonObject json(SandboxService& service, const QByteArray& method, const QByteArray& target,
                     const QByteArray& body = {});
    // A task with the whole fleet that waits for its start.
    QByteArray startedTask(SandboxService& service, const QString& image, const QString& role);
    int updated(SandboxService& service, const QByteArray& task);

    FakeClock m_clock;
    FakeRandom m_random;
};

namespace {

using namespace std::chrono_literals;

constexpr int FitDevices = 11; // of the 24 that are there
const auto Region = QStringLiteral("eu-west-1");
const auto Roles = QStringLiteral("arn:aws:iam::123456789012:role/");
const auto Meters = QStringLiteral("s3://firmware-bucket/meters/meter-fw-2-4-1.bin");
const auto FirstSteps = QStringLiteral("s3://sandbox-bucket/first-steps.bin");

void addRow(const char* name, const QString& image, const char* role,
            std::optional<ImageFault> fault, qint64 bytes = 0)
{
    QTest::newRow(name) << image << Roles + QLatin1String(role) << fault << bytes;
}

void addImages()
{
    QTest::addColumn<QString>("image");
    QTest::addColumn<QString>("role");
    QTest::addColumn<std::optional<ImageFault>>("fault");
    QTest::addColumn<qint64>("bytes");
    const auto bucket = QStringLiteral("s3://firmware-bucket/");
    addRow("readable", FirstSteps, "sandbox-firmware-reader", {}, 20'480);
    addRow("no role", FirstSteps, "none", ImageFault::NoSuchRole);
    addRow("path is left out", Meters, "fuota-console", ImageFault::NoSuchRole);
    addRow("not trusted", Meters, "fuota-no-trust", ImageFault::NotTrusted);
    addRow("no permission", Meters, "fuota-no-permission", ImageFault::NotAllowed);
    addRow("other bucket", Meters, "sandbox-firmware-reader", ImageFault::NotAllowed);
    addRow("denied", Meters, "fuota-denied", ImageFault::NotAllowed);
    addRow("no object", bucket + QStringLiteral("meters/none.bin"), "fuota-firmware-reader",
           ImageFault::NoSuchImage);
    addRow("empty", QStringLiteral("s3://sandbox-bucket/odd/empty.bin"), "sandbox-firmware-reader",
           ImageFault::Empty);
    addRow("too large", bucket + QStringLiteral("too-large.bin"), "fuota-firmware-reader",
           ImageFault::TooLarge);
    addRow("other region", QStringLiteral("s3://firmware-elsewhere/meters/meter-fw-2-4-1.bin"),
           "service-role/fuota-console", ImageFault::OtherRegion);
    addRow("key", QStringLiteral("s3://firmware-encrypted/meters/meter-fw-2-4-1.bin"),
           "service-role/fuota-console", ImageFault::KeyNotAllowed);
    addRow("no address", QStringLiteral("first-steps.bin"), "sandbox-firmware-reader",
           ImageFault::NoAddress);
}

} // namespace

HttpAnswer AccountImagesTest::answer(SandboxService& service, const HttpCall& call,
                                     const QByteArray& name)
{
    TestSigner signer;
    signer.time = m_clock.now();
    signer.service = name;
    signer.addPayloadHash = name == "s3";
    return service.answer(signer(call));
}

QJsonObject AccountImagesTest::json(SandboxService& service, const QByteArray& method,
                                    const QByteArray& target, const QByteArray& body)
{
    return QJsonDocument::fromJson(answer(service, {method, target, {}, body}, "iotwireless").body)
        .object();
}

QByteArray AccountImagesTest::startedTask(SandboxService& service, const QString& image,
                                          const QString& role)
{
    const QJsonObject made{{QStringLiteral("FirmwareUpdateImage"), image},
                           {QStringLiteral("FirmwareUpdateRole"), role},
                           {QStringLiteral("LoRaWAN"),
                            QJsonObject{{QStringLiteral("RfRegion"), QStringLiteral("EU868")}}}};
    const QByteArray id =
        json(service, "POST", "/fuota-tasks", QJsonDocument(made).toJson())[QStringLiteral("Id")]
            .toString()
            .toLatin1();
    for (int index = 0; index < DeviceFleet::DefaultSize; ++index)
        json(service, "PUT", "/fuota-tasks/" + id + "/wireless-device",
             R"({"WirelessDeviceId":")" + DeviceFleet::at(index).id().toLatin1() + R"("})");
    const HttpCall start{"PUT", "/fuota-tasks/" + id, {}, "{}"};
    return answer(service, start, "iotwireless").status == 204 ? id : QByteArray();
}

// How many of a task that is done; -1: it is not done.
int AccountImagesTest::updated(SandboxService& service, const QByteArray& task)
{
    const QJsonObject details = json(service, "GET", "/fuota-tasks/" + task);
    if (details[QStringLiteral("Status")] != QStringLiteral("FuotaDone"))
        return -1;
    const QJsonObject listed = json(service, "GET", "/wireless-devices?fuotaTaskId=" + task);
    int count = 0;
    for (const auto rows = listed[QStringLiteral("WirelessDeviceList")].toArray();
         const auto& row : rows)
        count += row[QStringLiteral("FuotaDeviceStatus")] == QStringLiteral("Successful") ? 1 : 0;
    return count;
}

void AccountImagesTest::imagesAreReadWithTheRole_data()
{
    addImages();
    addRow("with a path", Meters, "service-role/fuota-console", {}, 102'400);
    addRow("may read what is not denied",
           QStringLiteral("s3://firmware-bucket/valves/hotfix-OPS-1042.bin"), "fuota-denied", {},
           6144);
    // somebody else's
    addRow("unknown bucket", QStringLiteral("s3://firmware/fw-2000.bin"), "none", {}, 2000);
    addRow("large by its name", QStringLiteral("s3://firmware/fw-2000000.bin"), "none",
           ImageFault::TooLarge);
    QTest::newRow("other account") << QStringLiteral("s3://firmware-bucket/fw-3000.bin")
                                   << QStringLiteral("arn:aws:iam::210987654321:role/any")
                                   << std::optional<ImageFault>() << qint64(3000);
}

void AccountImagesTest::imagesAreReadWithTheRole()
{
    QFETCH(QString, image);
    QFETCH(QString, role);
    BucketStore buckets(m_clock, m_random);
    seed(buckets, Region);
    const RoleBook roles(m_clock);
    const AccountImages images(buckets, roles, Region);
    const ImageReading reading = images.read(image, role);
    QTEST(reading ? std::optional<ImageFault>() : std::optional(reading.error()), "fault");
    QTEST(reading.value_or(0), "bytes");
}

void AccountImagesTest::keyOfAnImageIsForThoseWhoMayUseIt()
{
    BucketStore buckets(m_clock, m_random);
    seed(buckets, Region);
    RoleBook roles(m_clock);
    const QByteArray document = R"({"Version":"2012-10-17","Statement":{"Effect":"Allow",)"
                                R"("Action":"kms:Decrypt","Resource":"*"}})";
    QVERIFY(roles.putInline(QStringLiteral("fuota-console"), QStringLiteral("key"), document));
    const AccountImages images(buckets, roles, Region);
    const auto image = QStringLiteral("s3://firmware-encrypted/meters/meter-fw-2-4-1.bin");
    QCOMPARE(images.read(image, Roles + QStringLiteral("service-role/fuota-console")).value_or(0),
             102'400);
}

void AccountImagesTest::sessionEndsByWhatItReads_data()
{
    addImages();
    addRow("unknown bucket", QStringLiteral("s3://firmware/fw-20480.bin"), "none", {}, 20'480);
}

void AccountImagesTest::sessionEndsByWhatItReads()
{
    QFETCH(QString, image);
    QFETCH(QString, role);
    QFETCH(std::optional<ImageFault>, fault);
    SandboxService service(TestSigner().credentials(), Region, m_clock, m_random);
    const QByteArray task = startedTask(service, image, role); // and nobody objects
    QVERIFY(!task.isEmpty());
    service.time().jump(24h);
    QCOMPARE(updated(service, task), fault ? 0 : FitDevices);
}

void AccountImagesTest::imageOfTheBeginOfTheSessionCounts()
{
    const auto role = Roles + QStringLiteral("sandbox-firmware-reader");
    const HttpCall removal{"DELETE", "/sandbox-bucket/first-steps.bin", {}, {}};
    SandboxService early(TestSigner().credentials(), Region, m_clock, m_random);
    const QByteArray waiting = startedTask(early, FirstSteps, role);
    QCOMPARE(answer(early, removal, "s3").status, 204);
    early.time().jump(24h);
    QCOMPARE(updated(early, waiting), 0);

    SandboxService late(TestSigner().credentials(), Region, m_clock, m_random);
    const QByteArray begun = startedTask(late, FirstSteps, role);
    late.time().jump(30min); // nobody looks at the task meanwhile
    QCOMPARE(answer(late, removal, "s3").status, 204);
    late.time().jump(24h);
    QCOMPARE(updated(late, begun), FitDevices);
}

FUOTADESK_TEST(AccountImagesTest);

} // namespace fuotadesk

#include "accountimagestest.moc"
