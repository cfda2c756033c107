#include "fuota/suggestion.h"
#include "drafts.h"
#include "fuota/forecastrun.h"
#include "fuota/radioplan.h"
#include "support/testcase.h"

#include <QElapsedTimer>

namespace fuotadesk {

class SuggestionTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void reachesItsTargetWithinEveryLimit_data();
    void reachesItsTargetWithinEveryLimit();
    void nothingElseIsQuicker();
    void keepsTheFragmentSizeWhenAsked();
    void saysWhyThereIsNone_data();
    void saysWhyThereIsNone();
    void cancellingEndsItSoon();
    void doesNotDependOnThreads();
    void everyReasonHasItsName();
};

namespace {

const std::atomic<bool> NeverCancelled = false;

SuggestionQuestion question(qint64 imageBytes, int dataRate = 3)
{
    SuggestionQuestion asked;
    asked.draft = goodDraft();
    asked.draft.imageSizeBytes = imageBytes;
    asked.draft.planning.dataRate = dataRate;
    return asked;
}

CampaignDraft draftOf(const SuggestionQuestion& asked, const Alternative& way)
{
    CampaignDraft draft = asked.draft;
    draft.task.fragmentSizeBytes = way.fragmentBytes;
    draft.task.redundancyPercent = way.redundancyPercent;
    draft.task.fragmentIntervalMs = way.intervalSeconds * 1000;
    draft.planning.loss = asked.loss;
    return draft;
}

// By the code the preview shows.
recovery::Chance forecastOf(const CampaignDraft& draft)
{
    ForecastRun run(*forecastQuestion(draft), 2);
    while (!run.isDone())
        run.advance(NeverCancelled);
    return run.forecast().now.recovered;
}

} // namespace

