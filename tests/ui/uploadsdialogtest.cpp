#include "desktop/uploadsdialog.h"

#include "desktop/noticestack.h"
#include "desktop/uploaddialog.h"
#include "desktop/uploadsdesk.h"
#include "support/testcase.h"
#include "ui/find.h"
#include "ui/imagebench.h"

#include <QAction>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace fuotadesk {

class UploadsDialogTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void nothingLeftIsSaid();
    void anInterruptedUploadIsOfferedOnceAndGoesOn();
    void removingAsksAndRemoves();
    void whatOthersBeganCanOnlyBeRemoved();
    void aRefusalIsSaid();
    void aRemovalThatFailsIsTriedAgain();
    void signedOutIsSaid();
};

namespace {

const auto Image = QStringLiteral("s3://firmware/fw.bin");
const auto BegunAt = QDateTime({2026, 1, 1}, {3, 4, 5}, Qt::UTC);

struct Desk : ImageBench {
    QWidget window;
    NoticeStack* notices = new NoticeStack;
    std::unique_ptr<UploadsDesk> uploadDesk;
    QString file = writeFile(QStringLiteral("fw.bin"), "0123456789");

    explicit Desk(bool isSignedIn = true)
    {
        auto* column = new QVBoxLayout(&window);
        column->addWidget(notices);
        setImage(Image);
        window.show();
        if (isSignedIn)
            desk.signIn();
    }

    // What a process that was killed leaves in the journal.
    void leaveOneOpen()
    {
        UploadJournal other(desk.folder.filePath(QStringLiteral("journal")), desk.clock);
        ImageUpload earlier(services, other, desk.clock);
        s3.plan(QStringLiteral("PutObject"), {S3Double::Fate::Hang});
        earlier.start({file, {QStringLiteral("firmware"), QStringLiteral("fw.bin")}});
        QTRY_COMPARE(earlier.state(), UploadState::Sending);
        QTRY_COMPARE(s3.count(QStringLiteral("PutObject")), 1);
    }
    void begin()
    {
        uploadDesk = std::make_unique<UploadsDesk>(bench(), notices, &window);
        window.layout()->addWidget(uploadDesk->bar());
    }
    void openList() const { uploadDesk->unfinishedAction()->trigger(); }
    UploadsDialog* dialog() const { return window.findChild<UploadsDialog*>(); }
    QTreeWidget* list() const { return dialog()->list(); }
    QPushButton* button(const char* text) const { return find<QPushButton>(window, text); }
    bool says(const QString& text) const
    {
        const auto bars = window.findChildren<NoticeBar*>();
        return std::any_of(bars.begin(), bars.end(), [&text](const NoticeBar* bar) {
            return !bar->isHidden() && bar->notice().text.contains(text);
        });
    }
};

} // namespace

void UploadsDialogTest::nothingLeftIsSaid()
{
    Desk desk;
    desk.begin();
    QTRY_VERIFY(!desk.uploads.isLoading());
    QVERIFY(!desk.says(QStringLiteral("not finished")));
    desk.openList();
    QTRY_VERIFY(!desk.uploads.isLoading());
    QVERIFY(!desk.list()->isVisible());
    QVERIFY(!desk.button("Continue upload")->isEnabled());
}

void UploadsDialogTest::anInterruptedUploadIsOfferedOnceAndGoesOn()
{
    Desk desk;
    desk.leaveOneOpen();
    desk.begin();
    QTRY_VERIFY(desk.says(QStringLiteral("1 uploads of images were not finished")));
    QTest::mouseClick(desk.button("Show uploads…"), Qt::LeftButton);
    QTRY_COMPARE(desk.list()->topLevelItemCount(), 1);
    QCOMPARE(desk.list()->topLevelItem(0)->text(0), QStringLiteral("fw.bin"));
    QCOMPARE(desk.list()->topLevelItem(0)->text(1), Image);
    QTRY_VERIFY(desk.button("Continue upload")->isEnabled());
    QTest::mouseClick(desk.button("Continue upload"), Qt::LeftButton);
    QTRY_COMPARE(desk.upload.state(), UploadState::Done);
    QVERIFY(desk.window.findChild<UploadDialog*>()->isVisible());
    QCOMPARE(desk.s3.objects.value(QStringLiteral("firmware/fw.bin")).bytes,
             QByteArray("0123456789"));
    QVERIFY(!desk.says(QStringLiteral("not finished")));
}

