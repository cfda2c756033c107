#include "account/taskbook.h"
#include "support/fakes.h"
#include "support/testcase.h"

#include <QUuid>

namespace fuotadesk {

class TaskBookTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void createdTaskReadsBack();
    void sameTokenAndParametersGiveTheSameTask();
    void sameTokenWithOtherParametersConflicts();
    void withoutTokenEachIsNew();
    void deletedTaskIsGone();
    void deletingFreesTheToken();
    void unknownAndEmptyIdsAreNotFound();
    void pagesShowEachTaskOnceInOrder();
    void fullLastPageHasNoToken();
    void pageTokenOutlivesItsTask();
    void inventedPageTokenIsRefused_data();
    void inventedPageTokenIsRefused();

private:
    static TaskDraft draft(const QString& name, const std::optional<QString>& token = {});
    static ListRequest page(int size, const QByteArray& token = {}) { return {size, token}; }

    FakeClock m_clock;
    FakeRandom m_random;
};

TaskDraft TaskBookTest::draft(const QString& name, const std::optional<QString>& token)
{
    TaskDraft task;
    task.name = name;
    task.clientRequestToken = token;
    task.firmwareUpdateImage = QStringLiteral("s3://b/k");
    task.firmwareUpdateRole = QStringLiteral("arn:aws:iam::123456789012:role/r");
    return task;
}

void TaskBookTest::createdTaskReadsBack()
{
    TaskBook book(QStringLiteral("eu-west-1"), m_clock, m_random);
    TaskDraft asked = draft(QStringLiteral("n"), QStringLiteral("t"));
    asked.tags = {{QStringLiteral("k"), QStringLiteral("v")}};
    const auto created = book.create(asked);
    QVERIFY(created);
    QVERIFY(!QUuid::fromString(created->id).isNull());
    QCOMPARE(created->arn,
             QStringLiteral("arn:aws:iotwireless:eu-west-1:123456789012:FuotaTask/") + created->id);
    const auto read = book.get(created->id);
    QVERIFY(read);
    QCOMPARE(read->status, TaskStatus::Pending);
    QCOMPARE(read->createdAt, m_clock.now());
    QVERIFY(!read->startTime.isValid());
    QCOMPARE(read->parameters, draft(QStringLiteral("n")));
}

void TaskBookTest::sameTokenAndParametersGiveTheSameTask()
{
    TaskBook book(QStringLiteral("eu-west-1"), m_clock, m_random);
    const TaskDraft asked = draft(QStringLiteral("n"), QStringLiteral("t"));
    const auto first = book.create(asked);
    const auto second = book.create(asked);
    QVERIFY(first && second);
    QCOMPARE(*second, *first);
    QCOMPARE(book.list({})->items.size(), 1);
}

void TaskBookTest::sameTokenWithOtherParametersConflicts()
{
    TaskBook book(QStringLiteral("eu-west-1"), m_clock, m_random);
    const auto first = book.create(draft(QStringLiteral("n"), QStringLiteral("t")));
    TaskDraft other = draft(QStringLiteral("n"), QStringLiteral("t"));
    other.tags = {{QStringLiteral("k"), QStringLiteral("v")}};
    const auto second = book.create(other);
    QVERIFY(!second);
    QCOMPARE(second.error().status, 409);
    QCOMPARE(second.error().resourceId, first->id);
    QCOMPARE(book.list({})->items.size(), 1);
}

void TaskBookTest::withoutTokenEachIsNew()
{
    TaskBook book(QStringLiteral("eu-west-1"), m_clock, m_random);
    QVERIFY(book.create(draft(QStringLiteral("n")))->id
            != book.create(draft(QStringLiteral("n")))->id);
}

void TaskBookTest::deletedTaskIsGone()
{
    TaskBook book(QStringLiteral("eu-west-1"), m_clock, m_random);
    const QString id = book.create(draft(QStringLiteral("n")))->id;
    QVERIFY(book.remove(id));
    QCOMPARE(book.get(id).error().status, 404);
    QCOMPARE(book.remove(id).error().status, 404);
    QVERIFY(book.list({})->items.isEmpty());
}

void TaskBookTest::deletingFreesTheToken()
{
    TaskBook book(QStringLiteral("eu-west-1"), m_clock, m_random);
    const TaskDraft asked = draft(QStringLiteral("n"), QStringLiteral("t"));
    const QString id = book.create(asked)->id;
    QVERIFY(book.remove(id));
    QVERIFY(book.create(asked)->id != id);
}

void TaskBookTest::unknownAndEmptyIdsAreNotFound()
{
    TaskBook book(QStringLiteral("eu-west-1"), m_clock, m_random);
    book.create(draft(QStringLiteral("n")));
    for (const QString& id : {QString(), QStringLiteral("other")}) {
        QCOMPARE(book.get(id).error().code, QByteArray("ResourceNotFoundException"));
        QCOMPARE(book.remove(id).error().resourceId, id);
    }
}

void TaskBookTest::pagesShowEachTaskOnceInOrder()
{
    TaskBook book(QStringLiteral("eu-west-1"), m_clock, m_random);
    for (int i = 0; i < 5; ++i)
        book.create(draft(QString::number(i)));
    QStringList names;
    QByteArray token;
    int pages = 0;
    do {
        const auto read = book.list(page(2, token));
        QVERIFY(read);
        for (const FuotaTaskSummary& task : read->items)
            names.append(task.name);
        token = read->nextToken;
    } while (!token.isEmpty() && ++pages < 10);
    QCOMPARE(names.join(u' '), QStringLiteral("0 1 2 3 4"));
    QCOMPARE(pages, 2);
}

void TaskBookTest::fullLastPageHasNoToken()
{
    TaskBook book(QStringLiteral("eu-west-1"), m_clock, m_random);
    book.create(draft(QStringLiteral("a")));
    book.create(draft(QStringLiteral("b")));
    QVERIFY(book.list(page(2))->nextToken.isEmpty());
    QVERIFY(!book.list(page(1))->nextToken.isEmpty());
}

void TaskBookTest::pageTokenOutlivesItsTask()
{
    TaskBook book(QStringLiteral("eu-west-1"), m_clock, m_random);
    const QString first = book.create(draft(QStringLiteral("a")))->id;
    book.create(draft(QStringLiteral("b")));
    const QByteArray token = book.list(page(1))->nextToken;
    QVERIFY(book.remove(first));
    book.create(draft(QStringLiteral("c")));
    const auto rest = book.list(page(250, token));
    QVERIFY(rest);
    QCOMPARE(rest->items.size(), 2);
    QCOMPARE(rest->items.constFirst().name, QStringLiteral("b"));
}

void TaskBookTest::inventedPageTokenIsRefused_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("text") << QByteArray("x");
    QTest::newRow("base64 of something") << QByteArray("hello").toBase64();
    QTest::newRow("no number") << QByteArray("after:x").toBase64();
    QTest::newRow("other spelling") << QByteArray("after:+1").toBase64();
    QTest::newRow("a blank behind") << QByteArray("after:1").toBase64() + ' ';
}

void TaskBookTest::inventedPageTokenIsRefused()
{
    QFETCH(QByteArray, token);
    TaskBook book(QStringLiteral("eu-west-1"), m_clock, m_random);
    book.create(draft(QStringLiteral("a")));
    const auto read = book.list(page(250, token));
    QVERIFY(!read);
    QCOMPARE(read.error().code, QByteArray("ValidationException"));
}

FUOTADESK_TEST(TaskBookTest);

} // namespace fuotadesk

#include "taskbooktest.moc"