void SuggestionTest::reachesItsTargetWithinEveryLimit_data()
{
    QTest::addColumn<qint64>("image");
    QTest::addColumn<int>("dataRate");
    QTest::addColumn<QString>("decoder");
    QTest::newRow("small") << qint64(4000) << 3 << QStringLiteral("ideal");
    QTest::newRow("100 KiB") << qint64(102'400) << 3 << QStringLiteral("ideal");
    QTest::newRow("quick") << qint64(60'000) << 5 << QStringLiteral("ideal");
    QTest::newRow("LoRaMac-node") << qint64(900) << 5 << QStringLiteral("loramac-node");
    QTest::newRow("Basics Modem") << qint64(15'000) << 5 << QStringLiteral("basics-modem");
    QTest::newRow("Zephyr") << qint64(30'000) << 3 << QStringLiteral("zephyr-lowmem");
}

void SuggestionTest::reachesItsTargetWithinEveryLimit()
{
    QFETCH(qint64, image);
    QFETCH(int, dataRate);
    QFETCH(QString, decoder);
    SuggestionQuestion asked = question(image, dataRate);
    asked.draft.planning.decoder = decoder;
    asked.target = 0.99;
    const bool isStock = decoder == u"loramac-node";
    asked.loss = isStock ? 0.03 : 0.1; // it makes good five lost fragments at most
    const Suggestion found = suggest(asked, 2, NeverCancelled);
    QVERIFY(found.best);
    const CampaignDraft draft = draftOf(asked, *found.best);
    const auto plan = planTransfer(draft);
    QCOMPARE(qint64(plan->fragments.total()), found.best->totalFragments);
    QCOMPARE(plan->sendSeconds(), found.best->sendSeconds());
    const RadioPlan radio = planRadio(draft, plan);
    QVERIFY(!radio.exceedsDutyCycle());
    QVERIFY(*radio.gatewayIntervalMs <= found.best->intervalSeconds * 1000);
    QVERIFY(found.best->fragmentBytes <= *radio.largestFragmentBytes);
    QVERIFY(!forecastQuestion(draft)->decoderRefuses);
    const recovery::Chance chance = forecastOf(draft);
    QVERIFY(chance.probability >= asked.target - 4 * chance.standardError - 0.001);
    QVERIFY(found.reasons.size() >= 2);
    QVERIFY(!found.alternatives.isEmpty());
}

// All sizes one by one, each with its least redundancy.
void SuggestionTest::nothingElseIsQuicker()
{
    SuggestionQuestion asked = question(4000);
    asked.target = 0.95;
    const Suggestion found = suggest(asked, 2, NeverCancelled);
    QVERIFY(found.best);
    for (qint64 bytes = 60; bytes <= 112; ++bytes) {
        SuggestionQuestion one = asked;
        one.keepsFragmentSize = true;
        one.draft.task.fragmentSizeBytes = bytes;
        const Suggestion other = suggest(one, 2, NeverCancelled);
        if (other.best)
            QVERIFY2(other.best->sendSeconds() >= found.best->sendSeconds(),
                     qPrintable(QString::number(bytes)));
    }
}

void SuggestionTest::keepsTheFragmentSizeWhenAsked()
{
    SuggestionQuestion asked = question(50'000);
    asked.keepsFragmentSize = true;
    asked.draft.task.fragmentSizeBytes = 77;
    const Suggestion found = suggest(asked, 2, NeverCancelled);
    QVERIFY(found.best);
    QCOMPARE(found.best->fragmentBytes, 77);
    QVERIFY(!found.reasons.contains(SuggestionReason::SmallerIsCheaper));
    asked.draft.task.fragmentSizeBytes = 113; // over what DR3 carries
    QVERIFY(!suggest(asked, 2, NeverCancelled).best);
}

void SuggestionTest::saysWhyThereIsNone_data()
{
    using Change = void (*)(SuggestionQuestion&);
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const char* reason, Change change) {
        QTest::newRow(name) << change << QString::fromLatin1(reason);
    };
    row("no size", "image-size-unknown",
        [](SuggestionQuestion& q) { q.draft.imageSizeBytes.reset(); });
    row("nothing to send", "image-size-unknown",
        [](SuggestionQuestion& q) { q.draft.imageSizeBytes = 0; });
    row("no region", "radio-unknown", [](SuggestionQuestion& q) { q.draft.task.rfRegion.reset(); });
    row("no such data rate", "radio-unknown",
        [](SuggestionQuestion& q) { q.draft.planning.dataRate = 15; });
    row("small decoder", "decoder-too-small",
        [](SuggestionQuestion& q) { q.draft.planning.decoder = QStringLiteral("loramac-node"); });
    row("all is lost", "target-out-of-reach", [](SuggestionQuestion& q) { q.loss = 1; });
    row("most is lost", "target-out-of-reach", [](SuggestionQuestion& q) { q.loss = 0.7; });
    row("certainty", "target-out-of-reach", [](SuggestionQuestion& q) { q.target = 1; });
    row("no number", "target-out-of-reach",
        [](SuggestionQuestion& q) { q.loss = std::numeric_limits<double>::quiet_NaN(); });
    row("days", "session-too-long", [](SuggestionQuestion& q) {
        q.draft.imageSizeBytes = 600'000;
        q.draft.planning.dataRate = 0;
    });
}

void SuggestionTest::saysWhyThereIsNone()
{
    using Change = void (*)(SuggestionQuestion&);
    QFETCH(Change, change);
    QFETCH(QString, reason);
    SuggestionQuestion asked = question(102'400);
    change(asked);
    const Suggestion found = suggest(asked, 2, NeverCancelled);
    QVERIFY(!found.best);
    QCOMPARE(found.reasons.size(), 1);
    QCOMPARE(suggestionReasonName(found.reasons.first()), reason);
}

void SuggestionTest::cancellingEndsItSoon()
{
    const std::atomic<bool> cancelled = true;
    const Suggestion found = suggest(question(900'000, 5), 2, cancelled);
    QCOMPARE(found.reasons, QList{SuggestionReason::Cancelled});
}

void SuggestionTest::doesNotDependOnThreads()
{
    const SuggestionQuestion asked = question(20'000);
    QCOMPARE(suggest(asked, 1, NeverCancelled), suggest(asked, 3, NeverCancelled));
}

void SuggestionTest::everyReasonHasItsName()
{
    QStringList names;
    for (int i = 0; i <= int(SuggestionReason::Cancelled); ++i)
        names.append(suggestionReasonName(SuggestionReason(i)));
    QCOMPARE(names.removeDuplicates(), 0);
    QVERIFY(!names.contains(QString()));
}

} // namespace fuotadesk

using fuotadesk::SuggestionTest;
FUOTADESK_TEST(SuggestionTest);
#include "suggestiontest.moc"