void UploadsDialogTest::removingAsksAndRemoves()
{
    Desk desk;
    desk.leaveOneOpen();
    desk.begin();
    desk.openList();
    QTRY_COMPARE(desk.list()->topLevelItemCount(), 1);
    QTRY_VERIFY(desk.button("Remove upload…")->isEnabled());
    QTest::mouseClick(desk.button("Remove upload…"), Qt::LeftButton);
    QCOMPARE(desk.uploads.uploads().size(), 1);
    QTest::mouseClick(desk.button("Remove upload"), Qt::LeftButton);
    QTRY_COMPARE(desk.list()->topLevelItemCount(), 0);
}

void UploadsDialogTest::whatOthersBeganCanOnlyBeRemoved()
{
    Desk desk;
    desk.s3.addUpload(QStringLiteral("firmware/other.bin"), BegunAt);
    desk.begin();
    desk.openList();
    QTRY_COMPARE(desk.list()->topLevelItemCount(), 1);
    QTRY_VERIFY(desk.button("Remove upload…")->isEnabled());
    QVERIFY(!desk.button("Continue upload")->isEnabled());
    QTest::mouseClick(desk.button("Remove upload…"), Qt::LeftButton);
    QTest::mouseClick(desk.button("Remove upload"), Qt::LeftButton);
    QTRY_VERIFY(desk.s3.uploads.isEmpty());
}

void UploadsDialogTest::aRefusalIsSaid()
{
    Desk desk;
    desk.s3.always(QStringLiteral("ListMultipartUploads"), S3Double::Fate::Deny);
    desk.begin();
    desk.openList();
    QTRY_VERIFY(desk.says(QStringLiteral("Not everything could be read")));
}

void UploadsDialogTest::aRemovalThatFailsIsTriedAgain()
{
    Desk desk;
    desk.s3.addUpload(QStringLiteral("firmware/other.bin"), BegunAt);
    desk.s3.plan(QStringLiteral("AbortMultipartUpload"), {S3Double::Fate::Deny});
    desk.begin();
    desk.openList();
    QTRY_COMPARE(desk.list()->topLevelItemCount(), 1);
    QTRY_VERIFY(desk.button("Remove upload…")->isEnabled());
    QTest::mouseClick(desk.button("Remove upload…"), Qt::LeftButton);
    QTest::mouseClick(desk.button("Remove upload"), Qt::LeftButton);
    QTRY_VERIFY(desk.says(QStringLiteral("was not removed")));
    QCOMPARE(desk.s3.uploads.size(), 1);
    QTest::mouseClick(desk.button("Try again"), Qt::LeftButton);
    QTRY_VERIFY(desk.s3.uploads.isEmpty());
}

void UploadsDialogTest::signedOutIsSaid()
{
    Desk desk(false);
    desk.begin();
    desk.openList();
    const auto labels = desk.dialog()->findChildren<QLabel*>();
    QTRY_VERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->isVisible() && label->text().contains(u"once the connection is signed in");
    }));
    desk.s3.addUpload(QStringLiteral("firmware/other.bin"), BegunAt);
    desk.desk.signIn();
    QTRY_COMPARE(desk.list()->topLevelItemCount(), 1);
}

FUOTADESK_TEST(UploadsDialogTest);

} // namespace fuotadesk

#include "uploadsdialogtest.moc"
