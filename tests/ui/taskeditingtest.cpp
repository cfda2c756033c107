#include "campaign/tagbench.h"
#include "desktop/tagsdialog.h"
#include "desktop/tagsedit.h"
#include "desktop/taskeditdialog.h"
#include "desktop/taskspage.h"
#include "desktop/tasktable.h"
#include "support/testcase.h"
#include "ui/deskbench.h"
#include "ui/find.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace fuotadesk {

class TaskEditingTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatWasChangedIsSent();
    void nothingChangedSendsNothing();
    void whatIsWrongStaysInTheForm();
    void aValueCannotBeTakenBackAndThatIsSaid();
    void aRefusalLeavesTheFormOpen();
    void theFormHasOnlyWhatAnUpdateTakes();
    void tagsAreReadChangedAndFiltered();
    void tagsThatCannotBeReadAreTriedAgain();
};

namespace {

// A page whose far end takes updates and tags.
struct Page : DeskBench {
    TasksPage page{bench()};
    FarTags far;
    QList<QJsonObject> updates;
    int updateStatus = 204;

    Page()
    {
        desk.service.answerInstead = [this](const HttpRequest& request) { return answer(request); };
        addTask(QStringLiteral("meter"));
        page.resize(1000, 700);
        page.show();
        desk.signIn();
        [this] { QTRY_COMPARE(table()->model()->rowCount(), 1); }();
        table()->selectRow(0);
        [this] { QTRY_VERIFY(action("Edit task…")->isEnabled()); }();
    }

    std::optional<HttpResponse> answer(const HttpRequest& request)
    {
        if (request.operation != u"UpdateFuotaTask")
            return far.answer(request);
        updates << QJsonDocument::fromJson(request.body).object();
        return HttpResponse{updateStatus, {}, R"({"Message": "no"})", false};
    }

    TaskTable* table() const { return page.findChild<TaskTable*>(); }

    QAction* action(const char* text) const
    {
        for (QAction* each : page.taskActions())
            if (each->text().remove(u'&') == QString::fromUtf8(text))
                return each;
        return nullptr;
    }

    TaskEditDialog* edit() const
    {
        action("Edit task…")->trigger();
        return page.findChild<TaskEditDialog*>();
    }

    TagsDialog* openTags() const
    {
        action("Tags…")->trigger();
        return page.findChild<TagsDialog*>();
    }

    static void press(const QWidget& dialog, const char* text)
    {
        QTest::mouseClick(find<QPushButton>(dialog, text), Qt::LeftButton);
    }

    static bool says(const QWidget& window, const char* part)
    {
        const auto labels = window.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(QString::fromUtf8(part));
        });
    }
};

} // namespace

void TaskEditingTest::onlyWhatWasChangedIsSent()
{
    Page f;
    QPointer<TaskEditDialog> dialog = f.edit();
    QVERIFY(dialog);
    QCOMPARE(find<QLineEdit>(*dialog, "Name")->text(), QStringLiteral("meter"));
    find<QLineEdit>(*dialog, "Name")->setText(QStringLiteral("meter-2"));
    find<QLineEdit>(*dialog, "Firmware image")->setText(QStringLiteral("s3://bucket/other.bin"));
    Page::press(*dialog, "Save changes");
    QTRY_VERIFY(!dialog);
    QCOMPARE(f.updates.size(), 1);
    QCOMPARE(f.updates.first(),
             (QJsonObject{{QStringLiteral("Name"), QStringLiteral("meter-2")},
                          {QStringLiteral("FirmwareUpdateImage"),
                           QStringLiteral("s3://bucket/other.bin")}}));
    QTRY_VERIFY(Page::says(f.page, "“meter-2” was changed."));
}

void TaskEditingTest::nothingChangedSendsNothing()
{
    Page f;
    QPointer<TaskEditDialog> dialog = f.edit();
    Page::press(*dialog, "Save changes");
    QTRY_VERIFY(!dialog);
    QCOMPARE(f.updates.size(), 0);
}

