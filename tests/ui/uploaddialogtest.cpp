#include "desktop/uploaddialog.h"

#include "desktop/noticebar.h"
#include "desktop/noticestack.h"
#include "desktop/productionguard.h"
#include "desktop/uploadbar.h"
#include "desktop/uploadform.h"
#include "desktop/uploadsdesk.h"
#include "support/testcase.h"
#include "ui/find.h"
#include "ui/imagebench.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace fuotadesk {

class UploadDialogTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theFileIsDescribedAndTheTargetFollowsThePattern();
    void anotherFileIsNeverSentForTheOneThatIsNamed();
    void aTypedTargetIsLeftAlone();
    void openPlaceholdersHoldTheUploadBack();
    void whatNoTaskTakesIsWarnedOf_data();
    void whatNoTaskTakesIsWarnedOf();
    void anUploadedImageComesIntoTheForm();
    void anotherImageInTheFormStays();
    void whatIsThereIsReplacedOnlyByItsButton();
    void anotherNameLeavesWhatIsThere();
    void aBrokenUploadIsTriedAgain();
    void closingLetsItGoOnBehindTheBar();
    void theBarForgetsAFailureThatWasTold();
    void theBarKeepsAFailureThatCanBeGoneOnWith();
    void itGrowsWithWhatItShows();
    void thePatternIsKeptInTheTemplate();
    void pausedAndCancelled();
};

namespace {

using Fate = S3Double::Fate;

const auto Old = QStringLiteral("s3://firmware/v1/old.bin");

struct Desk : ImageBench {
    QWidget window;
    NoticeStack* notices = new NoticeStack;
    UploadsDesk uploadDesk{bench(), notices, &window};
    QString file = writeFile(QStringLiteral("new.bin"), "0123456789");

    Desk()
    {
        auto* column = new QVBoxLayout(&window);
        column->addWidget(notices);
        column->addWidget(uploadDesk.bar());
        setImage(Old);
        desk.signIn();
        window.show();
    }

    void open() { uploadDesk.open(file); }
    UploadDialog* dialog() const { return window.findChild<UploadDialog*>(); }
    UploadForm* form() const { return dialog()->form(); }
    QPushButton* button(const char* text) const { return find<QPushButton>(*dialog(), text); }
    QLineEdit* field(const char* name) const { return find<QLineEdit>(*dialog(), name); }
    QString target() const { return field("Upload to")->text(); }
    QString image() const { return sheet.draft().task.firmwareUpdateImage; }
    Notice notice() const
    {
        const auto* bar = dialog()->findChild<NoticeBar*>();
        return bar->isHidden() ? Notice{} : bar->notice();
    }
    void press(const char* text) const
    {
        QTRY_VERIFY(button(text) && button(text)->isEnabled());
        QTest::mouseClick(button(text), Qt::LeftButton);
    }
    void start()
    {
        open();
        press("Upload image");
    }
    bool isThere(const char* place) const
    {
        return s3.objects.contains(QString::fromLatin1(place));
    }
};

} // namespace

void UploadDialogTest::theFileIsDescribedAndTheTargetFollowsThePattern()
{
    Desk desk;
    desk.open();
    QCOMPARE(desk.target(), QStringLiteral("s3://firmware/v1/new.bin"));
    QTRY_VERIFY(desk.button("Upload image")->isEnabled());
    // printf 0123456789 | sha256sum
    QCOMPARE(desk.field("SHA-256")->text(),
             QStringLiteral("84d89877f0d4041efb6bf91a16f0248f2fd573e6af05c19f96bedb9f882f7882"));
    auto* pattern = desk.field("Name pattern");
    pattern->selectAll();
    QTest::keyClicks(pattern, QStringLiteral("s3://firmware/${name}-${sha256}"));
    QCOMPARE(desk.target(), QStringLiteral("s3://firmware/new-84d89877f0d4"));
}

// Whoever writes into the field, and without leaving it.
void UploadDialogTest::anotherFileIsNeverSentForTheOneThatIsNamed()
{
    Desk desk;
    desk.open();
    QTRY_VERIFY(desk.button("Upload image")->isEnabled());
    const QString other = desk.writeFile(QStringLiteral("other.bin"), "abc");
    desk.field("File")->setText(other);
    QVERIFY(!desk.button("Upload image")->isEnabled());
    QTRY_VERIFY(desk.button("Upload image")->isEnabled());
    QCOMPARE(desk.form()->file(), other);
    // printf abc | sha256sum
    QVERIFY(desk.field("SHA-256")->text().startsWith(u"ba7816bf8f01cfea"));
}

