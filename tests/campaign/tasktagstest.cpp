#include "campaign/tasktags.h"

#include "campaign/tagbench.h"
#include "campaign/tasklist.h"
#include "support/testcase.h"

#include <QSignalSpy>

namespace fuotadesk {

class TaskTagsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsReadBeforeItIsWanted();
    void everyTaskIsReadOnceWanted();
    void whatCouldNotBeReadIsTriedAgain();
    void onlyWhatDiffersIsSent();
    void nothingIsSentWithoutADifference();
    void aRefusalLeavesThemUnknown();
    void anotherConnectionForgetsThem();
};

namespace {

const Tag OfField{QStringLiteral("team"), QStringLiteral("field")};
const Tag OfLab{QStringLiteral("team"), QStringLiteral("lab")};
const Tag Urgent{QStringLiteral("urgent"), {}};

struct Tagged : Bench {
    FarTags far;
    TaskList tasks{session, clock};
    TaskTags tags{session, tasks};

    explicit Tagged(int count)
    {
        service.answerInstead = [this](const HttpRequest& request) { return far.answer(request); };
        for (int i = 0; i < count; ++i)
            service.addTask({{QStringLiteral("Name"), QStringLiteral("meter %1").arg(i)}});
        far.tags[arn(1)].insert(OfField.key, OfField.value);
        far.tags[arn(2)].insert(Urgent.key, Urgent.value);
        signIn();
        [this, count] { QTRY_COMPARE(tasks.rows().size(), count); }();
    }

    static QString id(int number) { return QStringLiteral("task-%1").arg(number); }
    static QString arn(int number) { return QStringLiteral("arn:") + id(number); }
    FuotaTaskSummary task(int number) const { return tasks.find(id(number))->summary; }
};

} // namespace

void TaskTagsTest::nothingIsReadBeforeItIsWanted()
{
    Tagged bench(3);
    QTRY_VERIFY(bench.tasks.rows().last().details); // what the list itself asks has been answered
    QCOMPARE(bench.far.asked, QStringList());
    QCOMPARE(bench.tags.unreadCount(), 3);
    QVERIFY(!bench.tags.find(Tagged::id(1)));
}

void TaskTagsTest::everyTaskIsReadOnceWanted()
{
    Tagged bench(9);
    QSignalSpy read(&bench.tags, &TaskTags::tagsRead);
    bench.tags.wantAll();
    QTRY_COMPARE(bench.tags.unreadCount(), 0);
    QCOMPARE(read.count(), 9);
    QCOMPARE(bench.tags.all(), (QList<Tag>{OfField, Urgent}));
    QCOMPARE(*bench.tags.find(Tagged::id(1)), QList<Tag>{OfField});
    bench.tags.wantAll();
    bench.service.addTask({{QStringLiteral("Name"), QStringLiteral("late")}});
    bench.tasks.refresh();
    QTRY_COMPARE(bench.far.asked.size(), 10);
}

void TaskTagsTest::whatCouldNotBeReadIsTriedAgain()
{
    Tagged bench(2);
    bench.far.fates.insert(QStringLiteral("ListTagsForResource"), 403);
    bench.tags.wantAll();
    QTRY_COMPARE(bench.far.asked.size(), 2);
    QCOMPARE(bench.tags.unreadCount(), 2);
    bench.far.fates.clear();
    bench.tags.wantAll();
    QTRY_COMPARE(bench.tags.unreadCount(), 0);
}

void TaskTagsTest::onlyWhatDiffersIsSent()
{
    Tagged bench(2);
    bench.far.tags[Tagged::arn(1)].insert(QStringLiteral("stays"), QStringLiteral("1"));
    const Tag stays{QStringLiteral("stays"), QStringLiteral("1")};
    const Tag gone{QStringLiteral("gone"), {}};
    bench.far.tags[Tagged::arn(1)].insert(gone.key, gone.value);
    QVERIFY(*resultOf(bench.tags.change(bench.task(1), {stays, OfField, gone},
                                        {stays, OfLab, Urgent}, &bench.tasks)));
    QCOMPARE(bench.far.asked,
             (QStringList{QStringLiteral("UntagResource"), QStringLiteral("TagResource")}));
    QCOMPARE(bench.far.tags[Tagged::arn(1)].keys(),
             (QStringList{stays.key, OfLab.key, Urgent.key}));
    QCOMPARE(bench.far.tags[Tagged::arn(1)].value(OfLab.key), OfLab.value);
    QCOMPARE(*bench.tags.find(Tagged::id(1)), (QList<Tag>{stays, OfLab, Urgent}));
}

void TaskTagsTest::nothingIsSentWithoutADifference()
{
    Tagged bench(1);
    QVERIFY(*resultOf(bench.tags.change(bench.task(1), {OfField}, {OfField}, &bench.tasks)));
    QCOMPARE(bench.far.asked, QStringList());
}

void TaskTagsTest::aRefusalLeavesThemUnknown()
{
    Tagged bench(1);
    bench.tags.wantAll();
    QTRY_COMPARE(bench.tags.unreadCount(), 0);
    bench.far.fates.insert(QStringLiteral("TagResource"), 403);
    const auto changed =
        resultOf(bench.tags.change(bench.task(1), {OfField}, {Urgent}, &bench.tasks));
    QCOMPARE(changed->error().kind, ErrorKind::AccessDenied);
    QVERIFY(!bench.tags.find(Tagged::id(1))); // the old one is gone, the new one was refused
}

void TaskTagsTest::anotherConnectionForgetsThem()
{
    Tagged bench(2);
    bench.tags.wantAll();
    QTRY_COMPARE(bench.tags.unreadCount(), 0);
    QSignalSpy forgotten(&bench.tags, &TaskTags::forgotten);
    bench.session.activate(sandboxConnection().id);
    QTRY_COMPARE(forgotten.count(), 1);
    QVERIFY(!bench.tags.isWanted());
    QVERIFY(bench.tags.all().isEmpty());
}

} // namespace fuotadesk

using fuotadesk::TaskTagsTest;
FUOTADESK_TEST(TaskTagsTest);
#include "tasktagstest.moc"
