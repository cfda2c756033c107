#include "desktop/taskeditor.h"

#include "desktop/namedialog.h"
#include "desktop/noticebar.h"
#include "desktop/previewpane.h"
#include "desktop/taskform.h"
#include "desktop/variablesdialog.h"
#include "support/testcase.h"
#include "ui/deskbench.h"
#include "ui/doubleclick.h"
#include "ui/find.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>

namespace fuotadesk {

namespace {

using Fate = ServiceDouble::Fate;

Template goodTemplate(const QString& name = QStringLiteral("meter"))
{
    Template value;
    value.name = name;
    value.draft.task = exampleTask();
    value.draft.imageSizeBytes = 102400;
    return value;
}

Template withVariable()
{
    Template value = goodTemplate();
    value.draft.task.name = QStringLiteral("fw-${version}-${date}");
    value.variables = {{QStringLiteral("version"), QStringLiteral("Which version"), {}}};
    return value;
}

template <typename Dialog>
Dialog* openDialog(const QWidget& parent)
{
    for (Dialog* dialog : parent.findChildren<Dialog*>()) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

void press(QMessageBox* box, const QString& word)
{
    for (QAbstractButton* button : box->buttons()) {
        if (button->text().remove(u'&') == word)
            button->click();
    }
}

struct Desk : DeskBench {
    Desk()
    {
        desk.signIn();
        editor.resize(1200, 700);
        editor.show();
        editor.activateWindow();
        editor.setFocus();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(&editor);
    }
    void open(const Template& value, const QString& file = {}) { editor.openTemplate(value, file); }
    QString notice() const { return editor.findChild<NoticeBar*>()->notice().text; }
    TaskEditor editor{bench()};
};

} // namespace

class TaskEditorTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aGoodDraftIsCreatedOnce();
    void anErrorSendsNothingAndFocusesItsField();
    void aDoubleClickIsOnePress();
    void aSecondPressCancels();
    void anUnsureAnswerSaysThatPressingAgainIsSafe();
    void aRefusalKeepsTheDraft();
    void variablesAreAskedForAndFilledIn();
    void keptPlaceholdersAreShownAndAskedForAgain();
    void aFilledInTemplateKeepsItsPlaceholders();
    void unsavedWorkIsAskedAbout_data();
    void unsavedWorkIsAskedAbout();
    void saveAsAsksForANameAndExplainsATakenOne();
    void saveWritesTheTemplateOver();
};

void TaskEditorTest::aGoodDraftIsCreatedOnce()
{
    Desk desk;
    desk.open(goodTemplate());
    const QSignalSpy submitted(&desk.editor, &TaskEditor::taskSubmitted);
    QTest::keyClick(&desk.editor, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.editor.isBusy());
    QTRY_COMPARE(submitted.count(), 1);
    QVERIFY(!desk.editor.isBusy());
    QCOMPARE(desk.desk.service.taskCount(), 1);
    // Nothing is lost by leaving: no question.
    desk.editor.newTask();
    QCOMPARE(desk.sheet.draft(), CampaignDraft());
}

void TaskEditorTest::anErrorSendsNothingAndFocusesItsField()
{
    Desk desk;
    Template wrong = goodTemplate();
    wrong.draft.task.firmwareUpdateRole.clear();
    desk.open(wrong);
    desk.editor.activateWindow();
    find<QPushButton>(desk.editor, "Create task")->click();
    QVERIFY(!desk.editor.isBusy());
    QTRY_VERIFY(QApplication::focusWidget());
    QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Firmware role"));
    QVERIFY(QApplication::focusWidget()->accessibleDescription().contains(u"is needed"));
    QVERIFY(desk.desk.service.createTokens().isEmpty());
}

void TaskEditorTest::aDoubleClickIsOnePress()
{
    Desk desk;
    desk.open(goodTemplate());
    const QSignalSpy submitted(&desk.editor, &TaskEditor::taskSubmitted);
    auto* button = find<QPushButton>(desk.editor, "Create task");
    const DoubleClickWithin interval(60'000);
    button->click();
    button->click();
    QVERIFY(desk.editor.isBusy());
    QTRY_COMPARE(submitted.count(), 1);
    QCOMPARE(desk.desk.service.taskCount(), 1);
}

void TaskEditorTest::aSecondPressCancels()
{
    Desk desk;
    desk.open(goodTemplate());
    desk.desk.service.plan({Fate::Hang});
    auto* button = find<QPushButton>(desk.editor, "Create task");
    const DoubleClickWithin interval(0);
    button->click();
    QTRY_COMPARE(desk.desk.service.createTokens().size(), 1);
    QCOMPARE(button->text(), QStringLiteral("Cancel"));
    button->click();
    QTRY_VERIFY(!desk.editor.isBusy());
    QCOMPARE(button->text(), QStringLiteral("&Create task"));
    QCOMPARE(desk.sheet.draft(), goodTemplate().draft);
}

void TaskEditorTest::anUnsureAnswerSaysThatPressingAgainIsSafe()
{
    Desk desk;
    desk.open(goodTemplate());
    desk.desk.service.plan({Fate::LoseAnswer});
    const QSignalSpy submitted(&desk.editor, &TaskEditor::taskSubmitted);
    desk.editor.createAction()->trigger();
    QTRY_VERIFY(desk.notice().contains(u"not known whether"));
    QVERIFY(desk.notice().contains(u"safely"));
    Q_EMIT desk.editor.findChild<NoticeBar*>()->remedyPressed(0);
    QTRY_COMPARE(submitted.count(), 1);
    QCOMPARE(desk.desk.service.taskCount(), 1);
}

void TaskEditorTest::aRefusalKeepsTheDraft()
{
    Desk desk;
    desk.open(goodTemplate());
    desk.desk.service.plan({Fate::Deny});
    desk.editor.createAction()->trigger();
    QTRY_VERIFY(desk.notice().startsWith(u"The task was not created."));
    QVERIFY(!desk.editor.findChild<NoticeBar*>()->notice().details.isEmpty());
    QCOMPARE(desk.sheet.draft(), goodTemplate().draft);
    QCOMPARE(desk.editor.form()->draft(), goodTemplate().draft);
}

void TaskEditorTest::variablesAreAskedForAndFilledIn()
{
    Desk desk;
    desk.open(withVariable());
    auto* dialog = openDialog<VariablesDialog>(desk.editor);
    QVERIFY(dialog);
    auto* edit = find<QLineEdit>(*dialog, "Which version");
    edit->setText(QStringLiteral("2-4"));
    find<QPushButton>(*dialog, "Fill in")->click();
    const QString day = desk.desk.clock.now().toLocalTime().date().toString(Qt::ISODate);
    QCOMPARE(desk.sheet.draft().task.name, std::optional(QStringLiteral("fw-2-4-%1").arg(day)));
    QCOMPARE(find<QLineEdit>(desk.editor, "Name")->text(), *desk.sheet.draft().task.name);
}

void TaskEditorTest::keptPlaceholdersAreShownAndAskedForAgain()
{
    Desk desk;
    desk.open(withVariable());
    find<QPushButton>(*openDialog<VariablesDialog>(desk.editor), "Keep placeholders")->click();
    QVERIFY(!openDialog<VariablesDialog>(desk.editor));
    const auto labels = desk.editor.findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->isVisible() && label->text().contains(u"${version}");
    }));
    desk.editor.createAction()->trigger();
    QVERIFY(!desk.editor.isBusy());
    auto* dialog = openDialog<VariablesDialog>(desk.editor);
    QVERIFY(dialog);
    find<QLineEdit>(*dialog, "Which version")->setText(QStringLiteral("3"));
    find<QPushButton>(*dialog, "Fill in")->click();
    QTRY_COMPARE(desk.desk.service.taskCount(), 1);
    QTRY_VERIFY(!desk.editor.isBusy());
}

