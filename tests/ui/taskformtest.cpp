#include "desktop/taskform.h"

#include "campaign/imageprobe.h"
#include "desktop/descriptoredit.h"
#include "desktop/formrow.h"
#include "desktop/imagesizeedit.h"
#include "desktop/numberbox.h"
#include "desktop/redundancyedit.h"
#include "desktop/tagsedit.h"
#include "fuota/validation.h"
#include "support/testcase.h"
#include "text/findingtext.h"

#include <QAccessible>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>

#include <limits>

namespace fuotadesk {

namespace {

using Change = std::function<void(CampaignDraft&)>;

CampaignDraft fullDraft()
{
    CampaignDraft draft;
    TaskDraft& task = draft.task;
    task.name = QStringLiteral("meter-fw-2.4.1");
    task.description = QStringLiteral("two\nlines, \u00e4\u00f6 \U0001f680");
    task.clientRequestToken = QStringLiteral("own-token");
    task.rfRegion = QStringLiteral("EU868");
    task.firmwareUpdateImage = QStringLiteral("s3://bucket/fw.bin");
    task.firmwareUpdateRole = QStringLiteral("arn:aws:iam::123456789012:role/fuota");
    task.tags = {{QStringLiteral("team"), QStringLiteral("meters")}};
    task.redundancyPercent = 20;
    task.fragmentSizeBytes = 112;
    task.fragmentIntervalMs = 7000;
    task.descriptor = QStringLiteral("AAIEAQ==");
    draft.imageSizeBytes = 102400;
    draft.planning.loss = 0.123456;
    draft.recipients.multicastGroupIds = {QStringLiteral("group")};
    return draft;
}

template <typename Widget>
Widget* named(const QWidget& form, const QString& label)
{
    for (Widget* each : form.findChildren<Widget*>()) {
        if (each->accessibleName() == label)
            return each;
    }
    return nullptr;
}

} // namespace

class TaskFormTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyValueGoesInAndComesOut_data();
    void everyValueGoesInAndComesOut();
    void unsetStaysUnset();
    void labelsAreTheOnesAgreed();
    void loadingSaysNothingEditsSayOnce();
    void pastedImageBecomesAnS3Address_data();
    void pastedImageBecomesAnS3Address();
    void descriptorTakesHexAndBase64_data();
    void descriptorTakesHexAndBase64();
    void redundancyUnderstandsPercent();
    void sliderAndBoxSayTheSame();
    void intervalShowsWhatIsSent();
    void aDroppedFileGivesItsSize();
    void everyFieldHasANameAndTabsInOrder();
};

