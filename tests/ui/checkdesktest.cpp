#include "desktop/checkdesk.h"

#include "desktop/checkpane.h"
#include "desktop/plancolumn.h"
#include "desktop/previewpane.h"
#include "desktop/rolecreationdialog.h"
#include "desktop/roledialog.h"
#include "desktop/taskeditor.h"
#include "desktop/taskform.h"
#include "desktop/variablesdialog.h"
#include "support/patience.h"
#include "support/testcase.h"
#include "ui/deskbench.h"
#include "ui/doubleclick.h"
#include "ui/find.h"
#include "ui/iamdouble.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

namespace fuotadesk {

class CheckDeskTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void oneKeyChecksAnotherShowsThePreview();
    void cancelKeepsWhatWasFound();
    void aChangedTaskIsSaid();
    void variablesAreAskedForFirst();
    void remediesLeadToTheForm_data();
    void remediesLeadToTheForm();
    void remediesOpenTheDialogsOfTheRole();
    void remediesOutsideAreTold();
    void creatingSaysWhatFailed();
};

namespace {

CheckRow remedy(CheckPlace place, std::optional<Field> field = {})
{
    CheckRow row;
    row.outcome = CheckOutcome::Failed;
    row.place = place;
    row.field = field;
    return row;
}

struct Desk : DeskBench {
    Desk()
    {
        desk.service.setOthers(ServiceDouble::Fate::Deny);
        desk.service.answerInstead = [this](const HttpRequest& request) {
            return iam.answer(request); // knows no role
        };
        desk.signIn();
        editor.resize(1200, 700);
        editor.show();
        editor.activateWindow();
        editor.setFocus();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(&editor);
        Template value;
        value.name = QStringLiteral("meter");
        value.draft.task = exampleTask();
        value.draft.task.firmwareUpdateRole = QStringLiteral("arn:aws:iam::123456789012:role/gone");
        value.draft.imageSizeBytes = 102400;
        editor.openTemplate(value, {});
    }

    CheckPane* pane() const { return editor.findChild<CheckPane*>(); }
    bool says(const QString& text) const
    {
        const auto labels = editor.findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(text);
        });
    }

    IamDouble iam;
    TaskEditor editor{bench()};
};

} // namespace

void CheckDeskTest::oneKeyChecksAnotherShowsThePreview()
{
    Desk f;
    QVERIFY(f.editor.preview()->isVisible());
    const QSignalSpy finished(&f.preflight, &PreflightCheck::finished);
    QTest::keyClick(&f.editor, Qt::Key_F7);
    QVERIFY(f.pane()->isVisible());
    QVERIFY(!f.editor.preview()->isVisible());
    QVERIFY(f.pane()->isAncestorOf(QApplication::focusWidget()));
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(find<QPushButton>(*f.pane(), "Run check"));
    QCOMPARE(f.preflight.draft(), std::optional(f.sheet.draft()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F8);
    QVERIFY(f.editor.preview()->isVisible());
    QVERIFY(!f.pane()->isVisible());
}

void CheckDeskTest::cancelKeepsWhatWasFound()
{
    Desk f;
    const QSignalSpy finished(&f.preflight, &PreflightCheck::finished);
    QTest::keyClick(&f.editor, Qt::Key_F7);
    find<QPushButton>(*f.pane(), "Cancel")->click();
    QVERIFY(!f.preflight.isRunning());
    QVERIFY(f.says(QStringLiteral("Cancelled after")));
    QVERIFY(find<QPushButton>(*f.pane(), "Run check"));
    letEventsPass();
    QCOMPARE(finished.count(), 0);
}

void CheckDeskTest::aChangedTaskIsSaid()
{
    Desk f;
    QTest::keyClick(&f.editor, Qt::Key_F7);
    const QString changed = QStringLiteral("The task was changed since this check.");
    QVERIFY(!f.says(changed));
    auto* name = find<QLineEdit>(f.editor, "Name");
    const QString before = name->text();
    name->setText(before + u'2');
    QVERIFY(f.says(changed));
    name->setText(before);
    QVERIFY(!f.says(changed));
}

void CheckDeskTest::variablesAreAskedForFirst()
{
    Desk f;
    find<QLineEdit>(f.editor, "Description")->setText(QStringLiteral("of ${site}"));
    QTest::keyClick(&f.editor, Qt::Key_F7);
    QVERIFY(f.editor.findChild<VariablesDialog*>());
    QVERIFY(!f.preflight.isRunning());
}

void CheckDeskTest::remediesLeadToTheForm_data()
{
    QTest::addColumn<CheckRow>("row");
    QTest::addColumn<QString>("field");
    QTest::newRow("role") << remedy(CheckPlace::Field, Field::FirmwareUpdateRole)
                          << QStringLiteral("Firmware role");
    QTest::newRow("interval") << remedy(CheckPlace::Field, Field::FragmentIntervalMs)
                              << QStringLiteral("Fragment interval");
    QTest::newRow("size") << remedy(CheckPlace::Field) << QStringLiteral("Image size");
    QTest::newRow("recipients") << remedy(CheckPlace::Recipients) << QStringLiteral("Recipients");
}

void CheckDeskTest::remediesLeadToTheForm()
{
    QFETCH(CheckRow, row);
    QFETCH(QString, field);
    Desk f;
    QTest::keyClick(&f.editor, Qt::Key_F7);
    Q_EMIT f.pane()->remedyPressed(row);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), field);
}

