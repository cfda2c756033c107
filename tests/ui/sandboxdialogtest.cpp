#include "desktop/sandboxdialog.h"

#include "campaign/sandboxbench.h"
#include "campaign/sandboxcontrol.h"
#include "support/testcase.h"
#include "ui/deskbench.h"
#include "ui/find.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace fuotadesk {

using namespace std::chrono_literals;

class SandboxDialogTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aSpeedWorksAtOnce();
    void theSpeedHasNoNeedlessDecimals();
    void aPauseIsSaidAndEnded();
    void aJumpGoesThatFar();
    void theNextStartIsJumpedToOrSaidToBeNone();
    void faultsAreSetWithEnter();
    void aWrongFaultSaysWhatIsWrong();
    void theFleetGrows();
    void theQuotaWorksAtOnce();
    void everyFieldIsReachedByTab();
    void theRealSandboxRefusesUnknownOperations();
};

namespace {

struct Controls : DeskBench {
    SandboxDialog dialog{sandbox};

    Controls()
    {
        dialog.show();
        dialog.activateWindow();
    }

    template <typename T>
    T* at(const char* name) const
    {
        return find<T>(dialog, name);
    }
    void press(const char* text) const { QTest::mouseClick(at<QPushButton>(text), Qt::LeftButton); }
    QString below(const char* field) const { return at<QWidget>(field)->accessibleDescription(); }
};

void enter(QWidget* field, const char* text)
{
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field, QString::fromLatin1(text));
    QTest::keyClick(field, Qt::Key_Return);
}

} // namespace

void SandboxDialogTest::aSpeedWorksAtOnce()
{
    Controls controls;
    enter(controls.at<QDoubleSpinBox>("Speed"), "600");
    QCOMPARE(controls.desk.sandbox.speed(), 600.0);
    QVERIFY(controls.dialog.isVisible());
    controls.sandbox.setSpeed(2);
    QCOMPARE(controls.at<QDoubleSpinBox>("Speed")->value(), 2.0);
}