void TaskEditorTest::aFilledInTemplateKeepsItsPlaceholders()
{
    Desk desk;
    const auto file = resultOf(desk.shelf.add(withVariable(), this));
    desk.open(withVariable(), **file);
    auto* dialog = openDialog<VariablesDialog>(desk.editor);
    find<QLineEdit>(*dialog, "Which version")->setText(QStringLiteral("3"));
    find<QPushButton>(*dialog, "Fill in")->click();
    desk.editor.saveAction()->trigger();
    auto* name = openDialog<NameDialog>(desk.editor);
    QVERIFY(name);
    find<QLineEdit>(*name, "Name")->setText(QStringLiteral("filled in"));
    find<QPushButton>(*name, "Save template")->click();
    QTRY_VERIFY(!desk.sheet.isModified());
    QCOMPARE(desk.sheet.origin().name, QStringLiteral("filled in"));
    QVERIFY(desk.sheet.origin().variables.isEmpty());
    const auto first = resultOf(desk.shelf.load(**file, this));
    QCOMPARE((*first)->draft.task.name, withVariable().draft.task.name);
}

void TaskEditorTest::unsavedWorkIsAskedAbout_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("nameAfter");
    QTest::newRow("cancel") << QStringLiteral("Cancel") << QStringLiteral("edited");
    QTest::newRow("discard") << QStringLiteral("Discard") << QString();
    QTest::newRow("save") << QStringLiteral("Save template") << QString();
}

