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

QString lineOf(const TaskForm& form, const QString& label)
{
    const auto* field = named<QWidget>(form, label);
    return field ? field->accessibleDescription() : QStringLiteral("no such field");
}

} // namespace

class TaskFormFindingsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void errorsWaitUntilTheFieldWasLeft();
    void warningsShowAtOnce();
    void choosingAFindingFocusesItsField_data();
    void choosingAFindingFocusesItsField();
};

void TaskFormFindingsTest::errorsWaitUntilTheFieldWasLeft()
{
    ImageProbe images;
    TaskForm form(images);
    form.show();
    form.showFindings(findingsOf(form.draft()));
    const QString image = QStringLiteral("Firmware image");
    QVERIFY(lineOf(form, image).isEmpty());
    named<QLineEdit>(form, image)->setFocus();
    form.activateWindow();
    QTRY_VERIFY(named<QLineEdit>(form, image)->hasFocus());
    QTest::keyClick(named<QLineEdit>(form, image), Qt::Key_Tab);
    QVERIFY(lineOf(form, image).contains(u"is needed"));
    QVERIFY(lineOf(form, QStringLiteral("Firmware role")).isEmpty());
    form.revealErrors();
    QVERIFY(lineOf(form, QStringLiteral("Firmware role")).contains(u"is needed"));
    form.forgetVisits();
    form.showFindings(findingsOf(form.draft()));
    QVERIFY(lineOf(form, image).isEmpty());
}

void TaskFormFindingsTest::warningsShowAtOnce()
{
    ImageProbe images;
    TaskForm form(images);
    CampaignDraft draft = fullDraft();
    draft.task.descriptor = QStringLiteral("AAIE");
    form.setDraft(draft);
    form.showFindings(findingsOf(draft));
    QVERIFY(lineOf(form, QStringLiteral("Descriptor")).startsWith(u"Warning"));
}

void TaskFormFindingsTest::choosingAFindingFocusesItsField_data()
{
    QTest::addColumn<Finding>("finding");
    QTest::addColumn<QString>("label");
    for (const FieldSpec& spec : fieldTable()) {
        QTest::newRow(spec.wireName)
            << Finding{spec.field, Severity::Error, FindingCode::TooLong, 1}
            << FindingText::fieldLabel(spec.field);
    }
    QTest::newRow("image size") << Finding{Field::FirmwareUpdateImage, Severity::Info,
                                           FindingCode::ImageSizeUnknown, 0}
                                << QStringLiteral("Image size");
}

void TaskFormFindingsTest::choosingAFindingFocusesItsField()
{
    QFETCH(Finding, finding);
    QFETCH(QString, label);
    ImageProbe images;
    TaskForm form(images);
    form.show();
    form.activateWindow();
    form.focusFinding(finding);
    QTRY_VERIFY(QApplication::focusWidget());
    QCOMPARE(QApplication::focusWidget()->accessibleName(), label);
}

} // namespace fuotadesk

using fuotadesk::TaskFormFindingsTest;
FUOTADESK_TEST(TaskFormFindingsTest);
#include "taskformfindingstest.moc"