void SandboxDialogTest::theSpeedHasNoNeedlessDecimals()
{
    Controls controls;
    controls.sandbox.setSpeed(100'000);
    QCOMPARE(controls.at<QDoubleSpinBox>("Speed")->text(), QStringLiteral("×100000"));
    controls.sandbox.setSpeed(0.5);
    QCOMPARE(controls.at<QDoubleSpinBox>("Speed")->text(), QStringLiteral("×0.5"));
}

void SandboxDialogTest::aPauseIsSaidAndEnded()
{
    Controls controls;
    controls.press("Pause");
    QVERIFY(controls.desk.sandbox.isPaused());
    QVERIFY(controls.below("Continue").contains(QStringLiteral("stands still")));
    controls.press("Continue");
    QVERIFY(!controls.desk.sandbox.isPaused());
    QVERIFY(controls.at<QPushButton>("Pause"));
}

void SandboxDialogTest::aJumpGoesThatFar()
{
    Controls controls;
    controls.press("Jump ahead");
    QCOMPARE(controls.desk.sandbox.jumped, std::chrono::milliseconds(1h));
    enter(controls.at<QSpinBox>("Jump ahead by"), "90");
    controls.press("Jump ahead");
    QCOMPARE(controls.desk.sandbox.jumped, std::chrono::milliseconds(150min));
    QVERIFY(controls.below("Jump ahead by").contains(QStringLiteral("90 min")));
}

void SandboxDialogTest::theNextStartIsJumpedToOrSaidToBeNone()
{
    Controls controls;
    controls.press("To the next start");
    QVERIFY(controls.below("Jump ahead by").contains(QStringLiteral("No task waits")));
    controls.desk.sandbox.taskWaits = true;
    controls.press("To the next start");
    QVERIFY(controls.below("Jump ahead by").contains(QStringLiteral("begins its session")));
}

void SandboxDialogTest::faultsAreSetWithEnter()
{
    Controls controls;
    enter(controls.at<QLineEdit>("Faults"), "latency=200ms 429=0.05:GetFuotaTask");
    QCOMPARE(controls.desk.sandbox.faults.size(), 2);
    QVERIFY(controls.dialog.isVisible()); // Enter has not closed it
    QVERIFY(controls.below("Faults").contains(QStringLiteral("from the next request on")));
    SandboxDialog again(controls.sandbox);
    QCOMPARE(find<QLineEdit>(again, "Faults")->text(),
             QStringLiteral("latency=200ms 429=0.05:GetFuotaTask"));
    enter(controls.at<QLineEdit>("Faults"), " ");
    QVERIFY(controls.desk.sandbox.faults.isEmpty());
}

void SandboxDialogTest::aWrongFaultSaysWhatIsWrong()
{
    Controls controls;
    controls.desk.sandbox.unknownOperation = QStringLiteral("MakeCoffee");
    enter(controls.at<QLineEdit>("Faults"), "reset=0.1 429=2");
    QVERIFY(
        controls.below("Faults").startsWith(QStringLiteral("Error: In “429=2”, “2” is wrong.")));
    enter(controls.at<QLineEdit>("Faults"), "500=1:MakeCoffee");
    QVERIFY(controls.below("Faults").startsWith(
        QStringLiteral("Error: There is no operation “MakeCoffee”.")));
    QVERIFY(controls.desk.sandbox.faults.isEmpty());
    QTest::keyClicks(controls.at<QLineEdit>("Faults"), QStringLiteral("x"));
    QVERIFY(!controls.below("Faults").contains(QStringLiteral("Error")));
}

void SandboxDialogTest::theFleetGrows()
{
    Controls controls;
    auto* devices = controls.at<QSpinBox>("Devices");
    const int before = controls.sandbox.devices();
    QCOMPARE(devices->value(), before);
    devices->setValue(before + 76);
    controls.press("Grow");
    QCOMPARE(controls.desk.sandbox.devices, before + 76);
    QCOMPARE(devices->minimum(), before + 76);
    QVERIFY(controls.below("Devices").contains(QStringLiteral("The fleet has")));
}

void SandboxDialogTest::theQuotaWorksAtOnce()
{
    Controls controls;
    auto* quota = controls.at<QCheckBox>("Quota");
    QTest::keyClick(quota, Qt::Key_Space);
    QVERIFY(controls.desk.sandbox.quota);
    controls.sandbox.setQuota(false);
    QVERIFY(!quota->isChecked());
}

void SandboxDialogTest::everyFieldIsReachedByTab()
{
    Controls controls;
    QWidget* first = controls.at<QDoubleSpinBox>("Speed");
    first->setFocus();
    QTRY_COMPARE(QApplication::focusWidget(), first);
    QStringList names;
    do {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        const auto* button = qobject_cast<QPushButton*>(QApplication::focusWidget());
        const QString name = QApplication::focusWidget()->accessibleName();
        names << (name.isEmpty() && button ? button->text().remove(u'&') : name);
    } while (QApplication::focusWidget() != first && names.size() < 20);
    QCOMPARE(names.join(u'|'),
             QStringLiteral("Pause|Jump ahead by|Jump ahead|To the next start|Faults|Set faults|"
                            "Quota|Devices|Grow|Close|Speed"));
}

void SandboxDialogTest::theRealSandboxRefusesUnknownOperations()
{
    SandboxBench far({0, false, 60, 3, 0, {}});
    far.signIn();
    SandboxControl control(far.session, *far.sandbox, {0, false, 60, 3, 0, {}});
    SandboxDialog dialog(control);
    dialog.show();
    QCOMPARE(find<QDoubleSpinBox>(dialog, "Speed")->value(), 60.0);
    QCOMPARE(find<QSpinBox>(dialog, "Devices")->value(), 3);
    auto* faults = find<QLineEdit>(dialog, "Faults");
    enter(faults, "500=1:MakeCoffee");
    QVERIFY(faults->accessibleDescription().startsWith(QStringLiteral("Error: There is no op")));
    enter(faults, "500=1:GetFuotaTask");
    QVERIFY(faults->accessibleDescription().startsWith(QStringLiteral("Note: ")));
    QObject owner;
    const auto missing =
        resultOf(far.session.stack()->fuotaTasks().get(QStringLiteral("nothing"), &owner));
    QVERIFY(missing && !*missing);
    QCOMPARE(missing->error().httpStatus, 500);
}

FUOTADESK_TEST(SandboxDialogTest);

} // namespace fuotadesk

#include "sandboxdialogtest.moc"
