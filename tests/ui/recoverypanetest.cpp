#include "desktop/recoverypane.h"

#include "campaign/suggestionsearch.h"
#include "desktop/chanceplot.h"
#include "desktop/decoderedit.h"
#include "desktop/fleetedit.h"
#include "desktop/planningbox.h"
#include "desktop/suggestionbox.h"
#include "fuota/forecastrun.h"
#include "support/patience.h"
#include "support/testcase.h"
#include "text/forecasttext.h"
#include "ui/find.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableWidget>

namespace fuotadesk {

class RecoveryPaneTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void radioIsTold();
    void theChanceAndItsCurvesAreTold();
    void aRefusedSessionHasNoCurves();
    void withoutAQuestionItIsSilent();
    void everyReasonHasItsOwnSentence();
    void nothingUncertainReadsAsCertain();
    void aSuggestionIsFoundAndUsed();
    void aSearchCanBeCancelled();
    void anotherDraftPutsTheSuggestionAway();
    void planningGoesInAndOut();
    void anOwnDecoderShowsItsLimits();
    void aFleetKeepsWhatItDoesNotShow();
};

namespace {

CampaignDraft thirtySix()
{
    CampaignDraft draft;
    draft.task.rfRegion = QStringLiteral("EU868");
    draft.task.fragmentSizeBytes = 112;
    draft.task.redundancyPercent = 25;
    draft.task.fragmentIntervalMs = 7000;
    draft.imageSizeBytes = 36 * 112;
    draft.planning.devices = 50;
    return draft;
}

QString textOf(const QWidget& window)
{
    QStringList texts;
    for (const QLabel* label : window.findChildren<QLabel*>()) {
        if (label->isVisibleTo(&window))
            texts += label->text();
    }
    return texts.join(u'\n');
}

} // namespace

void RecoveryPaneTest::radioIsTold()
{
    RecoveryPane pane;
    const CampaignDraft draft = thirtySix();
    const QDateTime start(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    pane.showRadio(planRadio(draft, planTransfer(draft)), start);
    const QString text = textOf(pane);
    QVERIFY2(text.contains(QStringLiteral("time on air 0.677 s; duty cycle 9.7 % of 10 %")),
             qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("fragments at least 6,769 ms apart")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("session time-out 512 s")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("ends about 1 Mar 2026")), qPrintable(text));
}

void RecoveryPaneTest::theChanceAndItsCurvesAreTold()
{
    RecoveryPane pane;
    const auto question = forecastQuestion(thirtySix());
    const Forecast forecast = finishedForecast(*question, 2);
    pane.showForecast(question, forecast);
    const QString text = textOf(pane);
    QVERIFY2(text.contains(QStringLiteral("a device succeeds: 61.")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("of 50 devices about 19 fail")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("in no redundant one: 1, 34, 35")), qPrintable(text));
    QCOMPARE(pane.lossPlot()->curve().present, 10.0);
    pane.findChild<QTabWidget*>()->setCurrentIndex(1);
    QCOMPARE(pane.redundancyPlot()->curve().present, 9.0);
    QVERIFY(pane.lossPlot()->curve().x.size() > 20);
    QVERIFY(!pane.lossPlot()->curve().refining);
    QVERIFY(pane.redundancyPlot()->textAlternative().contains(QStringLiteral("redundant")));
}

void RecoveryPaneTest::aRefusedSessionHasNoCurves()
{
    RecoveryPane pane;
    CampaignDraft draft = thirtySix();
    draft.planning.decoder = QStringLiteral("loramac-node");
    const auto question = forecastQuestion(draft);
    pane.showForecast(question, finishedForecast(*question, 1));
    QVERIFY(textOf(pane).contains(QStringLiteral("refuses the session")));
    QVERIFY(!pane.lossPlot()->isVisibleTo(&pane));
}

void RecoveryPaneTest::withoutAQuestionItIsSilent()
{
    RecoveryPane pane;
    const auto question = forecastQuestion(thirtySix());
    pane.showForecast(question, finishedForecast(*question, 1));
    pane.showForecast({}, {});
    QVERIFY(!textOf(pane).contains(QStringLiteral("succeeds")));
    QVERIFY(pane.lossPlot()->curve().x.isEmpty());
}

void RecoveryPaneTest::everyReasonHasItsOwnSentence()
{
    QStringList sentences;
    for (int i = 0; i <= int(SuggestionReason::Cancelled); ++i) {
        sentences += suggestionReasonText(SuggestionReason(i));
        QVERIFY(sentences.last().endsWith(u'.'));
    }
    QCOMPARE(sentences.removeDuplicates(), 0);
}

void RecoveryPaneTest::nothingUncertainReadsAsCertain()
{
    QCOMPARE(chanceText({1.0, 0.00001}), QStringLiteral("over 99.9 %"));
    QCOMPARE(chanceText({0.0, 0.00001}), QStringLiteral("under 0.1 %"));
    QCOMPARE(chanceText({1.0, 0.0}), QStringLiteral("100 %"));
    QCOMPARE(chanceText({0.613, 0.002}), QStringLiteral("61.3 % ± 0.4 %"));
    QCOMPARE(shareText(0.9996), QStringLiteral("99.960 %"));
    QCOMPARE(settingText(0.999), QStringLiteral("99.9 %"));
}

