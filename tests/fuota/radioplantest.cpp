#include "fuota/radioplan.h"
#include "drafts.h"
#include "fuota/validation.h"
#include "support/testcase.h"

namespace fuotadesk {

// Figures of EU868, 112 bytes at DR3 on 869.525 MHz: 676.864 ms, 10 %, so 6769 ms at least.
class RadioPlanTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void figuresOfAnEvening();
    void classBTakesThePingSlot();
    void manyGatewaysTakeTheirTime();
    void unknownStaysUnknown_data();
    void unknownStaysUnknown();
    void sessionsAreAPowerOfTwo();
    void decodersAreNamedOrOwn();
    void variantsAreNamed();
    void advice_data();
    void advice();
    void figuresOfTheAdvice();
};

namespace {

CampaignDraft evening()
{
    CampaignDraft draft = goodDraft();
    draft.task.fragmentSizeBytes = 112;
    draft.task.redundancyPercent = 20;
    draft.task.fragmentIntervalMs = 7000;
    draft.planning.dataRate = 3;
    return draft;
}

RadioPlan radioOf(const CampaignDraft& draft)
{
    return planRadio(draft, planTransfer(draft));
}

} // namespace

void RadioPlanTest::figuresOfAnEvening()
{
    const RadioPlan radio = radioOf(evening());
    QCOMPARE(radio.largestFragmentBytes, 112);
    QCOMPARE(radio.timeOnAirUs, 676'864);
    QCOMPARE(radio.frequencyHz, 869'525'000);
    QCOMPARE(radio.dutyCycleLimitPermille, 100);
    QCOMPARE(*radio.dutyCyclePercent, 67'686.4 / 7000.0);
    QCOMPARE(radio.dutyCycleIntervalMs, 6769);
    QCOMPARE(radio.minimumIntervalMs(), 6769);
    QCOMPARE(radio.minimumIntervalSeconds(), 7);
    QVERIFY(!radio.exceedsDutyCycle());
    QCOMPARE(radio.sendMs, 1097 * 7000 + 677);
    QCOMPARE(radio.sessionTimeoutSeconds, 8192);
}

void RadioPlanTest::classBTakesThePingSlot()
{
    CampaignDraft draft = evening();
    draft.task.rfRegion = QStringLiteral("IN865");
    const RadioPlan classC = radioOf(draft);
    draft.planning.classB = true;
    const RadioPlan classB = radioOf(draft);
    QVERIFY(classC.frequencyHz && classB.frequencyHz);
    QCOMPARE(classC.frequencyHz, 866'550'000);
    QCOMPARE(*classB.sessionTimeoutSeconds % 128, 0);
    QVERIFY(*classB.sessionTimeoutSeconds * 1000 >= *classB.sendMs);
}

void RadioPlanTest::manyGatewaysTakeTheirTime()
{
    CampaignDraft draft = evening();
    draft.planning.gateways = 4;
    draft.planning.transmissionIntervalMs = 2000;
    const RadioPlan radio = radioOf(draft);
    QVERIFY(*radio.gatewayIntervalMs >= 3 * 2000 + 677);
    QCOMPARE(radio.minimumIntervalMs(), std::max(*radio.gatewayIntervalMs, qint64(6769)));
    QCOMPARE(radio.sendMs, 1097 * 7000 + 3 * 2000 + 677);
}

void RadioPlanTest::unknownStaysUnknown_data()
{
    QTest::addColumn<QString>("region");
    QTest::addColumn<int>("dataRate");
    QTest::newRow("no region") << QString() << 3;
    QTest::newRow("a region nobody knows") << QStringLiteral("EU868x") << 3;
    QTest::newRow("not to be written in Latin") << QStringLiteral("\u0445") << 3;
    QTest::newRow("a data rate the region lacks") << QStringLiteral("EU868") << 15;
    QTest::newRow("an uplink data rate") << QStringLiteral("US915") << 0;
}

void RadioPlanTest::unknownStaysUnknown()
{
    QFETCH(QString, region);
    QFETCH(int, dataRate);
    CampaignDraft draft = evening();
    draft.task.rfRegion = region;
    draft.planning.dataRate = dataRate;
    const RadioPlan radio = radioOf(draft);
    QVERIFY(!radio.dataRate && !radio.timeOnAirUs && !radio.minimumIntervalMs() && !radio.sendMs);
    QVERIFY(!radio.exceedsDutyCycle());
    QVERIFY(radio.sessionTimeoutSeconds); // needs no radio
    draft.imageSizeBytes.reset();
    QVERIFY(!radioOf(draft).sessionTimeoutSeconds);
}

void RadioPlanTest::sessionsAreAPowerOfTwo()
{
    for (const qint64 image : {100, 5'000, 50'000, 430'000}) {
        CampaignDraft draft = evening();
        draft.imageSizeBytes = image;
        const RadioPlan radio = radioOf(draft);
        const qint64 seconds = *radio.sessionTimeoutSeconds;
        QCOMPARE(seconds & (seconds - 1), 0);
        QVERIFY(seconds * 1000 >= *radio.sendMs);
    }
}

void RadioPlanTest::decodersAreNamedOrOwn()
{
    Planning planning;
    QVERIFY(decoderOf(planning).has_value());
    planning.decoder = QStringLiteral("loramac-node");
    QCOMPARE(decoderOf(planning)->maximumFragments, 21);
    QVERIFY(decoderOf(planning)->limit.falseDone);
    planning.decoder = QStringLiteral("own");
    planning.ownDecoder = {500, 100, 40, 4};
    const auto own = decoderOf(planning);
    QCOMPARE(own->maximumFragments, 500);
    QCOMPARE(own->maximumFragmentBytes, 100);
    QCOMPARE(own->limit.maximumLost, 40);
    QCOMPARE(own->sizeMultiple, 4);
    planning.decoder = QStringLiteral("nobody's");
    QVERIFY(!decoderOf(planning));
}

void RadioPlanTest::variantsAreNamed()
{
    QCOMPARE(variantNamed(QStringLiteral("v1")), lorawan::Variant::V1);
    QCOMPARE(variantNamed(QStringLiteral("v2")), lorawan::Variant::V2);
    QCOMPARE(variantNamed(QStringLiteral("v2_text")), lorawan::Variant::V2Text);
    QVERIFY(!variantNamed(QStringLiteral("V1")));
}

void RadioPlanTest::advice_data()
{
    using Change = void (*)(CampaignDraft&);
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("codes");
    const auto row = [](const char* codes, Change change) {
        QTest::newRow(codes) << change << QString::fromLatin1(codes);
    };
    row("", [](CampaignDraft&) {});
    row("data-rate-missing", [](CampaignDraft& d) { d.planning.dataRate = 12; });
    row("data-rate-disputed", [](CampaignDraft& d) { d.planning.dataRate = 4; });
    row("fragment-over-data-rate", [](CampaignDraft& d) { d.task.fragmentSizeBytes = 113; });
    row("duty-cycle-exceeded", [](CampaignDraft& d) { d.task.fragmentIntervalMs = 6000; });
    row("duty-cycle-exceeded interval-too-short", [](CampaignDraft& d) {
        d.task.fragmentIntervalMs = 6000;
        d.planning.gateways = 20;
        d.planning.transmissionIntervalMs = 1000;
    });
    // 3901 + 781 = 4682 fragments take 32774 s, a little over 2^15 s.
    row("session-too-long", [](CampaignDraft& d) { d.imageSizeBytes = 112 * 3901; });
    row("matrix-luck", [](CampaignDraft& d) { d.imageSizeBytes = 112 * 59; });
    row("redundancy-useless", [](CampaignDraft& d) { d.imageSizeBytes = 112; });
    row("fragments-over-decoder fragment-over-decoder",
        [](CampaignDraft& d) { d.planning.decoder = QStringLiteral("loramac-node"); });
    row("fragment-not-multiple", [](CampaignDraft& d) {
        d.planning.decoder = QStringLiteral("zephyr-lowmem");
        d.task.fragmentSizeBytes = 111;
    });
    row("fragment-under-decoder", [](CampaignDraft& d) {
        d.planning.decoder = QStringLiteral("zephyr-lowmem");
        d.task.fragmentSizeBytes = 40;
    });
    row("decoder-unknown", [](CampaignDraft& d) { d.planning.decoder = QStringLiteral("mine"); });
    row("variant-unknown", [](CampaignDraft& d) { d.planning.variant = QStringLiteral("v3"); });
}

void RadioPlanTest::advice()
{
    using Change = void (*)(CampaignDraft&);
    QFETCH(Change, change);
    QFETCH(QString, codes);
    CampaignDraft draft = evening();
    const QList<Finding> before = findingsOf(draft);
    change(draft);
    Codes found;
    for (const Finding& finding : findingsOf(draft)) {
        QVERIFY(finding.severity != Severity::Error);
        if (!before.contains(finding))
            found.append(findingCodeName(finding.code));
    }
    QCOMPARE(found.join(u' '), codes);
}

void RadioPlanTest::figuresOfTheAdvice()
{
    CampaignDraft draft = evening();
    draft.imageSizeBytes = 112 * 3900; // 4680 fragments take 32760 s
    QVERIFY(
        !findingsOf(draft).contains(Finding{Field::FragmentIntervalMs, Severity::Warning,
                                            FindingCode::SessionTooLong, LongestSessionClassC}));
    draft.task.fragmentIntervalMs = 1000;
    draft.task.fragmentSizeBytes = 113;
    const QList<Finding> findings = findingsOf(draft);
    const auto figureOf = [&](FindingCode code) {
        const auto found = std::ranges::find(findings, code, &Finding::code);
        return found == findings.end() ? -1 : found->figure;
    };
    QCOMPARE(figureOf(FindingCode::FragmentOverDataRate), 112);
    QCOMPARE(figureOf(FindingCode::DutyCycleExceeded), *radioOf(draft).dutyCycleIntervalMs);
}

} // namespace fuotadesk

using fuotadesk::RadioPlanTest;
FUOTADESK_TEST(RadioPlanTest);
#include "radioplantest.moc"
