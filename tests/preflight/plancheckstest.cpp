#include "preflight/planchecks.h"

#include "preflight/rowreading.h"
#include "support/testcase.h"

namespace fuotadesk {

class PlanChecksTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void fieldsBecomeARow_data();
    void fieldsBecomeARow();
    void errorComesBeforeOpenVariables();
    void variableLeadsToItsField();
    void findingsBecomeRows_data();
    void findingsBecomeRows();
    void planBecomesFigures();
    void startBecomesARow_data();
    void startBecomesARow();
};

namespace {

using Change = std::function<void(CampaignDraft&)>;

// 20 480 bytes in fragments of 48: 427 of them and, at 30 %, 129 redundant ones; one each 2 s.
CampaignDraft planDraft()
{
    CampaignDraft draft;
    draft.task.name = QStringLiteral("meters");
    draft.task.rfRegion = QStringLiteral("EU868");
    draft.task.firmwareUpdateImage = QStringLiteral("s3://firmware/fw.bin");
    draft.task.firmwareUpdateRole = QStringLiteral("arn:aws:iam::123456789012:role/fuota");
    draft.task.redundancyPercent = 30;
    draft.imageSizeBytes = 20480;
    draft.planning.dataRate = 5;
    draft.planning.fragmentSizeBytes = 48;
    draft.planning.fragmentIntervalMs = 2000;
    return draft;
}

const QDateTime Now(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);

} // namespace

} // namespace fuotadesk

Q_DECLARE_METATYPE(fuotadesk::Change)

namespace fuotadesk {

void PlanChecksTest::fieldsBecomeARow_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("names");
    const auto add = [](const char* name, const Change& change, const char* row,
                        const char* names) {
        QTest::newRow(name) << change << QString::fromLatin1(row) << QString::fromLatin1(names);
    };
    using Draft = CampaignDraft;
    add(
        "good", [](Draft&) {}, "fields passed fields-good", "");
    add(
        "too long", [](Draft& d) { d.task.name = QString(300, u'x'); }, "fields failed too-long",
        "Name");
    add(
        "two",
        [](Draft& d) {
            d.task.rfRegion = QStringLiteral("Mars");
            d.task.redundancyPercent = 101;
        },
        "fields failed unknown-value", "RfRegion RedundancyPercent");
    add(
        "advice", [](Draft& d) { d.task.name = QStringLiteral("a b"); },
        "fields warning name-characters", "Name");
    // What other rows say is not said twice.
    add(
        "image", [](Draft& d) { d.imageSizeBytes = 0; }, "fields passed fields-good", "");
    add(
        "plan", [](Draft& d) { d.planning.fragmentSizeBytes = 240; }, "fields passed fields-good",
        "");
    add(
        "variable", [](Draft& d) { d.task.name = QStringLiteral("fw-${version}"); },
        "fields warning open-variables", "version");
}

void PlanChecksTest::fieldsBecomeARow()
{
    QFETCH(Change, change);
    QFETCH(QString, row);
    QFETCH(QString, names);
    CampaignDraft draft = planDraft();
    change(draft);
    const CheckRow found = fieldsRow(draft);
    QCOMPARE(readRow(found), row);
    QCOMPARE(found.names.join(u' '), names);
    QCOMPARE(found.place,
             found.outcome == CheckOutcome::Passed ? CheckPlace::None : CheckPlace::Field);
}

void PlanChecksTest::errorComesBeforeOpenVariables()
{
    CampaignDraft draft = planDraft();
    draft.task.name = QStringLiteral("fw-${version}");
    draft.task.redundancyPercent = 101;
    const CheckRow row = fieldsRow(draft);
    QCOMPARE(readRow(row), QStringLiteral("fields failed above-maximum"));
    QCOMPARE(row.figure, 100);
    QCOMPARE(row.field, Field::RedundancyPercent);
}

void PlanChecksTest::variableLeadsToItsField()
{
    CampaignDraft draft = planDraft();
    draft.task.tags = {{QStringLiteral("version"), QStringLiteral("${version}")}};
    const CheckRow row = fieldsRow(draft);
    QCOMPARE(readRow(row), QStringLiteral("fields warning open-variables"));
    QCOMPARE(row.field, Field::Tags);
}