void TaskEditingTest::whatIsWrongStaysInTheForm()
{
    Page f;
    QPointer<TaskEditDialog> dialog = f.edit();
    find<QLineEdit>(*dialog, "Firmware role")->clear();
    Page::press(*dialog, "Save changes");
    QVERIFY(dialog && dialog->isVisible());
    QTRY_COMPARE(dialog->focusWidget(), find<QLineEdit>(*dialog, "Firmware role"));
    QCOMPARE(f.updates.size(), 0);
}

void TaskEditingTest::aValueCannotBeTakenBackAndThatIsSaid()
{
    Page f;
    QPointer<TaskEditDialog> dialog = f.edit();
    find<QLineEdit>(*dialog, "Name")->clear();
    QTRY_VERIFY(Page::says(*dialog, "this stays as it is: Name."));
}

void TaskEditingTest::aRefusalLeavesTheFormOpen()
{
    Page f;
    f.updateStatus = 409;
    QPointer<TaskEditDialog> dialog = f.edit();
    find<QLineEdit>(*dialog, "Name")->setText(QStringLiteral("meter-2"));
    Page::press(*dialog, "Save changes");
    QTRY_VERIFY(Page::says(*dialog, "“meter-2” could not be changed."));
    QCOMPARE(find<QLineEdit>(*dialog, "Name")->text(), QStringLiteral("meter-2"));
    f.updateStatus = 204;
    Page::press(*dialog, "Save changes");
    QTRY_VERIFY(!dialog);
    QCOMPARE(f.updates.size(), 2);
}

void TaskEditingTest::theFormHasOnlyWhatAnUpdateTakes()
{
    Page f;
    QPointer<TaskEditDialog> dialog = f.edit();
    for (const char* gone : {"Client request token", "Recipients"})
        QVERIFY2(!find<QLineEdit>(*dialog, gone)->isVisible(), gone);
    QVERIFY(!dialog->findChild<TagsEdit*>()->isVisible());
    QVERIFY(find<QLineEdit>(*dialog, "Description")->isVisible());
}

void TaskEditingTest::tagsAreReadChangedAndFiltered()
{
    Page f;
    f.far.tags[QStringLiteral("arn:task-1")].insert(QStringLiteral("team"), QStringLiteral("lab"));
    QPointer<TagsDialog> dialog = f.openTags();
    auto* tags = dialog->findChild<TagsEdit*>();
    QTRY_COMPARE(tags->tags(), (QList<Tag>{{QStringLiteral("team"), QStringLiteral("lab")}}));
    tags->setTags({{QStringLiteral("team"), QStringLiteral("field")}});
    Page::press(*dialog, "Save tags");
    QTRY_VERIFY(!dialog);
    QTRY_VERIFY(Page::says(f.page, "The tags of “meter” were changed."));
    QCOMPARE(f.far.tags[QStringLiteral("arn:task-1")].value(QStringLiteral("team")),
             QStringLiteral("field"));
    auto* filter = find<QComboBox>(f.page, "Tag");
    QTRY_COMPARE(filter->itemText(1), QStringLiteral("team = field"));
    filter->setCurrentIndex(1);
    QCOMPARE(f.table()->model()->rowCount(), 1);
    f.far.tags.clear();
    dialog = f.openTags();
    QTRY_COMPARE(filter->currentIndex(), 0); // no task has it any more
    QCOMPARE(filter->findText(QStringLiteral("team = field")), -1);
}

void TaskEditingTest::tagsThatCannotBeReadAreTriedAgain()
{
    Page f;
    f.far.fates.insert(QStringLiteral("ListTagsForResource"), 403);
    QPointer<TagsDialog> dialog = f.openTags();
    QTRY_VERIFY(Page::says(*dialog, "The tags could not be read."));
    QVERIFY(Page::says(*dialog, "The tags are not known."));
    QVERIFY(!find<QPushButton>(*dialog, "Save tags")->isEnabled());
    f.far.fates.clear();
    Page::press(*dialog, "Try again");
    QTRY_VERIFY(find<QPushButton>(*dialog, "Save tags")->isEnabled());
}

} // namespace fuotadesk

using fuotadesk::TaskEditingTest;
FUOTADESK_TEST(TaskEditingTest);
#include "taskeditingtest.moc"
