#include "desktop/previewpane.h"

#include "campaign/draftsheet.h"
#include "campaign/imageprobe.h"
#include "campaign/suggestionsearch.h"
#include "desktop/fragmentbar.h"
#include "desktop/taskform.h"
#include "fuota/clijson.h"
#include "fuota/validation.h"
#include "support/testcase.h"
#include "text/plantext.h"
#include "ui/find.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QToolButton>

namespace fuotadesk {

namespace {

CampaignDraft workedExample()
{
    CampaignDraft draft;
    draft.task.name = QStringLiteral("meter-fw-2.4.1");
    draft.task.firmwareUpdateImage = QStringLiteral("s3://bucket/fw.bin");
    draft.task.firmwareUpdateRole = QStringLiteral("arn:aws:iam::123456789012:role/fuota");
    draft.task.rfRegion = QStringLiteral("EU868");
    draft.task.redundancyPercent = 20;
    draft.task.fragmentSizeBytes = 112;
    draft.task.fragmentIntervalMs = 7000;
    draft.imageSizeBytes = 102400;
    return draft;
}

bool says(const PreviewPane& pane, const QString& text)
{
    const auto labels = pane.findChildren<QLabel*>();
    return std::ranges::any_of(labels, [&](const QLabel* label) {
        return label->isVisibleTo(&pane) && label->text() == text;
    });
}

struct Searcher {
    SuggestionSearch suggestions{1};
};

struct Pane : private Searcher, public PreviewPane {
    Pane() : PreviewPane(suggestions) { }
};

// The form and the preview around one sheet, as the editor has them.
struct Desk {
    Desk()
    {
        QObject::connect(&form, &TaskForm::draftChanged, &sheet,
                         [this] { sheet.setDraft(form.draft()); });
        QObject::connect(&sheet, &DraftSheet::draftChanged, &form, [this] {
            form.setDraft(sheet.draft());
            pane.showPlan(sheet.draft(), sheet.plan(), sheet.requestJson());
        });
    }
    ImageProbe images;
    DraftSheet sheet;
    TaskForm form{images};
    Pane pane;
};

QPoint handleOf(QSlider* slider)
{
    QStyleOptionSlider option;
    option.initFrom(slider);
    option.minimum = slider->minimum();
    option.maximum = slider->maximum();
    option.sliderPosition = slider->sliderPosition();
    option.sliderValue = slider->value();
    return slider->style()
        ->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, slider)
        .center();
}

} // namespace

class PreviewPaneTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhatThePlanIs();
    void assumptionsAreMarked();
    void withoutASizeItExplainsAndOffers();
    void theRequestIsTheSheetsToTheLetter();
    void onlyTheChangedPartOfTheRequestIsSetAnew();
    void draggingCountsEveryPercent();
    void oneChangeIsOnePreview();
    void liveValuesKeepTheirTextForScreenReaders();
    void choosingAFindingTellsWhich();
    void copiesWhatItShows();
    void theBarSharesItsWidth();
};

void PreviewPaneTest::itSaysWhatThePlanIs()
{
    Pane pane;
    const CampaignDraft draft = workedExample();
    const auto plan = planTransfer(draft);
    pane.showPlan(draft, plan, {});
    QCOMPARE(planTotals(*plan), QStringLiteral("915 data + 183 redundant = 1,098"));
    QVERIFY(says(pane, planTotals(*plan)));
    QCOMPARE(planPadding(*plan), QStringLiteral("last fragment padded by 80 bytes"));
    QVERIFY(says(pane, planPadding(*plan)));
    QCOMPARE(planSending(*plan), QStringLiteral("sending takes about 2 h 08 min (1,098 × 7 s)"));
    QVERIFY(says(pane, planSending(*plan)));
    QVERIFY(planAssumed(*plan).isEmpty());
}

void PreviewPaneTest::assumptionsAreMarked()
{
    CampaignDraft draft;
    draft.imageSizeBytes = 102400;
    const auto plan = planTransfer(draft);
    QCOMPARE(planAssumed(*plan),
             QStringLiteral("assumed: fragment size 112 bytes, redundancy 20 %, interval 7 s"));
    Pane pane;
    pane.showPlan(draft, plan, {});
    QVERIFY(says(pane, planAssumed(*plan)));
}