void TaskFormTest::everyValueGoesInAndComesOut_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char* name, Change change) { QTest::newRow(name) << change; };
    constexpr qint64 large = std::numeric_limits<qint32>::max();
    row("as it is", [](CampaignDraft&) {});
    row("name at limit", [](CampaignDraft& d) { d.task.name = QString(256, u'x'); });
    row("name over limit", [](CampaignDraft& d) { d.task.name = QString(300, u'x'); });
    row("very long text", [](CampaignDraft& d) { d.task.description = QString(100'000, u'x'); });
    row("no name", [](CampaignDraft& d) { d.task.name.reset(); });
    row("right to left", [](CampaignDraft& d) { d.task.name = QStringLiteral("\u05e9\u05dc"); });
    row("no description", [](CampaignDraft& d) { d.task.description.reset(); });
    row("no token", [](CampaignDraft& d) { d.task.clientRequestToken.reset(); });
    row("no region", [](CampaignDraft& d) { d.task.rfRegion.reset(); });
    row("unknown region", [](CampaignDraft& d) { d.task.rfRegion = QStringLiteral("XX1"); });
    row("no tags", [](CampaignDraft& d) { d.task.tags.clear(); });
    row("same key twice", [](CampaignDraft& d) { d.task.tags += d.task.tags; });
    row("empty tag", [](CampaignDraft& d) { d.task.tags += Tag{}; });
    row("no redundancy", [](CampaignDraft& d) { d.task.redundancyPercent.reset(); });
    row("redundancy 0", [](CampaignDraft& d) { d.task.redundancyPercent = 0; });
    row("redundancy 101", [](CampaignDraft& d) { d.task.redundancyPercent = 101; });
    row("redundancy negative", [](CampaignDraft& d) { d.task.redundancyPercent = -1; });
    row("no size", [](CampaignDraft& d) { d.task.fragmentSizeBytes.reset(); });
    row("size large", [large](CampaignDraft& d) { d.task.fragmentSizeBytes = large; });
    row("size 0", [](CampaignDraft& d) { d.task.fragmentSizeBytes = 0; });
    row("no interval", [](CampaignDraft& d) { d.task.fragmentIntervalMs.reset(); });
    row("interval over 32 bit", [](CampaignDraft& d) { d.task.fragmentIntervalMs = large + 1; });
    row("no descriptor", [](CampaignDraft& d) { d.task.descriptor.reset(); });
    row("descriptor broken", [](CampaignDraft& d) { d.task.descriptor = QStringLiteral("A?"); });
    row("image size unknown", [](CampaignDraft& d) { d.imageSizeBytes.reset(); });
    row("image size 0", [](CampaignDraft& d) { d.imageSizeBytes = 0; });
    row("planning", [](CampaignDraft& d) { d.planning.dataRate = 5; });
}

void TaskFormTest::everyValueGoesInAndComesOut()
{
    QFETCH(Change, change);
    CampaignDraft draft = fullDraft();
    change(draft);
    ImageProbe images;
    TaskForm form(images);
    form.setDraft(fullDraft());
    form.setDraft(draft);
    QCOMPARE(form.draft(), draft);
    form.setDraft(form.draft());
    QCOMPARE(form.draft(), draft);
}

void TaskFormTest::unsetStaysUnset()
{
    ImageProbe images;
    TaskForm form(images);
    QCOMPARE(form.draft(), CampaignDraft());
    form.setDraft(fullDraft());
    form.setDraft({});
    QCOMPARE(form.draft(), CampaignDraft());
}

void TaskFormTest::labelsAreTheOnesAgreed()
{
    ImageProbe images;
    TaskForm form(images);
    QStringList labels;
    for (const FormRow* row : form.findChildren<FormRow*>()) {
        labels += withoutMnemonic(row->label()->text());
        QCOMPARE(row->label()->buddy(), row->field());
        QVERIFY(row->label()->text().contains(u'&'));
        QVERIFY(!row->field()->toolTip().isEmpty());
        QVERIFY(!row->field()->whatsThis().isEmpty());
    }
    const QStringList agreed{QStringLiteral("Name"),
                             QStringLiteral("Description"),
                             QStringLiteral("RF region"),
                             QStringLiteral("Firmware image"),
                             QStringLiteral("Image size"),
                             QStringLiteral("Firmware role"),
                             QStringLiteral("Descriptor"),
                             QStringLiteral("Tags"),
                             QStringLiteral("Redundancy"),
                             QStringLiteral("Fragment size"),
                             QStringLiteral("Fragment interval"),
                             QStringLiteral("Recipients"),
                             QStringLiteral("Client request token")};
    QCOMPARE(labels, agreed);
    for (const FieldSpec& spec : fieldTable())
        QVERIFY(labels.contains(FindingText::fieldLabel(spec.field)));
}

void TaskFormTest::loadingSaysNothingEditsSayOnce()
{
    ImageProbe images;
    TaskForm form(images);
    const QSignalSpy spy(&form, &TaskForm::draftChanged);
    form.setDraft(fullDraft());
    QCOMPARE(spy.count(), 0);
    QTest::keyClick(named<QLineEdit>(form, QStringLiteral("Name")), Qt::Key_A);
    QCOMPARE(spy.count(), 1);
    named<NumberBox>(form, QStringLiteral("Fragment size"))->stepUp();
    QCOMPARE(spy.count(), 2);
    form.findChild<QSlider*>()->setValue(55);
    QCOMPARE(spy.count(), 3);
    QCOMPARE(form.draft().task.redundancyPercent, std::optional<qint64>(55));
}

void TaskFormTest::pastedImageBecomesAnS3Address_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("image");
    const QString s3 = QStringLiteral("s3://my-bucket/dir/fw.bin");
    QTest::newRow("s3") << s3 << s3;
    QTest::newRow("blanks") << QStringLiteral("  s3://my-bucket/dir/fw.bin ") << s3;
    QTest::newRow("virtual host") << QStringLiteral(
        "https://my-bucket.s3.eu-west-1.amazonaws.com/dir/fw.bin")
                                  << s3;
    QTest::newRow("path") << QStringLiteral("https://s3.amazonaws.com/my-bucket/dir/fw.bin") << s3;
    QTest::newRow("arn") << QStringLiteral("arn:aws:s3:::my-bucket/dir/fw.bin") << s3;
    QTest::newRow("other https") << QStringLiteral("https://example.com/fw.bin")
                                 << QStringLiteral("https://example.com/fw.bin");
}

void TaskFormTest::pastedImageBecomesAnS3Address()
{
    QFETCH(QString, typed);
    QFETCH(QString, image);
    ImageProbe images;
    TaskForm form(images);
    auto* edit = named<QLineEdit>(form, QStringLiteral("Firmware image"));
    edit->insert(typed);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(form.draft().task.firmwareUpdateImage, image);
    if (typed != image) {
        edit->undo();
        QVERIFY(edit->text() != image);
    }
}

void TaskFormTest::descriptorTakesHexAndBase64_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    const QString base64 = QStringLiteral("Descriptor");
    const QString hex = QStringLiteral("Descriptor in hex");
    QTest::newRow("base64") << base64 << QStringLiteral("AAIEAQ==");
    QTest::newRow("0x in base64") << base64 << QStringLiteral("0x00020401");
    QTest::newRow("gaps in base64") << base64 << QStringLiteral("00 02 04 01");
    QTest::newRow("hex") << hex << QStringLiteral("00020401");
    QTest::newRow("0x in hex") << hex << QStringLiteral("0x00020401");
    QTest::newRow("gaps in hex") << hex << QStringLiteral("00 02 04 01");
    QTest::newRow("base64 in hex") << hex << QStringLiteral("AAIEAQ==");
}