void RecoveryPaneTest::aSuggestionIsFoundAndUsed()
{
    SuggestionSearch search(1);
    SuggestionBox box(search);
    box.setDraft(thirtySix());
    QSignalSpy chosen(&box, &SuggestionBox::chosen);
    auto* button = find<QPushButton>(box, "Suggest for 99.9 % at 10 % loss");
    QVERIFY(button);
    button->click();
    QVERIFY(box.isSearching());
    QCOMPARE(button->text(), QStringLiteral("Cancel"));
    QTRY_VERIFY_WITH_TIMEOUT(!box.isSearching(), SimulationTimeout);
    auto* table = box.findChild<QTableWidget*>();
    QVERIFY(table->isVisibleTo(&box) && table->rowCount() > 1);
    QVERIFY(textOf(box).contains(QStringLiteral("Nothing that reaches the target is sent sooner")));
    find<QPushButton>(box, "Use this setting")->click();
    QCOMPARE(chosen.count(), 1);
    const auto way = chosen.first().first().value<Alternative>();
    QVERIFY(way.chance.recovered.probability >= 0.999);
    QCOMPARE(table->item(0, 0)->text(), QStringLiteral("%1 bytes").arg(way.fragmentBytes));
}

void RecoveryPaneTest::aSearchCanBeCancelled()
{
    SuggestionSearch search(1);
    SuggestionBox box(search);
    CampaignDraft draft = thirtySix();
    draft.imageSizeBytes = 400'000;
    draft.planning.dataRate = 5;
    box.setDraft(draft);
    auto* button = box.findChild<QPushButton*>();
    button->click();
    QCOMPARE(button->text(), QStringLiteral("Cancel"));
    button->click();
    QTRY_VERIFY_WITH_TIMEOUT(!box.isSearching(), SimulationTimeout);
    QVERIFY(button->text().startsWith(QStringLiteral("Suggest for")));
    QVERIFY(!box.findChild<QTableWidget*>()->isVisibleTo(&box));
}

void RecoveryPaneTest::anotherDraftPutsTheSuggestionAway()
{
    SuggestionSearch search(1);
    SuggestionBox box(search);
    CampaignDraft draft = thirtySix();
    box.setDraft(draft);
    box.findChild<QPushButton*>()->click();
    auto* table = box.findChild<QTableWidget*>();
    QTRY_VERIFY_WITH_TIMEOUT(table->isVisibleTo(&box), SimulationTimeout);
    draft.task.redundancyPercent = 40; // what a suggestion sets does not change the question
    box.setDraft(draft);
    QVERIFY(table->isVisibleTo(&box));
    draft.planning.loss = 0.2;
    box.setDraft(draft);
    QVERIFY(!table->isVisibleTo(&box));
    QVERIFY(find<QPushButton>(box, "Suggest for 99.9 % at 20 % loss"));
}

void RecoveryPaneTest::planningGoesInAndOut()
{
    PlanningBox box;
    Planning planning;
    planning.dataRate = 5;
    planning.loss = 0.123456; // shown rounded, kept as it is
    planning.burstFragments = 3.5;
    planning.gateways = 4;
    planning.transmissionIntervalMs = 250;
    planning.classB = true;
    planning.variant = QStringLiteral("v9"); // from a newer file
    planning.decoder = QStringLiteral("a newer one");
    planning.ownDecoder = {100, 50, 9, 2};
    planning.devices = 4321;
    planning.fleet = {{0.5, 0.01}, {0.5, 0.2}};
    planning.target = 0.95;
    planning.startAt = QDateTime(QDate(2026, 12, 1), QTime(3, 4), Qt::UTC);
    const QSignalSpy changes(&box, &PlanningBox::planningChanged);
    box.setPlanning(planning);
    QCOMPARE(changes.count(), 0);
    QCOMPARE(box.planning(), planning);
    auto* burst = find<QDoubleSpinBox>(box, "Losses in a row");
    QVERIFY(burst);
    QCOMPARE(burst->value(), 3.5);
    burst->setValue(4);
    QCOMPARE(changes.count(), 1);
    planning.burstFragments = 4;
    QCOMPARE(box.planning(), planning);
}

void RecoveryPaneTest::anOwnDecoderShowsItsLimits()
{
    DecoderEdit edit;
    edit.setDecoder(QStringLiteral("ideal"), {});
    auto* most = find<QSpinBox>(edit, "Most fragments");
    QVERIFY(!most->isVisibleTo(&edit));
    edit.box()->setCurrentIndex(edit.box()->findData(QStringLiteral("own")));
    QVERIFY(most->isVisibleTo(&edit));
    const QSignalSpy changes(&edit, &DecoderEdit::decoderChanged);
    most->setValue(77);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(edit.own().maximumFragments, 77);
    QCOMPARE(edit.name(), QStringLiteral("own"));
}

void RecoveryPaneTest::aFleetKeepsWhatItDoesNotShow()
{
    FleetEdit edit;
    const QList<FleetShare> four{{0.4, 0.01}, {0.3, 0.123456}, {0.2, 0.3}, {0.1, 0.4}};
    edit.setFleet(four);
    QCOMPARE(edit.fleet(), four);
    find<QDoubleSpinBox>(edit, "Poor: loss")->setValue(35);
    QList<FleetShare> expected = four;
    expected[2].loss = 0.35;
    QCOMPARE(edit.fleet(), expected);
    edit.box()->setCurrentIndex(0);
    QVERIFY(edit.fleet().isEmpty());
    edit.box()->setCurrentIndex(1);
    QCOMPARE(edit.fleet().size(), 3);
}

FUOTADESK_TEST(RecoveryPaneTest);

} // namespace fuotadesk

#include "recoverypanetest.moc"