void PreviewPaneTest::withoutASizeItExplainsAndOffers()
{
    Pane pane;
    pane.showPlan({}, {}, {});
    auto* button = find<QPushButton>(pane, "Enter image size");
    QVERIFY(button->isVisibleTo(&pane));
    const QSignalSpy wanted(&pane, &PreviewPane::imageSizeWanted);
    button->click();
    QCOMPARE(wanted.count(), 1);
    pane.showPlan(workedExample(), planTransfer(workedExample()), {});
    QVERIFY(!button->isVisibleTo(&pane));
    // A value that can not be counted with: the size is not what is missing.
    CampaignDraft wrong = workedExample();
    wrong.task.redundancyPercent = 101;
    pane.showPlan(wrong, planTransfer(wrong), {});
    QVERIFY(!button->isVisibleTo(&pane));
    QVERIFY(!pane.findChild<FragmentBar*>()->isVisibleTo(&pane));
}

void PreviewPaneTest::theRequestIsTheSheetsToTheLetter()
{
    Desk desk;
    desk.sheet.setDraft(workedExample());
    auto* request = desk.pane.findChild<QPlainTextEdit*>();
    QCOMPARE(request->toPlainText(), QString::fromUtf8(desk.sheet.requestJson()));
    QVERIFY(request->toPlainText().contains(u"\"FragmentIntervalMS\": 7000"));
    CampaignDraft unset = workedExample();
    unset.task.fragmentIntervalMs.reset();
    desk.sheet.setDraft(unset);
    QVERIFY(!request->toPlainText().contains(u"FragmentIntervalMS"));
}

void PreviewPaneTest::onlyTheChangedPartOfTheRequestIsSetAnew()
{
    Pane pane;
    auto* request = pane.findChild<QPlainTextEdit*>();
    const QSignalSpy changes(request->document(), &QTextDocument::contentsChange);
    const QList<QByteArray> texts{"{\n  \"a\": 10,\n  \"b\": 1\n}\n",
                                  "{\n  \"a\": 11,\n  \"b\": 1\n}\n",
                                  "{\n  \"a\": 111,\n  \"b\": 1\n}\n",
                                  "{\n  \"a\": 11,\n  \"b\": 1\n}\n",
                                  "{\n  \"b\": 1\n}\n",
                                  "",
                                  "{}\n"};
    for (const QByteArray& text : texts) {
        pane.showPlan({}, {}, text);
        pane.showPlan({}, {}, text);
        QCOMPARE(request->toPlainText(), QString::fromUtf8(text));
    }
    QCOMPARE(changes.count(), texts.size());
    QCOMPARE(changes.at(1), QVariantList({10, 1, 1})); // where, how many out, how many in
}

