#include "desktop/checkpane.h"

#include "desktop/checkline.h"
#include "desktop/plancolumn.h"
#include "support/fakes.h"
#include "support/patience.h"
#include "support/testcase.h"
#include "text/checktext.h"
#include "ui/find.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

namespace fuotadesk {

class CheckPaneTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void emptySaysWhatItDoes();
    void rowsStandUnderHeadings();
    void aRowIsHeardAsAWhole();
    void theSummaryCounts_data();
    void theSummaryCounts();
    void theButtonRunsAndCancels();
    void aChangedRowKeepsFocus();
    void arrowsGoThroughTheRowsAndTabLeavesThem();
    void enterAndButtonPressTheRemedy();
    void theFirstFailedRowIsGoneTo();
    void detailsComeOnDemand();
    void agesGoOnAndGreyWhenStale();
    void oneTabShowsAtATime();
};

namespace {

CheckRow row(CheckSubject subject, CheckOutcome outcome, CheckPlace place = CheckPlace::None)
{
    CheckRow made;
    made.subject = subject;
    made.outcome = outcome;
    made.place = place;
    return made;
}

QList<CheckRow> mixedRows()
{
    QList<CheckRow> rows{
        row(CheckSubject::Credentials, CheckOutcome::Passed),
        row(CheckSubject::Fields, CheckOutcome::Failed, CheckPlace::Field),
        row(CheckSubject::ImageThere, CheckOutcome::Warning, CheckPlace::BrowseImage),
        row(CheckSubject::RoleTrust, CheckOutcome::Unknown, CheckPlace::ChooseRole)};
    rows[1].field = Field::Name;
    return rows;
}

struct Pane {
    Pane()
    {
        pane.resize(400, 700);
        pane.show();
        pane.activateWindow();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(&pane);
    }

    QList<CheckLine*> lines() const
    {
        QList<CheckLine*> all = pane.findChildren<CheckLine*>();
        std::ranges::sort(
            all, {}, [this](const CheckLine* line) { return line->mapTo(&pane, QPoint()).y(); });
        return all;
    }
    QLabel* label(const QString& text) const
    {
        for (QLabel* each : pane.findChildren<QLabel*>())
            if (each->isVisible() && each->text().contains(text))
                return each;
        return nullptr;
    }

    FakeClock clock;
    CheckPane pane{clock};
};

} // namespace

void CheckPaneTest::emptySaysWhatItDoes()
{
    const Pane f;
    QVERIFY(f.label(QStringLiteral("Nothing is changed.")));
    QVERIFY(find<QPushButton>(f.pane, "Run check")->isEnabled());
}

void CheckPaneTest::rowsStandUnderHeadings()
{
    Pane f;
    f.pane.showRows(mixedRows(), false);
    QCoreApplication::processEvents();
    QList<CheckSubject> shown;
    for (const CheckLine* line : f.lines())
        shown << line->row().subject;
    const QList<CheckSubject> given{CheckSubject::Credentials, CheckSubject::Fields,
                                    CheckSubject::ImageThere, CheckSubject::RoleTrust};
    QCOMPARE(shown, given);
    for (const CheckSubject subject : given)
        QVERIFY2(f.label(checkHeading(subject)), qPrintable(checkHeading(subject)));
    QVERIFY(!f.label(QStringLiteral("Nothing is changed.")));
}

void CheckPaneTest::aRowIsHeardAsAWhole()
{
    Pane f;
    f.pane.showRows(mixedRows(), false);
    for (CheckLine* line : f.lines()) {
        const QString heard = QAccessible::queryAccessibleInterface(line)->text(QAccessible::Name);
        QVERIFY2(heard.startsWith(checkOutcomeWord(line->row().outcome)), qPrintable(heard));
        QVERIFY2(heard.contains(checkTitle(line->row().subject)), qPrintable(heard));
        QVERIFY2(heard.contains(checkSentence(line->row())), qPrintable(heard));
    }
}

