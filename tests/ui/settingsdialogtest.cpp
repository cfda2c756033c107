#include "desktop/settingsdialog.h"

#include "desktop/noticebar.h"
#include "support/testcase.h"
#include "ui/deskbench.h"
#include "ui/find.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

namespace fuotadesk {

class SettingsDialogTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theQuotaOfAwsIsWhatItStartsWith();
    void anotherPaceIsTakenAtOnceByEnter();
    void cancelChangesNothing();
    void moreThanTheQuotaIsWarnedOf();
    void whatIsNotSavedSaysSo();
};

namespace {

struct Dialog : DeskBench {
    SettingsDialog* dialog;

    Dialog()
    {
        desk.signIn();
        dialog = new SettingsDialog(desk.session, &parent);
        dialog->show();
    }

    QSpinBox* calls() const { return find<QSpinBox>(*dialog, "Calls per second and operation"); }

    QWidget parent;
};

} // namespace

void SettingsDialogTest::theQuotaOfAwsIsWhatItStartsWith()
{
    const Dialog dialog;
    QCOMPARE(dialog.calls()->value(), 10);
    QCOMPARE(dialog.calls()->minimum(), 1);
    QCOMPARE(dialog.calls()->maximum(), 100);
    QVERIFY(dialog.calls()->accessibleDescription().contains(QStringLiteral("AWS allows 10")));
}

void SettingsDialogTest::anotherPaceIsTakenAtOnceByEnter()
{
    Dialog dialog;
    const QSignalSpy gone(dialog.dialog, &QObject::destroyed);
    dialog.calls()->selectAll();
    QTest::keyClicks(dialog.calls(), QStringLiteral("40"));
    QTest::keyClick(dialog.calls(), Qt::Key_Return);
    QCOMPARE(dialog.desk.session.callsPerSecond(), 40);
    QCOMPARE(dialog.desk.stacks.limits, QList<double>({10, 40}));
    QTRY_COMPARE(gone.size(), 1);
}

void SettingsDialogTest::cancelChangesNothing()
{
    Dialog dialog;
    dialog.calls()->setValue(3);
    QTest::keyClick(dialog.dialog, Qt::Key_Escape);
    QCOMPARE(dialog.desk.session.callsPerSecond(), 10);
    QCOMPARE(dialog.desk.stacks.limits, QList<double>({10}));
}

void SettingsDialogTest::moreThanTheQuotaIsWarnedOf()
{
    Dialog dialog;
    dialog.calls()->setValue(11);
    QVERIFY(dialog.calls()->accessibleDescription().startsWith(QStringLiteral("Warning: AWS")));
    dialog.calls()->setValue(10);
    QVERIFY(!dialog.calls()->accessibleDescription().contains(QStringLiteral("Warning")));
}

void SettingsDialogTest::whatIsNotSavedSaysSo()
{
    Dialog dialog;
    QVERIFY(QDir(dialog.desk.folder.path()).removeRecursively());
    QFile inTheWay(dialog.desk.folder.path());
    QVERIFY(inTheWay.open(QFile::WriteOnly));
    dialog.calls()->setValue(20);
    QTest::mouseClick(find<QPushButton>(*dialog.dialog, "Save settings"), Qt::LeftButton);
    QVERIFY(dialog.dialog->isVisible());
    QVERIFY(dialog.dialog->findChild<NoticeBar*>()->notice().text.startsWith(
        QStringLiteral("The settings could not be saved.")));
    QCOMPARE(dialog.desk.session.callsPerSecond(), 10);
    inTheWay.remove();
}

FUOTADESK_TEST(SettingsDialogTest);

} // namespace fuotadesk

#include "settingsdialogtest.moc"