void PreviewPaneTest::draggingCountsEveryPercent()
{
    Desk desk;
    CampaignDraft draft = workedExample();
    draft.task.redundancyPercent = 0;
    desk.sheet.setDraft(draft);
    desk.form.resize(560, 800);
    desk.form.show();
    QVERIFY(QTest::qWaitForWindowExposed(&desk.form));
    auto* slider = desk.form.findChild<QSlider*>();
    const auto check = [&] {
        const auto percent = desk.sheet.draft().task.redundancyPercent;
        QCOMPARE(percent, std::optional<qint64>(slider->value()));
        const auto counts = lorawan::countFragments(102400, 112, *percent);
        QCOMPARE(desk.pane.findChild<FragmentBar*>()->counts(), counts);
        QVERIFY(says(desk.pane, planTotals(*planTransfer(desk.sheet.draft()))));
    };
    QSet<qint64> seen;
    QTest::mousePress(slider, Qt::LeftButton, {}, handleOf(slider));
    for (int x = handleOf(slider).x(); x < slider->width(); ++x) {
        QMouseEvent move(QEvent::MouseMove, QPointF(x, slider->height() / 2.0),
                         slider->mapToGlobal(QPointF(x, slider->height() / 2.0)), Qt::NoButton,
                         Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(slider, &move);
        check();
        seen.insert(*desk.sheet.draft().task.redundancyPercent);
    }
    QTest::mouseRelease(slider, Qt::LeftButton);
    QVERIFY(seen.size() > 50);
    QCOMPARE(slider->value(), 100);
    for (int step = 0; step < 100; ++step) {
        QTest::keyClick(slider, Qt::Key_Left);
        check();
    }
    QCOMPARE(slider->value(), 0);
}

void PreviewPaneTest::oneChangeIsOnePreview()
{
    Desk desk;
    desk.sheet.setDraft(workedExample());
    const QSignalSpy shown(&desk.pane, &PreviewPane::shown);
    auto* slider = desk.form.findChild<QSlider*>();
    for (int percent = 21; percent <= 60; ++percent)
        slider->setValue(percent);
    QCOMPARE(shown.count(), 40);
}

void PreviewPaneTest::liveValuesKeepTheirTextForScreenReaders()
{
    Pane pane;
    pane.showPlan(workedExample(), planTransfer(workedExample()), {});
    const QString totals = planTotals(*planTransfer(workedExample()));
    int found = 0;
    for (QLabel* label : pane.findChildren<QLabel*>()) {
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(label);
        QCOMPARE(face->text(QAccessible::Name), label->text());
        found += face->text(QAccessible::Name) == totals;
    }
    QCOMPARE(found, 1);
    QVERIFY(pane.findChild<FragmentBar*>()->accessibleDescription().contains(u"183"));
}

void PreviewPaneTest::choosingAFindingTellsWhich()
{
    Pane pane;
    auto findings = findingsOf({});
    pane.showFindings(findings);
    std::ranges::stable_sort(findings, {}, &Finding::severity); // errors first
    auto* list = pane.findChild<QListWidget*>();
    QCOMPARE(list->count(), int(findings.size()));
    QVERIFY(list->item(0)->text().contains(u':'));
    QVERIFY(!list->item(0)->icon().isNull());
    Finding chosen;
    connect(&pane, &PreviewPane::findingChosen, this,
            [&](const Finding& finding) { chosen = finding; });
    list->setCurrentRow(1);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(chosen, findings.at(1));
    pane.showFindings({});
    QVERIFY(!list->isVisibleTo(&pane));
}

void PreviewPaneTest::copiesWhatItShows()
{
    Pane pane;
    pane.setRegion(QStringLiteral("eu-west-1"));
    const CampaignDraft draft = workedExample();
    pane.showPlan(draft, planTransfer(draft), QByteArrayLiteral("{}\n"));
    find<QToolButton>(pane, "Copy request")->click();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("{}\n"));
    const QMenu* menu = find<QToolButton>(pane, "Copy as AWS CLI")->menu();
    menu->actions().at(0)->trigger();
    QCOMPARE(QApplication::clipboard()->text(), QString::fromUtf8(cliJson(draft.task)));
    menu->actions().at(1)->trigger();
    QCOMPARE(QApplication::clipboard()->text(),
             cliCommand(draft.task, QStringLiteral("eu-west-1")));
}

void PreviewPaneTest::theBarSharesItsWidth()
{
    FragmentBar bar;
    QCOMPARE(bar.dataShare(), 0.0);
    bar.setCounts({75, 25, 0});
    QCOMPARE(bar.dataShare(), 0.75);
    bar.resize(200, 16);
    const QImage image = bar.grab().toImage();
    const QColor data = bar.palette().color(QPalette::Highlight);
    QCOMPARE(image.pixelColor(75, 8), data);
    // Hatched: neither all of the hue nor none of it.
    int filled = 0;
    for (int x = 155; x < 195; ++x)
        filled += image.pixelColor(x, 8) == data;
    QVERIFY(filled < 40);
}

FUOTADESK_TEST(PreviewPaneTest);

} // namespace fuotadesk

#include "previewpanetest.moc"