void CheckPaneTest::theSummaryCounts_data()
{
    QTest::addColumn<QList<CheckOutcome>>("outcomes");
    QTest::addColumn<bool>("isRunning");
    QTest::addColumn<QString>("summary");
    using enum CheckOutcome;
    QTest::newRow("mixed") << QList{Failed, Warning, Warning, Unknown} << false
                           << QStringLiteral("1 failed, 2 warnings, 1 not known.");
    QTest::newRow("good") << QList{Passed, Passed, Passed, Passed} << false << checkSummary(Passed);
    QTest::newRow("running") << QList{Passed, Passed, Running, Waiting} << true
                             << QStringLiteral("Checking: 2 of 4.");
    QTest::newRow("running, bad") << QList{Failed, Passed, Running, Waiting} << true
                                  << QStringLiteral("Checking: 2 of 4. So far 1 failed.");
    QTest::newRow("cancelled") << QList{Passed, Warning, Waiting, Waiting} << false
                               << QStringLiteral("Cancelled after 2 of 4: 1 warnings.");
}

void CheckPaneTest::theSummaryCounts()
{
    QFETCH(QList<CheckOutcome>, outcomes);
    QFETCH(bool, isRunning);
    QFETCH(QString, summary);
    const QList subjects{CheckSubject::Credentials, CheckSubject::ImageThere,
                         CheckSubject::RoleTrust, CheckSubject::Payload};
    QList<CheckRow> rows;
    for (qsizetype i = 0; i < subjects.size(); ++i)
        rows << row(subjects.at(i), outcomes.at(i));
    Pane f;
    f.pane.showRows(rows, isRunning);
    QVERIFY2(f.label(summary), qPrintable(summary));
}

void CheckPaneTest::theButtonRunsAndCancels()
{
    Pane f;
    const QSignalSpy run(&f.pane, &CheckPane::runPressed);
    const QSignalSpy cancelled(&f.pane, &CheckPane::cancelPressed);
    find<QPushButton>(f.pane, "Run check")->click();
    QCOMPARE(run.count(), 1);
    f.pane.showRows(mixedRows(), true);
    find<QPushButton>(f.pane, "Cancel")->click();
    QCOMPARE(cancelled.count(), 1);
    QCOMPARE(run.count(), 1);
}

void CheckPaneTest::aChangedRowKeepsFocus()
{
    Pane f;
    QList<CheckRow> rows = mixedRows();
    f.pane.showRows(rows, true);
    QCoreApplication::processEvents();
    CheckLine* line = f.lines().at(2);
    line->setFocus();
    QVERIFY(line->hasFocus());
    for (CheckRow& each : rows)
        each.outcome = CheckOutcome::Passed;
    f.pane.showRows(rows, false);
    QCOMPARE(f.lines().at(2), line);
    QVERIFY(line->hasFocus());
    QCOMPARE(line->row().outcome, CheckOutcome::Passed);
}

void CheckPaneTest::arrowsGoThroughTheRowsAndTabLeavesThem()
{
    Pane f;
    f.pane.showRows({row(CheckSubject::Credentials, CheckOutcome::Passed),
                     row(CheckSubject::ImageThere, CheckOutcome::Passed),
                     row(CheckSubject::Payload, CheckOutcome::Passed)},
                    false);
    QCoreApplication::processEvents();
    const auto lines = f.lines();
    f.pane.takeFocus();
    QVERIFY(lines.at(0)->hasFocus());
    QTest::keyClick(lines.at(0), Qt::Key_Down);
    QVERIFY(lines.at(1)->hasFocus());
    QTest::keyClick(lines.at(1), Qt::Key_End);
    QVERIFY(lines.at(2)->hasFocus());
    QTest::keyClick(lines.at(2), Qt::Key_Down);
    QVERIFY(lines.at(2)->hasFocus());
    QTest::keyClick(lines.at(2), Qt::Key_Up);
    QVERIFY(lines.at(1)->hasFocus());
    QTest::keyClick(lines.at(1), Qt::Key_Tab);
    QVERIFY(!lines.contains(QApplication::focusWidget()));
    f.pane.takeFocus();
    QVERIFY(lines.at(1)->hasFocus()); // where it was
}

