#include "desktop/imagedesk.h"

#include "desktop/browsedialog.h"
#include "desktop/formrow.h"
#include "desktop/imageedit.h"
#include "desktop/imagesizeedit.h"
#include "desktop/taskeditor.h"
#include "desktop/taskform.h"
#include "fuota/template.h"
#include "support/testcase.h"
#include "ui/find.h"
#include "ui/imagebench.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

namespace fuotadesk {

class ImageDeskTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theSizeComesFromS3WhenTheFieldIsLeft();
    void anUntouchedTemplateStaysSaved();
    void aChangedImageIsSaidUntilItIsAccepted();
    void savingAcceptsTheImage();
    void anotherNameForgetsTheETag();
    void whatIsNotThereIsSaid();
    void aRefusalAsksForTheSize();
    void aNameWithVariablesIsNotAskedFor();
    void aTypedSizeIsNotFromS3();
    void browsingPutsTheImageIn();
    void aDroppedFileIsOfferedAndNotSent();
};

namespace {

const auto Image = QStringLiteral("s3://firmware/fw.bin");

struct Desk : ImageBench {
    TaskEditor editor{bench()};

    Desk()
    {
        s3.addObject(QStringLiteral("firmware/fw.bin"), QByteArray(2048, 'x'));
        desk.signIn();
        editor.resize(1200, 700);
        editor.show();
    }

    // MD5 of what is there, as S3 makes it of an object that was sent in one request.
    QString eTag() const
    {
        return QString::fromLatin1(s3.objects.value(QStringLiteral("firmware/fw.bin")).eTag);
    }
    void open(const QString& eTag, qint64 size)
    {
        Template value;
        value.name = QStringLiteral("meter");
        value.draft.task = exampleTask();
        value.draft.task.firmwareUpdateImage = Image;
        value.draft.imageSizeBytes = size;
        value.draft.imageETag = eTag;
        editor.openTemplate(value, {});
    }
    ImageEdit* image() const { return editor.form()->imageEdit(); }
    QString hint() const { return editor.form()->imageRow()->field()->accessibleDescription(); }
    QString sizeHint() const
    {
        return editor.form()->imageSizeRow()->field()->accessibleDescription();
    }
    QPushButton* useNew() const { return find<QPushButton>(*image(), "Use the new one"); }
    bool saysChanged() const { return useNew() && useNew()->isVisibleTo(image()); }
    void type(const QString& text) const
    {
        image()->line()->setFocus();
        image()->line()->selectAll();
        QTest::keyClicks(image()->line(), text);
        QTest::keyClick(image()->line(), Qt::Key_Return);
    }
};

} // namespace

void ImageDeskTest::theSizeComesFromS3WhenTheFieldIsLeft()
{
    Desk desk;
    desk.type(Image);
    QTRY_COMPARE(desk.sheet.draft().imageSizeBytes, 2048);
    QCOMPARE(desk.sheet.draft().imageETag, desk.eTag());
    QVERIFY(desk.sizeHint().contains(QStringLiteral("From S3 · modified just now")));
    QCOMPARE(desk.editor.form()->imageSizeEdit()->size(), 2048);
    QCOMPARE(desk.s3.count(QStringLiteral("HeadObject")), 1);
    QVERIFY(!desk.saysChanged());
}

void ImageDeskTest::anUntouchedTemplateStaysSaved()
{
    Desk desk;
    desk.open({}, 100);
    QTRY_COMPARE(desk.sheet.draft().imageSizeBytes, 2048);
    QVERIFY(!desk.sheet.isModified());
    QCOMPARE(desk.sheet.origin().draft.imageSizeBytes, 100);
}

void ImageDeskTest::aChangedImageIsSaidUntilItIsAccepted()
{
    Desk desk;
    desk.open(QStringLiteral("of-before"), 100);
    QTRY_VERIFY(desk.saysChanged());
    QCOMPARE(desk.sheet.draft().imageETag, QStringLiteral("of-before"));
    QCOMPARE(desk.sheet.draft().imageSizeBytes, 2048);
    QTest::mouseClick(desk.useNew(), Qt::LeftButton);
    QVERIFY(!desk.saysChanged());
    QCOMPARE(desk.sheet.draft().imageETag, desk.eTag());
    QVERIFY(desk.sheet.isModified());
}