void CheckDeskTest::remediesOpenTheDialogsOfTheRole()
{
    Desk f;
    Q_EMIT f.pane()->remedyPressed(remedy(CheckPlace::ChooseRole));
    auto* choosing = f.editor.findChild<RoleDialog*>();
    QVERIFY(choosing && choosing->isVisible());
    Q_EMIT choosing->roleChosen(QStringLiteral("arn:aws:iam::1:role/chosen"));
    QCOMPARE(f.sheet.draft().task.firmwareUpdateRole, QStringLiteral("arn:aws:iam::1:role/chosen"));
    choosing->reject();
    Q_EMIT f.pane()->remedyPressed(remedy(CheckPlace::CreateRole));
    auto* creating = f.editor.findChild<RoleCreationDialog*>();
    QVERIFY(creating && creating->isVisible());
    Q_EMIT creating->created(QStringLiteral("arn:aws:iam::1:role/made"));
    QCOMPARE(f.sheet.draft().task.firmwareUpdateRole, QStringLiteral("arn:aws:iam::1:role/made"));
    QVERIFY(f.says(QStringLiteral("The role “made” was created.")));
}

void CheckDeskTest::remediesOutsideAreTold()
{
    Desk f;
    const CheckDesk* check = f.editor.checkDesk();
    const QSignalSpy remedies(&f.editor, &TaskEditor::remedyWanted);
    const QSignalSpy browsing(check, &CheckDesk::imageBrowsingWanted);
    const QSignalSpy upload(check, &CheckDesk::uploadWanted);
    const QSignalSpy devices(check, &CheckDesk::devicesWanted);
    for (const CheckPlace place : {CheckPlace::Connection, CheckPlace::BrowseImage,
                                   CheckPlace::UploadImage, CheckPlace::Devices, CheckPlace::None})
        Q_EMIT f.pane()->remedyPressed(remedy(place));
    QCOMPARE(remedies.count(), 1);
    QCOMPARE(remedies.first().first().value<RemedyAction>(), RemedyAction::EditConnection);
    QCOMPARE(browsing.count(), 1);
    QCOMPARE(upload.count(), 1);
    QCOMPARE(devices.count(), 1);
}

void CheckDeskTest::creatingSaysWhatFailed()
{
    Desk f;
    const QString step = QStringLiteral("Creating the task…");
    QCOMPARE(f.editor.checkDesk()->besideCheck(step), step);
    QTRY_VERIFY(f.whoAmI.identity());
    const QSignalSpy finished(&f.preflight, &PreflightCheck::finished);
    QTest::keyClick(&f.editor, Qt::Key_F7);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(f.preflight.outcome(), CheckOutcome::Failed);
    QVERIFY(f.editor.checkDesk()->besideCheck(step).startsWith(step));
    QVERIFY(f.editor.checkDesk()->besideCheck(step).contains(u"of the check failed"));
    f.desk.service.plan({ServiceDouble::Fate::Hang});
    find<QPushButton>(f.editor, "Create task")->click();
    QTRY_VERIFY(f.says(QStringLiteral("of the check failed")));
    QTRY_COMPARE(f.desk.service.createTokens().size(), 1); // it is not held up
    const DoubleClickWithin interval(0);
    find<QPushButton>(f.editor, "Cancel")->click();
    QTRY_VERIFY(!f.editor.isBusy());
    find<QLineEdit>(f.editor, "Name")->setText(QStringLiteral("another"));
    QCOMPARE(f.editor.checkDesk()->besideCheck(step), step);
}

FUOTADESK_TEST(CheckDeskTest);

} // namespace fuotadesk

#include "checkdesktest.moc"
