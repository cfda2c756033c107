#include "desktop/sandboxdesk.h"

#include "campaign/sandboxcontrol.h"
#include "desktop/sandboxdialog.h"
#include "desktop/sandboxstripe.h"
#include "support/testcase.h"
#include "ui/deskbench.h"
#include "ui/find.h"

#include <QAction>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace fuotadesk {

class SandboxDeskTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theStripeTellsHowFastTimeGoes();
    void theStripePausesAndContinues();
    void thePauseActionShowsWhatIs();
    void theControlsOpenOnceAndLeaveTheWindowInUse();
    void anotherConnectionTakesThemAway();
    void aJumpIsFollowedByALook();
};

namespace {

struct Window : DeskBench {
    QWidget window;
    SandboxDesk sandboxDesk{bench(), &window};

    Window()
    {
        auto* column = new QVBoxLayout(&window);
        column->addWidget(new SandboxStripe(sandbox, sandboxDesk.pauseAction(),
                                            sandboxDesk.controlsAction(), &window));
        desk.signIn(); // to a connection of the operator's own
        desk.session.activate(sandboxConnection().id);
        window.show();
        window.activateWindow();
    }

    QWidget* stripe() const { return window.findChild<SandboxStripe*>(); }
    void press(const char* text) const
    {
        QTest::mouseClick(find<QToolButton>(window, text), Qt::LeftButton);
    }
    bool says(const char* text) const
    {
        const auto labels = stripe()->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* label) {
            return label->isVisible() && label->text() == QString::fromUtf8(text);
        });
    }
};

} // namespace

void SandboxDeskTest::theStripeTellsHowFastTimeGoes()
{
    Window window;
    QVERIFY(window.stripe()->isVisible());
    QVERIFY(window.says("Simulated time ×1"));
    window.sandbox.setSpeed(60);
    QVERIFY(window.says("Simulated time ×60"));
    window.sandbox.setPaused(true);
    QVERIFY(window.says("Simulated time paused"));
}

void SandboxDeskTest::theStripePausesAndContinues()
{
    Window window;
    window.press("Pause");
    QVERIFY(window.desk.sandbox.isPaused());
    window.press("Continue");
    QVERIFY(!window.desk.sandbox.isPaused());
    QVERIFY(window.says("Simulated time ×1"));
}

void SandboxDeskTest::thePauseActionShowsWhatIs()
{
    Window window;
    QAction* pause = window.sandboxDesk.pauseAction();
    QVERIFY(pause->isEnabled() && !pause->isChecked());
    pause->trigger();
    QVERIFY(window.desk.sandbox.isPaused());
    window.sandbox.setPaused(false); // elsewhere
    QVERIFY(!pause->isChecked());
    pause->trigger();
    QVERIFY(window.desk.sandbox.isPaused());
}

void SandboxDeskTest::theControlsOpenOnceAndLeaveTheWindowInUse()
{
    Window window;
    window.press("Controls…");
    window.sandboxDesk.controlsAction()->trigger();
    QCOMPARE(window.window.findChildren<SandboxDialog*>().size(), 1);
    const auto* dialog = window.window.findChild<SandboxDialog*>();
    QVERIFY(dialog->isVisible() && !dialog->isModal());
    QTest::keyClick(window.window.findChild<SandboxDialog*>(), Qt::Key_Escape);
    QTRY_VERIFY(!window.window.findChild<SandboxDialog*>());
    window.sandboxDesk.controlsAction()->trigger();
    QVERIFY(window.window.findChild<SandboxDialog*>()->isVisible());
}

void SandboxDeskTest::anotherConnectionTakesThemAway()
{
    Window window;
    window.sandboxDesk.controlsAction()->trigger();
    Connection own;
    own.id = QStringLiteral("own");
    window.desk.session.activateOnce(own, {QStringLiteral("AKIA"), Secret("secret"), {}});
    QVERIFY(!window.stripe()->isVisible());
    QVERIFY(!window.sandboxDesk.pauseAction()->isVisible());
    QVERIFY(!window.sandboxDesk.controlsAction()->isEnabled());
    QTRY_VERIFY(!window.window.findChild<SandboxDialog*>());
}

void SandboxDeskTest::aJumpIsFollowedByALook()
{
    Window window;
    const QString id = window.addTask(QStringLiteral("meter"));
    QTRY_VERIFY(window.desk.session.isReady());
    window.watch.watch(id);
    QTRY_COMPARE(window.watch.state(), ListState::Ready);
    QTRY_COMPARE(window.tasks.state(), ListState::Ready);
    window.sandbox.jump(std::chrono::hours(1));
    QCOMPARE(window.watch.state(), ListState::Loading);
    QCOMPARE(window.tasks.state(), ListState::Loading);
}

FUOTADESK_TEST(SandboxDeskTest);

} // namespace fuotadesk

#include "sandboxdesktest.moc"
