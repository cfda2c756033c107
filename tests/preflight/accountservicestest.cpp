#include "preflight/accountservices.h"
#include "preflight/uploadbench.h"
#include "support/testcase.h"

#include <QSignalSpy>

namespace fuotadesk {

class AccountServicesTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void followsTheSession();
    void whatWasBegunEndsAfterAChange();
};

void AccountServicesTest::followsTheSession()
{
    UploadBench bench;
    AccountServices& services = bench.services;
    QVERIFY(!services.s3() && !services.iam());
    QVERIFY(services.endpoint().isEmpty());
    QSignalSpy changes(&services, &AccountServices::changed);
    bench.bench.signIn();
    QCOMPARE(changes.size(), 1);
    QVERIFY(services.s3() && services.iam());
    QCOMPARE(services.endpoint(), QStringLiteral("http://127.0.0.1:1"));
    QCOMPARE(services.connectionId(), sandboxConnection().id);
    const auto before = services.s3();
    bench.bench.session.activate(sandboxConnection().id);
    QVERIFY(!services.s3());
    QCOMPARE(changes.size(), 2);
    QTRY_VERIFY(services.s3());
    QVERIFY(services.s3() != before);
    const AccountServices late(bench.bench.session); // made when the session is ready
    QCOMPARE(late.endpoint(), services.endpoint());
}

void AccountServicesTest::whatWasBegunEndsAfterAChange()
{
    UploadBench bench;
    bench.bench.signIn();
    bench.s3.addObject(Place, "12345");
    const auto s3 = bench.services.s3();
    bench.bench.session.activate(sandboxConnection().id);
    auto* call = s3->head({QStringLiteral("firmware"), QStringLiteral("v1/fw.bin")}, this);
    const auto facts = resultOf(call);
    QCOMPARE((*facts)->size, 5);
}

} // namespace fuotadesk

using fuotadesk::AccountServicesTest;
FUOTADESK_TEST(AccountServicesTest);
#include "accountservicestest.moc"
