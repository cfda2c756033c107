#include "desktop/noticebar.h"

#include "support/testcase.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QVBoxLayout>

namespace fuotadesk {

class NoticeBarTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void itIsHiddenUntilItHasSomethingToSay();
    void aRemedyTellsItsPlaceAndTheBarStays();
    void newRemediesReplaceTheOldOnes();
    void detailsOpenOnDemand();
    void escapeAndTheCrossClose();
    void anErrorBringsItsRemedyAndDetails();
};

namespace {

struct Page {
    QWidget window;
    NoticeBar* bar = new NoticeBar;

    Page()
    {
        auto* layout = new QVBoxLayout(&window);
        layout->addWidget(bar);
        window.show();
    }

    QList<QPushButton*> remedies() const { return bar->findChildren<QPushButton*>(); }
    QList<QToolButton*> tools() const { return bar->findChildren<QToolButton*>(); }
};

Notice keysMissing()
{
    return {NoticeKind::Warning,
            QStringLiteral("There are no keys."),
            {QStringLiteral("Enter keys…"), QStringLiteral("Use the sandbox")},
            QStringLiteral("Code: x")};
}

} // namespace

void NoticeBarTest::itIsHiddenUntilItHasSomethingToSay()
{
    Page page;
    QVERIFY(!page.bar->isVisible());
    page.bar->showNotice(keysMissing());
    QVERIFY(page.bar->isVisible());
    QCOMPARE(page.bar->accessibleName(), QStringLiteral("Warning: There are no keys."));
    page.bar->clear();
    QVERIFY(!page.bar->isVisible());
}

void NoticeBarTest::aRemedyTellsItsPlaceAndTheBarStays()
{
    Page page;
    QSignalSpy pressed(page.bar, &NoticeBar::remedyPressed);
    page.bar->showNotice(keysMissing());
    QTest::mouseClick(page.remedies().at(1), Qt::LeftButton);
    QCOMPARE(pressed.count(), 1);
    QCOMPARE(pressed.at(0).at(0).toInt(), 1);
    QVERIFY(page.bar->isVisible());
}

void NoticeBarTest::newRemediesReplaceTheOldOnes()
{
    Page page;
    page.bar->showNotice(keysMissing());
    page.bar->showNotice(
        {NoticeKind::Info, QStringLiteral("Kept."), {QStringLiteral("Continue")}, {}});
    QCOMPARE(page.remedies().size(), 1);
    QCOMPARE(page.remedies().at(0)->text(), QStringLiteral("Continue"));
}

void NoticeBarTest::detailsOpenOnDemand()
{
    Page page;
    page.bar->showNotice(keysMissing());
    auto* details = page.bar->findChild<QPlainTextEdit*>();
    QVERIFY(!details->isVisible());
    QTest::mouseClick(page.tools().at(0), Qt::LeftButton);
    QVERIFY(details->isVisible());
    QCOMPARE(details->toPlainText(), QStringLiteral("Code: x"));
    page.bar->showNotice({NoticeKind::Info, QStringLiteral("Kept."), {}, {}});
    QVERIFY(!page.tools().at(0)->isVisible());
    QVERIFY(!details->isVisible());
}

void NoticeBarTest::escapeAndTheCrossClose()
{
    Page page;
    QSignalSpy closed(page.bar, &NoticeBar::closed);
    page.bar->showNotice(keysMissing());
    QTest::keyClick(page.remedies().at(0), Qt::Key_Escape);
    QVERIFY(!page.bar->isVisible());
    page.bar->showNotice(keysMissing());
    QTest::mouseClick(page.tools().at(1), Qt::LeftButton);
    QVERIFY(!page.bar->isVisible());
    QCOMPARE(closed.count(), 2);
}

void NoticeBarTest::anErrorBringsItsRemedyAndDetails()
{
    Error error;
    error.kind = ErrorKind::TimedOut;
    error.code = QStringLiteral("TimeoutError");
    const Notice notice = errorNotice(QStringLiteral("“meter” could not be deleted."), error);
    QCOMPARE(notice.kind, NoticeKind::Error);
    QVERIFY(notice.text.startsWith(QStringLiteral("“meter” could not be deleted. ")));
    QCOMPARE(notice.remedies, QStringList{QStringLiteral("Try again")});
    QCOMPARE(notice.details, QStringLiteral("Code: TimeoutError"));
}

FUOTADESK_TEST(NoticeBarTest);

} // namespace fuotadesk

#include "noticebartest.moc"