void CheckPaneTest::enterAndButtonPressTheRemedy()
{
    Pane f;
    QList<CheckPlace> pressed;
    QObject::connect(&f.pane, &CheckPane::remedyPressed, &f.pane,
                     [&](const CheckRow& each) { pressed << each.place; });
    f.pane.showRows(mixedRows(), false);
    QCoreApplication::processEvents();
    const auto lines = f.lines();
    QTest::keyClick(lines.at(0), Qt::Key_Return); // has none
    QVERIFY(pressed.isEmpty());
    QTest::keyClick(lines.at(1), Qt::Key_Return);
    QCOMPARE(pressed, QList{CheckPlace::Field});
    for (QPushButton* button : lines.at(3)->findChildren<QPushButton*>())
        button->click();
    QCOMPARE(pressed.last(), CheckPlace::ChooseRole);
}

void CheckPaneTest::theFirstFailedRowIsGoneTo()
{
    Pane f;
    QList<CheckRow> rows = mixedRows();
    for (CheckRow& row : rows)
        row.outcome = CheckOutcome::Passed;
    rows[2].outcome = CheckOutcome::Failed;
    f.pane.showRows(rows, false);
    f.pane.takeFocus();
    QTRY_VERIFY(f.lines().first()->hasFocus());
    f.pane.goToFailed();
    QVERIFY(f.lines().at(2)->hasFocus());
    rows[1].outcome = CheckOutcome::Failed;
    f.pane.showRows(rows, false);
    f.pane.goToFailed();
    QVERIFY(f.lines().at(2)->hasFocus()); // where somebody has gone to, he stays
}

void CheckPaneTest::detailsComeOnDemand()
{
    Pane f;
    QList<CheckRow> rows = mixedRows();
    rows[0].error =
        Error{ErrorKind::AccessDenied, QStringLiteral("AccessDeniedException"), {}, 403, {}, {}};
    f.pane.showRows(rows, false);
    letEventsPass(); // the lines come into sight
    const CheckLine* line = f.lines().first();
    auto* details = line->findChild<QPlainTextEdit*>();
    QVERIFY(!details->isVisible());
    line->findChild<QToolButton*>()->click();
    QVERIFY(details->isVisible());
    QVERIFY(details->toPlainText().contains(u"AccessDeniedException"));
    QVERIFY(!f.lines().last()->findChild<QToolButton*>()->isVisible());
}

void CheckPaneTest::agesGoOnAndGreyWhenStale()
{
    Pane f;
    QList<CheckRow> rows = mixedRows();
    rows[0].at = f.clock.now().addSecs(-120);
    f.pane.showRows(rows, false);
    letEventsPass(); // the lines come into sight
    QLabel* age = f.label(QStringLiteral("2 min ago"));
    QVERIFY(age);
    QVERIFY(age->isEnabled());
    QVERIFY(!f.label(QStringLiteral("changed since this check")));
    f.pane.setStale(true);
    QVERIFY(!age->isEnabled());
    QVERIFY(f.label(QStringLiteral("changed since this check")));
    f.clock.advance(std::chrono::minutes(3));
    f.pane.hide();
    f.pane.show();
    QVERIFY(f.label(QStringLiteral("5 min ago")));
}

void CheckPaneTest::oneTabShowsAtATime()
{
    FakeClock clock;
    auto* preview = new QLabel(QStringLiteral("figures"));
    auto* check = new CheckPane(clock);
    PlanColumn column(preview, check);
    column.show();
    QVERIFY(preview->isVisible() && !check->isVisible());
    column.showPage(PlanColumn::Check);
    QVERIFY(!preview->isVisible() && check->isVisible());
    column.setScrolling(false);
    QVERIFY(!preview->isVisible() && check->isVisible());
    column.showPage(PlanColumn::Preview);
    QVERIFY(preview->isVisible() && !check->isVisible());
    column.setScrolling(true);
    QVERIFY(preview->isVisible() && !check->isVisible());
}

FUOTADESK_TEST(CheckPaneTest);

} // namespace fuotadesk

#include "checkpanetest.moc"
