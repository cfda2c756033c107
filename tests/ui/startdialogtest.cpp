#include "desktop/startdialog.h"

#include "support/fakes.h"
#include "support/testcase.h"
#include "ui/find.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>

namespace fuotadesk {

class StartDialogTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void soonIsTheFirstChoice();
    void aTimeOfAZoneBecomesUtc();
    void whatCanNotBeIsSaid_data();
    void whatCanNotBeIsSaid();
    void timeThatRunsOutIsNotSent();
    void enterStarts();
};

namespace {

// It is 2026-01-02 03:04:05 UTC.
struct Asked {
    FakeClock clock;
    QWidget window;
    StartDialog* dialog = new StartDialog({QStringLiteral("meter")}, clock, &window);
    QSignalSpy chosen{dialog, &StartDialog::timeChosen};

    void choose(const QString& local, const QString& zone) const
    {
        radio(QStringLiteral("At a time"))->setChecked(true);
        const QDateTime time = QDateTime::fromString(local, Qt::ISODate);
        dialog->findChild<QDateTimeEdit*>()->setDateTime(
            QDateTime(time.date(), time.time(), Qt::UTC));
        dialog->findChild<QComboBox*>()->setCurrentText(zone);
    }

    QRadioButton* radio(const QString& text) const
    {
        for (QRadioButton* each : dialog->findChildren<QRadioButton*>())
            if (each->text().remove(u'&') == text)
                return each;
        return nullptr;
    }

    QPushButton* startButton() const { return find<QPushButton>(*dialog, "Start task"); }

    bool says(const QString& part) const
    {
        for (const QLabel* label : dialog->findChildren<QLabel*>())
            if (label->text().contains(part))
                return true;
        return false;
    }
};

} // namespace

void StartDialogTest::soonIsTheFirstChoice()
{
    Asked asked;
    QVERIFY(asked.says(QStringLiteral("“meter”")));
    QVERIFY(!asked.dialog->findChild<QDateTimeEdit*>()->isEnabled());
    QVERIFY(asked.says(QStringLiteral("03:36 UTC")) || asked.says(QStringLiteral("3:36")));
    asked.startButton()->click();
    QCOMPARE(asked.chosen.count(), 1);
    QCOMPARE(asked.chosen.first().first().toDateTime(),
             QDateTime(QDate(2026, 1, 2), QTime(3, 36), Qt::UTC));
}

void StartDialogTest::aTimeOfAZoneBecomesUtc()
{
    Asked asked;
    asked.choose(QStringLiteral("2026-07-01T12:30"), QStringLiteral("Europe/Berlin"));
    QVERIFY(asked.startButton()->isEnabled());
    asked.startButton()->click();
    QCOMPARE(asked.chosen.count(), 1);
    QCOMPARE(asked.chosen.first().first().toDateTime(),
             QDateTime(QDate(2026, 7, 1), QTime(10, 30), Qt::UTC));
}

void StartDialogTest::whatCanNotBeIsSaid_data()
{
    QTest::addColumn<QString>("local");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<bool>("canStart");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* local, const char* zone, bool canStart,
                        const char* says) {
        QTest::newRow(name) << QString::fromLatin1(local) << QString::fromLatin1(zone) << canStart
                            << QString::fromLatin1(says);
    };
    row("too soon", "2026-01-02T03:30", "UTC", false, "half an hour ahead");
    row("past", "2025-12-31T12:00", "UTC", false, "half an hour ahead");
    row("gap", "2026-03-29T02:30", "Europe/Berlin", false, "put forward");
    row("twice", "2026-10-25T02:30", "Europe/Berlin", true, "first of two");
    row("unknown zone", "2026-10-25T02:30", "Europe/Atlantis", false, "Europe/Atlantis");
    row("no zone", "2026-10-25T02:30", "", false, "no time zone");
}

void StartDialogTest::whatCanNotBeIsSaid()
{
    QFETCH(QString, local);
    QFETCH(QString, zone);
    QFETCH(bool, canStart);
    QFETCH(QString, says);
    Asked asked;
    asked.choose(local, zone);
    QCOMPARE(asked.startButton()->isEnabled(), canStart);
    QVERIFY(asked.says(says));
}

void StartDialogTest::timeThatRunsOutIsNotSent()
{
    Asked asked;
    asked.choose(QStringLiteral("2026-01-02T03:35"), QStringLiteral("UTC"));
    QVERIFY(asked.startButton()->isEnabled());
    asked.clock.advance(std::chrono::minutes(5));
    asked.startButton()->click(); // nothing has looked at the clock yet
    QCOMPARE(asked.chosen.count(), 0);
    QVERIFY(!asked.startButton()->isEnabled());
    QVERIFY(asked.says(QStringLiteral("half an hour ahead")));
}

} // namespace fuotadesk

using fuotadesk::StartDialogTest;
void StartDialogTest::enterStarts()
{
    Asked asked;
    asked.dialog->open();
    QTest::keyClick(asked.dialog, Qt::Key_Return);
    QCOMPARE(asked.chosen.count(), 1);
}

FUOTADESK_TEST(StartDialogTest);
#include "startdialogtest.moc"