void ImageDeskTest::savingAcceptsTheImage()
{
    Desk desk;
    desk.open(QStringLiteral("of-before"), 100);
    QTRY_VERIFY(desk.saysChanged());
    desk.editor.saveAsAction()->trigger();
    QCOMPARE(desk.sheet.draft().imageETag, desk.eTag());
}

void ImageDeskTest::anotherNameForgetsTheETag()
{
    Desk desk;
    desk.open(QStringLiteral("of-before"), 100);
    QTRY_VERIFY(desk.saysChanged());
    desk.setImage(QStringLiteral("s3://firmware/other.bin"));
    QCOMPARE(desk.sheet.draft().imageETag, QString());
    QVERIFY(!desk.saysChanged());
    desk.setImage(Image);
    QCOMPARE(desk.sheet.draft().imageETag, QStringLiteral("of-before"));
    QVERIFY(desk.saysChanged());
}

void ImageDeskTest::whatIsNotThereIsSaid()
{
    Desk desk;
    desk.type(QStringLiteral("s3://firmware/none.bin"));
    QTRY_COMPARE(desk.hint(),
                 QStringLiteral("There is no such image in S3. Choose another one, or upload it."));
    QVERIFY(!desk.sheet.draft().imageSizeBytes);
    desk.type(Image);
    QTRY_VERIFY(!desk.sizeHint().isEmpty());
    QTRY_COMPARE(desk.hint(), QString());
}

void ImageDeskTest::aRefusalAsksForTheSize()
{
    Desk desk;
    desk.s3.always(QStringLiteral("HeadObject"), S3Double::Fate::Deny);
    desk.type(Image);
    QTRY_VERIFY(desk.hint().contains(QStringLiteral("type its size")));
    desk.s3.always(QStringLiteral("HeadObject"), S3Double::Fate::LoseRequest);
    desk.type(QStringLiteral("s3://firmware/b.bin"));
    QTRY_VERIFY(desk.hint().contains(QStringLiteral("could not be looked at in S3")));
}

void ImageDeskTest::aNameWithVariablesIsNotAskedFor()
{
    Desk desk;
    desk.type(QStringLiteral("s3://firmware/${version}.bin"));
    desk.type(Image);
    QTRY_VERIFY(!desk.sizeHint().isEmpty());
    QCOMPARE(desk.s3.count(QStringLiteral("HeadObject")), 1);
}

void ImageDeskTest::aTypedSizeIsNotFromS3()
{
    Desk desk;
    desk.type(Image);
    QTRY_VERIFY(desk.sizeHint().contains(QStringLiteral("From S3")));
    CampaignDraft draft = desk.sheet.draft();
    draft.imageSizeBytes = 5;
    desk.sheet.setDraft(draft);
    QVERIFY(!desk.sizeHint().contains(QStringLiteral("From S3")));
    QCOMPARE(desk.sheet.draft().imageSizeBytes, 5);
}

void ImageDeskTest::browsingPutsTheImageIn()
{
    Desk desk;
    desk.editor.images()->browseAction()->trigger();
    auto* dialog = desk.editor.findChild<BrowseDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    Q_EMIT dialog->imageChosen(Image);
    QCOMPARE(desk.image()->line()->text(), Image);
    QTRY_COMPARE(desk.sheet.draft().imageSizeBytes, 2048);
}

void ImageDeskTest::aDroppedFileIsOfferedAndNotSent()
{
    Desk desk;
    const QString file = desk.writeFile(QStringLiteral("new.bin"), "12345");
    const QSignalSpy wanted(desk.editor.images(), &ImageDesk::uploadWanted);
    desk.image()->offerUpload(file);
    QVERIFY(wanted.isEmpty());
    QList<QPushButton*> buttons;
    for (auto* button : desk.image()->findChildren<QPushButton*>()) {
        if (button != desk.image()->uploadButton()
            && button->text() == QStringLiteral("Upload image…"))
            buttons << button;
    }
    QCOMPARE(buttons.size(), 1);
    QTest::mouseClick(buttons.first(), Qt::LeftButton);
    QCOMPARE(wanted.first().first().toString(), file);
    QTest::mouseClick(desk.image()->uploadButton(), Qt::LeftButton);
    QCOMPARE(wanted.last().first().toString(), QString());
    QCOMPARE(desk.s3.count(QStringLiteral("PutObject")), 0);
}

FUOTADESK_TEST(ImageDeskTest);

} // namespace fuotadesk

#include "imagedesktest.moc"
