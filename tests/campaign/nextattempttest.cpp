#include "campaign/nextattempt.h"

#include "support/testcase.h"

namespace fuotadesk {

class NextAttemptTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void failedOnesAreItsRecipients();
    void missingFragmentsAdviseRedundancy_data();
    void missingFragmentsAdviseRedundancy();
    void otherFailuresAdviseNothing();
    void nameCountsOn_data();
    void nameCountsOn();
    void tokenIsNotTaken();
};

namespace {

WirelessDeviceSummary device(int number, FuotaDeviceStatus status)
{
    WirelessDeviceSummary device;
    device.id = QStringLiteral("device-%1").arg(number);
    device.fuotaStatus = status;
    return device;
}

FuotaTask task(std::optional<qint64> redundancy = 20)
{
    FuotaTask task;
    task.parameters.name = QStringLiteral("meter");
    task.parameters.clientRequestToken = QStringLiteral("token");
    task.parameters.redundancyPercent = redundancy;
    return task;
}

} // namespace

void NextAttemptTest::failedOnesAreItsRecipients()
{
    const NextAttempt next = nextAttempt(
        task(),
        {device(1, FuotaDeviceStatus::Successful), device(2, FuotaDeviceStatus::MicError),
         device(3, FuotaDeviceStatus::MissingFrag), device(4, FuotaDeviceStatus::Initial),
         device(5, FuotaDeviceStatus::MissingFrag), device(6, FuotaDeviceStatus::Unknown)});
    QCOMPARE(next.draft.recipients.wirelessDeviceIds,
             (QStringList{QStringLiteral("device-2"), QStringLiteral("device-3"),
                          QStringLiteral("device-5")}));
    QCOMPARE(next.failed,
             (QList<FailedDevices>{{FuotaDeviceStatus::MissingFrag, 2},
                                   {FuotaDeviceStatus::MicError, 1}}));
}

void NextAttemptTest::missingFragmentsAdviseRedundancy_data()
{
    QTest::addColumn<qint64>("present"); // -1: not set
    QTest::addColumn<qint64>("advised"); // -1: none

    QTest::newRow("none") << qint64{0} << qint64{10};
    QTest::newRow("little") << qint64{5} << qint64{15};
    QTest::newRow("some") << qint64{20} << qint64{40};
    QTest::newRow("much") << qint64{60} << qint64{100};
    QTest::newRow("all there is") << qint64{100} << qint64{-1};
    QTest::newRow("not set") << qint64{-1} << qint64{40};
}

void NextAttemptTest::missingFragmentsAdviseRedundancy()
{
    QFETCH(const qint64, present);
    QFETCH(const qint64, advised);
    const NextAttempt next = nextAttempt(task(present < 0 ? std::nullopt : std::optional(present)),
                                         {device(1, FuotaDeviceStatus::MissingFrag)});
    QCOMPARE(next.moreRedundancy.value_or(-1), advised);
    QCOMPARE(next.smallerFragments, advised < 0);
    // It is advised, not done.
    QCOMPARE(next.draft.task.redundancyPercent.value_or(-1), present);
}

void NextAttemptTest::otherFailuresAdviseNothing()
{
    const NextAttempt next = nextAttempt(task(), {device(1, FuotaDeviceStatus::MicError)});
    QVERIFY(!next.moreRedundancy);
    QVERIFY(!next.smallerFragments);
}

void NextAttemptTest::nameCountsOn_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("next");

    QTest::newRow("first") << QStringLiteral("meter") << QStringLiteral("meter (2)");
    QTest::newRow("second") << QStringLiteral("meter (2)") << QStringLiteral("meter (3)");
    QTest::newRow("ninth") << QStringLiteral("meter (9)") << QStringLiteral("meter (10)");
    QTest::newRow("no number") << QStringLiteral("meter (a)") << QStringLiteral("meter (a) (2)");
    QTest::newRow("huge number") << QStringLiteral("m (99999999999)")
                                 << QStringLiteral("m (99999999999) (2)");
    QTest::newRow("as long as can be")
        << QString(256, u'n') << QString(252, u'n') + QStringLiteral(" (2)");
    QTest::newRow("none") << QString() << QString();
}

void NextAttemptTest::nameCountsOn()
{
    QFETCH(const QString, name);
    QFETCH(const QString, next);
    FuotaTask before = task();
    before.parameters.name = name;
    QCOMPARE(draftLike(before).task.name.value_or(QString()), next);
}

void NextAttemptTest::tokenIsNotTaken()
{
    const CampaignDraft draft = draftLike(task());
    QVERIFY(!draft.task.clientRequestToken);
    QCOMPARE(draft.task.redundancyPercent, std::optional<qint64>(20));
    QCOMPARE(draft.recipients, Recipients());
}

} // namespace fuotadesk

using fuotadesk::NextAttemptTest;
FUOTADESK_TEST(NextAttemptTest);
#include "nextattempttest.moc"