void PlanChecksTest::findingsBecomeRows_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("row");
    const auto add = [](const char* name, const Change& change, const char* row) {
        QTest::newRow(name) << change << QString::fromLatin1(row);
    };
    using Draft = CampaignDraft;
    add(
        "fits", [](Draft&) {}, "payload passed payload-fits");
    add(
        "over the data rate",
        [](Draft& d) {
            d.planning.dataRate = 0; // 51 bytes, three of them of the fragment's command
            d.planning.fragmentSizeBytes = 49;
        },
        "payload warning fragment-over-data-rate");
    add(
        "no such rate", [](Draft& d) { d.planning.dataRate = 15; },
        "payload warning data-rate-missing");
    add(
        "fragments beyond the limit",
        [](Draft& d) {
            d.imageSizeBytes = 1'000'000;
            d.task.fragmentSizeBytes = 1;
        },
        "payload failed too-many-fragments");
    add(
        "no size", [](Draft& d) { d.imageSizeBytes.reset(); },
        "payload unknown image-size-unknown");
    add(
        "no region", [](Draft& d) { d.task.rfRegion.reset(); }, "payload unknown rf-region-unset");
    add(
        "kept", [](Draft&) {}, "duty-cycle passed duty-cycle-kept");
    add(
        "no band with a limit", [](Draft& d) { d.task.rfRegion = QStringLiteral("US915"); },
        "payload warning data-rate-missing");
    add(
        "over the duty cycle", [](Draft& d) { d.planning.fragmentIntervalMs = 1000; },
        "duty-cycle warning duty-cycle-exceeded");
    add(
        "no pause", [](Draft& d) { d.task.fragmentIntervalMs = 100; },
        "duty-cycle warning interval-rounds-to-zero");
    add(
        "timeout", [](Draft&) {}, "session-timeout passed timeout-fits");
    add(
        "too long", [](Draft& d) { d.planning.fragmentIntervalMs = 100'000; },
        "session-timeout warning session-too-long");
    add(
        "timeout unknown", [](Draft& d) { d.imageSizeBytes.reset(); },
        "session-timeout unknown image-size-unknown");
}

void PlanChecksTest::findingsBecomeRows()
{
    QFETCH(Change, change);
    QFETCH(QString, row);
    CampaignDraft draft = planDraft();
    change(draft);
    const QStringList rows = readRows(planRows(draft, {}, Now));
    QCOMPARE(rows.size(), 4);
    QVERIFY2(rows.contains(row), qPrintable(rows.join(u'\n')));
}

// 556 fragments, one in 2 s: 1 114 s with one interval more, so 2^11 s.
void PlanChecksTest::planBecomesFigures()
{
    const auto rows = planRows(planDraft(), {}, Now);
    QCOMPARE(rowOf(rows, CheckSubject::Payload).figure, 48);
    QCOMPARE(rowOf(rows, CheckSubject::SessionTimeout).figure, 2048);
    QCOMPARE(rowOf(rows, CheckSubject::SessionTimeout).limit, 32768);
    QCOMPARE(rowOf(rows, CheckSubject::DutyCycle).limit, 100);
}

void PlanChecksTest::startBecomesARow_data()
{
    QTest::addColumn<QDateTime>("asked");
    QTest::addColumn<QDateTime>("planned");
    QTest::addColumn<bool>("hasGroups");
    QTest::addColumn<QString>("row");
    const auto in = [](qint64 minutes) { return Now.addSecs(minutes * 60); };
    QTest::newRow("nobody knows") << QDateTime() << QDateTime() << false << "passed start-open";
    QTest::newRow("29 min") << in(29) << QDateTime() << false << "failed too-soon";
    QTest::newRow("30 min") << in(30) << QDateTime() << false << "passed start-good";
    QTest::newRow("past") << in(-1) << QDateTime() << false << "failed too-soon";
    QTest::newRow("plan is past") << QDateTime() << in(-60) << false << "warning too-soon";
    QTest::newRow("asked counts") << in(60) << in(-60) << false << "passed start-good";
    QTest::newRow("48 h") << in(48 * 60) << QDateTime() << true << "passed start-good";
    QTest::newRow("more for groups") << in(48 * 60 + 1) << QDateTime() << true << "warning too-far";
    QTest::newRow("more for devices")
        << in(48 * 60 + 1) << QDateTime() << false << "passed start-good";
}

void PlanChecksTest::startBecomesARow()
{
    QFETCH(QDateTime, asked);
    QFETCH(QDateTime, planned);
    QFETCH(bool, hasGroups);
    QFETCH(QString, row);
    CampaignDraft draft = planDraft();
    if (planned.isValid())
        draft.planning.startAt = planned;
    if (hasGroups)
        draft.recipients.multicastGroupIds.append(QStringLiteral("g1"));
    QCOMPARE(readRow(rowOf(planRows(draft, asked, Now), CheckSubject::StartTime)),
             QStringLiteral("start-time ") + row);
}

FUOTADESK_TEST(PlanChecksTest);

} // namespace fuotadesk

#include "plancheckstest.moc"
