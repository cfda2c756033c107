#include "desktop/interruptedcreates.h"

#include "desktop/noticestack.h"
#include "support/testcase.h"
#include "ui/deskbench.h"
#include "ui/find.h"

#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QVBoxLayout>

namespace fuotadesk {

class InterruptedCreatesTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void nothingLeftIsNothingSaid();
    void aLostAnswerIsFinishedWithoutATwin();
    void givingUpAsksAndIsNotOfferedAgain();
};

namespace {

struct Window : DeskBench {
    QWidget window;
    NoticeStack* notices = new NoticeStack;
    std::unique_ptr<InterruptedCreates> creates;

    Window()
    {
        auto* column = new QVBoxLayout(&window);
        column->addWidget(notices);
        window.show();
    }

    // A create whose answer was lost in an earlier run.
    void leaveOneOpen()
    {
        desk.signIn();
        desk.service.plan({ServiceDouble::Fate::LoseAnswer});
        desk.service.setOthers(ServiceDouble::Fate::Deny);
        Submission earlier(desk.session, desk.journal, desk.clock, desk.random);
        const auto result = resultOf(earlier.submit(exampleTask(), &window));
        QVERIFY(result && !*result);
        desk.service.setOthers(ServiceDouble::Fate::Answer);
        QCOMPARE(desk.service.taskCount(), 1);
    }

    void look()
    {
        creates = std::make_unique<InterruptedCreates>(desk.session, submission, notices);
    }

    QPushButton* button(const char* text) const { return find<QPushButton>(window, text); }
};

} // namespace

void InterruptedCreatesTest::nothingLeftIsNothingSaid()
{
    Window window;
    window.desk.signIn();
    window.look();
    const auto open = resultOf(window.submission.unfinished(&window.window));
    QVERIFY(open && *open && (*open)->isEmpty());
    QVERIFY(!window.notices->findChild<NoticeBar*>());
}

void InterruptedCreatesTest::aLostAnswerIsFinishedWithoutATwin()
{
    Window window;
    window.leaveOneOpen();
    window.look();
    QSignalSpy finished(window.creates.get(), &InterruptedCreates::finished);
    QTRY_VERIFY(window.button("Check and finish"));
    QVERIFY(window.notices->findChild<NoticeBar*>()->notice().text.contains(
        QStringLiteral("“meter-fw”")));
    QTest::mouseClick(window.button("Check and finish"), Qt::LeftButton);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(window.desk.service.taskCount(), 1);
    QTRY_VERIFY(!window.notices->findChild<NoticeBar*>());
}

void InterruptedCreatesTest::givingUpAsksAndIsNotOfferedAgain()
{
    Window window;
    window.leaveOneOpen();
    window.look();
    QTRY_VERIFY(window.button("Give up…"));
    QTest::mouseClick(window.button("Give up…"), Qt::LeftButton);
    QTRY_VERIFY(window.window.findChild<QMessageBox*>());
    QVERIFY(!window.window.findChild<QMessageBox*>()->informativeText().isEmpty());
    QTest::mouseClick(window.button("Give up"), Qt::LeftButton);
    const auto none = [&] {
        const auto open = resultOf(window.submission.unfinished(&window.window));
        return open && *open && (*open)->isEmpty();
    };
    QTRY_VERIFY(none());
    QCOMPARE(window.desk.service.taskCount(), 1);
}

FUOTADESK_TEST(InterruptedCreatesTest);

} // namespace fuotadesk

#include "interruptedcreatestest.moc"