void TaskFormTest::descriptorTakesHexAndBase64()
{
    QFETCH(QString, field);
    QFETCH(QString, typed);
    ImageProbe images;
    TaskForm form(images);
    form.show();
    form.activateWindow();
    auto* edit = named<QLineEdit>(form, field);
    edit->setFocus();
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClicks(edit, typed);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(form.draft().task.descriptor, std::optional(QStringLiteral("AAIEAQ==")));
    QCOMPARE(named<QLineEdit>(form, QStringLiteral("Descriptor"))->text(),
             QStringLiteral("AAIEAQ=="));
    QCOMPARE(named<QLineEdit>(form, QStringLiteral("Descriptor in hex"))->text(),
             QStringLiteral("00 02 04 01"));
}

void TaskFormTest::redundancyUnderstandsPercent()
{
    ImageProbe images;
    TaskForm form(images);
    auto* box = named<NumberBox>(form, QStringLiteral("Redundancy"));
    QTest::keyClicks(box, QStringLiteral("20%"));
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(form.draft().task.redundancyPercent, std::optional<qint64>(20));
    box->selectAll();
    QTest::keyClick(box, Qt::Key_Delete);
    QCOMPARE(form.draft().task.redundancyPercent, std::optional<qint64>());
}

void TaskFormTest::sliderAndBoxSayTheSame()
{
    RedundancyEdit edit;
    edit.setAssumed(25);
    QCOMPARE(edit.slider()->value(), 25);
    QVERIFY(!edit.percent());
    QTest::keyClick(edit.slider(), Qt::Key_Right);
    QCOMPARE(edit.percent(), std::optional<qint64>(26));
    QCOMPARE(edit.box()->number(), std::optional<qint64>(26));
    edit.box()->setNumber(100);
    QCOMPARE(edit.slider()->value(), 100);
    edit.setPercent({});
    QCOMPARE(edit.slider()->value(), 25);
}

void TaskFormTest::intervalShowsWhatIsSent()
{
    ImageProbe images;
    TaskForm form(images);
    CampaignDraft draft = fullDraft();
    draft.task.fragmentIntervalMs = 6500;
    form.setDraft(draft);
    const auto labels = form.findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(
        labels, [](const QLabel* label) { return label->text() == u"sent as 7 s"; }));
}

void TaskFormTest::aDroppedFileGivesItsSize()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("fw.bin")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(4321, 'x'));
    file.close();
    ImageProbe images;
    TaskForm form(images);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file.fileName())});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(named<QLineEdit>(form, QStringLiteral("Name")), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(named<QLineEdit>(form, QStringLiteral("Name")), &drop);
    QTRY_VERIFY2(form.imageSizeEdit()->size() == 4321,
                 qPrintable(form.imageSizeEdit()->box()->text()));
    QVERIFY(!form.draft().task.name);
    form.imageSizeEdit()->takeFrom(folder.filePath(QStringLiteral("missing")));
    form.imageSizeEdit()->setSize(7);
    QTest::keyClick(form.imageSizeEdit()->box(), Qt::Key_Up);
    QTRY_COMPARE(form.draft().imageSizeBytes, std::optional<qint64>(7 + 1024));
}

void TaskFormTest::everyFieldHasANameAndTabsInOrder()
{
    ImageProbe images;
    TaskForm form(images);
    form.show();
    QList<QWidget*> rows;
    for (const FormRow* row : form.findChildren<FormRow*>())
        rows.append(row->field());
    qsizetype reached = 0;
    QWidget* widget = &form;
    for (int steps = 0; steps < 500; ++steps) {
        widget = widget->nextInFocusChain();
        if (widget == &form)
            break;
        if (reached < rows.size() && widget == rows.at(reached))
            ++reached;
        const bool takesFocus = widget->focusPolicy() & Qt::TabFocus && widget->isVisibleTo(&form)
            && !widget->focusProxy();
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
        if (takesFocus)
            QVERIFY2(!face->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
    }
    QCOMPARE(reached, rows.size());
}

FUOTADESK_TEST(TaskFormTest);

} // namespace fuotadesk

#include "taskformtest.moc"