void TaskEditorTest::unsavedWorkIsAskedAbout()
{
    QFETCH(QString, word);
    QFETCH(QString, nameAfter);
    Desk desk;
    const auto file = resultOf(desk.shelf.add(goodTemplate(), this));
    desk.open(goodTemplate(), **file);
    find<QLineEdit>(desk.editor, "Name")->setText(QStringLiteral("edited"));
    QVERIFY(desk.sheet.isModified());
    desk.editor.newTask();
    QCOMPARE(desk.sheet.draft().task.name, std::optional(QStringLiteral("edited")));
    auto* question = openDialog<QMessageBox>(desk.editor);
    QVERIFY(question);
    press(question, word);
    QTRY_COMPARE(desk.sheet.draft().task.name.value_or(QString()), nameAfter);
    const auto onDisk = resultOf(desk.shelf.load(**file, this));
    const bool isSaved = (*onDisk)->draft.task.name == QStringLiteral("edited");
    QCOMPARE(isSaved, word == u"Save template");
}

void TaskEditorTest::saveAsAsksForANameAndExplainsATakenOne()
{
    Desk desk;
    QVERIFY(*resultOf(desk.shelf.add(goodTemplate(QStringLiteral("taken")), this)));
    find<QLineEdit>(desk.editor, "Description")->setText(QStringLiteral("mine"));
    QTest::keyClick(&desk.editor, Qt::Key_S, Qt::ControlModifier);
    auto* dialog = openDialog<NameDialog>(desk.editor);
    QVERIFY(dialog);
    auto* save = find<QPushButton>(*dialog, "Save template");
    QVERIFY(!save->isEnabled());
    find<QLineEdit>(*dialog, "Name")->setText(QStringLiteral("taken"));
    save->click();
    QTRY_VERIFY(!find<QLineEdit>(*dialog, "Name")->accessibleDescription().isEmpty());
    QVERIFY(desk.sheet.isModified());
    find<QLineEdit>(*dialog, "Name")->setText(QStringLiteral("free"));
    save->click();
    QTRY_VERIFY(!desk.sheet.isModified());
    QVERIFY(QFile::exists(desk.sheet.originFile()));
}

void TaskEditorTest::saveWritesTheTemplateOver()
{
    Desk desk;
    const auto file = resultOf(desk.shelf.add(goodTemplate(), this));
    desk.open(goodTemplate(), **file);
    find<QLineEdit>(desk.editor, "Name")->setText(QStringLiteral("edited"));
    find<QLineEdit>(desk.editor, "Client request token")->setText(QStringLiteral("own"));
    desk.editor.saveAction()->trigger();
    QTRY_VERIFY(!desk.sheet.isModified());
    const auto saved = resultOf(desk.shelf.load(**file, this));
    QCOMPARE((*saved)->draft.task.name, std::optional(QStringLiteral("edited")));
    QVERIFY(!(*saved)->draft.task.clientRequestToken);
}

FUOTADESK_TEST(TaskEditorTest);

} // namespace fuotadesk

#include "taskeditortest.moc"