void UploadDialogTest::aTypedTargetIsLeftAlone()
{
    Desk desk;
    desk.open();
    desk.field("Upload to")->setText(QStringLiteral("s3://firmware/mine.bin"));
    auto* pattern = desk.field("Name pattern");
    pattern->selectAll();
    QTest::keyClicks(pattern, QStringLiteral("s3://firmware/${file}"));
    QCOMPARE(desk.target(), QStringLiteral("s3://firmware/mine.bin"));
}

void UploadDialogTest::openPlaceholdersHoldTheUploadBack()
{
    Desk desk;
    CampaignDraft draft = desk.sheet.draft();
    draft.imageUploadTo = QStringLiteral("s3://firmware/${version}/${file}");
    desk.sheet.setDraft(draft);
    desk.open();
    QTRY_VERIFY(desk.form()->facts());
    QVERIFY(!desk.button("Upload image")->isEnabled());
    QVERIFY(
        desk.field("Upload to")->accessibleDescription().contains(QStringLiteral("${version}")));
    desk.dialog()->close();
    desk.sheet.addVariableValues({{QStringLiteral("version"), QStringLiteral("2.4.1")}});
    desk.open();
    QCOMPARE(desk.target(), QStringLiteral("s3://firmware/2.4.1/new.bin"));
    QTRY_VERIFY(desk.button("Upload image")->isEnabled());
}

void UploadDialogTest::whatNoTaskTakesIsWarnedOf_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<QString>("warning");
    QTest::newRow("empty") << 0 << QStringLiteral("The file is empty");
    QTest::newRow("a megabyte") << 1'000'000 << QString();
    QTest::newRow("over a megabyte") << 1'000'001 << QStringLiteral("at most one megabyte");
    QTest::newRow("not there") << -1 << QStringLiteral("can not be read");
}

void UploadDialogTest::whatNoTaskTakesIsWarnedOf()
{
    QFETCH(int, size);
    QFETCH(QString, warning);
    Desk desk;
    desk.file = size < 0 ? QStringLiteral("/nowhere/fw.bin")
                         : desk.writeFile(QStringLiteral("other.bin"), QByteArray(size, 'x'));
    desk.open();
    if (size >= 0)
        QTRY_VERIFY(desk.form()->facts());
    QTRY_VERIFY(desk.field("File")->accessibleDescription().contains(warning));
    QCOMPARE(desk.field("File")->accessibleDescription().isEmpty(), warning.isEmpty());
    QCOMPARE(desk.button("Upload image")->isEnabled(), size >= 0);
}

void UploadDialogTest::anUploadedImageComesIntoTheForm()
{
    Desk desk;
    desk.start();
    QTRY_COMPARE(desk.upload.state(), UploadState::Done);
    QCOMPARE(desk.s3.objects.value(QStringLiteral("firmware/v1/new.bin")).bytes,
             QByteArray("0123456789"));
    QCOMPARE(desk.image(), QStringLiteral("s3://firmware/v1/new.bin"));
    QCOMPARE(desk.sheet.draft().imageSizeBytes, 10);
    // printf 0123456789 | md5sum
    QCOMPARE(desk.sheet.draft().imageETag, QStringLiteral("781e5e245d69b566979b86e28d23f2c7"));
    QVERIFY(!desk.button("Use this image")->isVisible());
}

void UploadDialogTest::anotherImageInTheFormStays()
{
    Desk desk;
    desk.open();
    const auto other = QStringLiteral("s3://firmware/other.bin");
    desk.setImage(other);
    desk.press("Upload image");
    QTRY_COMPARE(desk.upload.state(), UploadState::Done);
    QCOMPARE(desk.image(), other);
    desk.press("Use this image");
    QCOMPARE(desk.image(), QStringLiteral("s3://firmware/v1/new.bin"));
}

void UploadDialogTest::whatIsThereIsReplacedOnlyByItsButton()
{
    Desk desk;
    desk.s3.addObject(QStringLiteral("firmware/v1/new.bin"), "other");
    desk.start();
    QTRY_COMPARE(desk.upload.state(), UploadState::Failed);
    QVERIFY(desk.notice().text.contains(QStringLiteral("There is an image at")));
    QCOMPARE(desk.notice().kind, NoticeKind::Warning);
    QCOMPARE(desk.s3.objects.value(QStringLiteral("firmware/v1/new.bin")).bytes,
             QByteArray("other"));
    desk.press("Replace it");
    QTRY_COMPARE(desk.upload.state(), UploadState::Done);
    QCOMPARE(desk.s3.objects.value(QStringLiteral("firmware/v1/new.bin")).bytes,
             QByteArray("0123456789"));
    QCOMPARE(desk.notice(), Notice{});
}

void UploadDialogTest::anotherNameLeavesWhatIsThere()
{
    Desk desk;
    desk.s3.addObject(QStringLiteral("firmware/v1/new.bin"), "other");
    desk.start();
    QTRY_COMPARE(desk.upload.state(), UploadState::Failed);
    desk.press("Use another name");
    QCOMPARE(desk.field("Upload to")->selectedText(), QStringLiteral("new.bin"));
    QTest::keyClicks(desk.field("Upload to"), QStringLiteral("newer.bin"));
    QCOMPARE(desk.notice(), Notice{});
    desk.press("Upload image");
    QTRY_COMPARE(desk.upload.state(), UploadState::Done);
    QVERIFY(desk.isThere("firmware/v1/newer.bin"));
    QCOMPARE(desk.s3.objects.value(QStringLiteral("firmware/v1/new.bin")).bytes,
             QByteArray("other"));
}

void UploadDialogTest::aBrokenUploadIsTriedAgain()
{
    Desk desk;
    desk.s3.plan(QStringLiteral("PutObject"), {Fate::Deny});
    desk.start();
    QTRY_COMPARE(desk.upload.state(), UploadState::Failed);
    QVERIFY(desk.notice().text.contains(QStringLiteral("The upload has stopped")));
    QCOMPARE(desk.notice().kind, NoticeKind::Error);
    desk.press("Try again");
    QTRY_COMPARE(desk.upload.state(), UploadState::Done);
    QVERIFY(desk.isThere("firmware/v1/new.bin"));
}

void UploadDialogTest::closingLetsItGoOnBehindTheBar()
{
    Desk desk;
    desk.s3.plan(QStringLiteral("PutObject"), {Fate::Hang});
    desk.start();
    QTRY_COMPARE(desk.upload.state(), UploadState::Sending);
    const auto* bar = desk.window.findChild<UploadBar*>();
    QVERIFY(!bar->isVisible());
    desk.dialog()->close();
    QVERIFY(desk.upload.isBusy());
    QVERIFY(bar->isVisible());
    QTest::mouseClick(find<QPushButton>(desk.window, "Show upload…"), Qt::LeftButton);
    QVERIFY(desk.dialog()->isVisible());
    QVERIFY(!bar->isVisible());
    QVERIFY(!desk.form()->isEnabled());
    QCOMPARE(desk.target(), QStringLiteral("s3://firmware/v1/new.bin"));
}

void UploadDialogTest::theBarForgetsAFailureThatWasTold()
{
    Desk desk;
    desk.s3.addObject(QStringLiteral("firmware/v1/new.bin"), "another");
    desk.start();
    QTRY_COMPARE(desk.upload.state(), UploadState::Failed);
    QVERIFY(!desk.upload.canResume());
    desk.dialog()->close();
    QVERIFY(!desk.window.findChild<UploadBar*>()->isVisible());
}

void UploadDialogTest::theBarKeepsAFailureThatCanBeGoneOnWith()
{
    Desk desk;
    desk.s3.always(QStringLiteral("PutObject"), Fate::Deny);
    desk.start();
    QTRY_COMPARE(desk.upload.state(), UploadState::Failed);
    QVERIFY(desk.upload.canResume());
    desk.dialog()->close();
    QVERIFY(desk.window.findChild<UploadBar*>()->isVisible());
    QVERIFY(!find<QProgressBar>(desk.window, "Image uploaded")->isVisible());
}

void UploadDialogTest::itGrowsWithWhatItShows()
{
    Desk desk;
    desk.s3.plan(QStringLiteral("PutObject"), {Fate::Hang});
    desk.start();
    QTRY_COMPARE(desk.upload.state(), UploadState::Sending);
    const QDialog* dialog = desk.dialog();
    QVERIFY(dialog->height() >= dialog->layout()->totalHeightForWidth(dialog->width()));
}

void UploadDialogTest::thePatternIsKeptInTheTemplate()
{
    Desk desk;
    desk.open();
    find<QCheckBox>(*desk.dialog(), "Remember as the template's name pattern")->click();
    QCOMPARE(desk.sheet.draft().imageUploadTo, QString());
    desk.press("Upload image");
    QCOMPARE(desk.sheet.draft().imageUploadTo, QStringLiteral("s3://firmware/v1/${file}"));
}

void UploadDialogTest::pausedAndCancelled()
{
    Desk desk;
    desk.s3.plan(QStringLiteral("PutObject"), {Fate::Hang});
    desk.start();
    QTRY_COMPARE(desk.upload.state(), UploadState::Sending);
    desk.press("Pause");
    QTRY_COMPARE(desk.upload.state(), UploadState::Paused);
    QVERIFY(desk.button("Resume"));
    desk.press("Cancel upload");
    QTRY_COMPARE(desk.upload.state(), UploadState::Cancelled);
    QVERIFY(!desk.isThere("firmware/v1/new.bin"));
    QCOMPARE(desk.image(), Old);
    QVERIFY(desk.button("Upload image")->isVisible());
}

FUOTADESK_TEST(UploadDialogTest);

} // namespace fuotadesk

#include "uploaddialogtest.moc"
