#include "sandbox/router.h"
#include "support/testcase.h"

Q_DECLARE_METATYPE(fuotadesk::Operation)

namespace fuotadesk {

class RouterTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void methodAndPathChoose_data();
    void methodAndPathChoose();
    void othersAreUnknown_data();
    void othersAreUnknown();
    void queryIsDecodedInOrder();
};

void RouterTest::methodAndPathChoose_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<QString>("id");
    using enum Operation;
    const auto row = [](const char* name, const char* method, const char* target,
                        Operation operation, const QString& id = {}) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(target) << operation << id;
    };
    row("create", "POST", "/fuota-tasks", CreateFuotaTask);
    row("list", "GET", "/fuota-tasks", ListFuotaTasks);
    row("list a page", "GET", "/fuota-tasks?maxResults=2", ListFuotaTasks);
    row("list, bare mark", "GET", "/fuota-tasks?", ListFuotaTasks);
    row("get", "GET", "/fuota-tasks/abc", GetFuotaTask, QStringLiteral("abc"));
    row("delete", "DELETE", "/fuota-tasks/abc", DeleteFuotaTask, QStringLiteral("abc"));
    row("get, no id", "GET", "/fuota-tasks/", GetFuotaTask);
    row("delete, no id", "DELETE", "/fuota-tasks/", DeleteFuotaTask);
    row("encoded label", "GET", "/fuota-tasks/a%2Fb%20c%25%3A%2B%C3%A9", GetFuotaTask,
        QStringLiteral("a/b c%:+\u00e9"));
    row("plus stays", "GET", "/fuota-tasks/a+b", GetFuotaTask, QStringLiteral("a+b"));
    row("encoded mark is no query", "GET", "/fuota-tasks/a%3Fb", GetFuotaTask,
        QStringLiteral("a?b"));
}

void RouterTest::methodAndPathChoose()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    const auto route = routeOf({method, target, {}, {}});
    QVERIFY(route);
    QTEST(route->operation, "operation");
    QTEST(route->id, "id");
}

void RouterTest::othersAreUnknown_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    const auto row = [](const char* method, const char* target) {
        QTest::addRow("%s %s", method, target) << QByteArray(method) << QByteArray(target);
    };
    row("PUT", "/fuota-tasks");
    row("DELETE", "/fuota-tasks");
    row("HEAD", "/fuota-tasks");
    row("get", "/fuota-tasks");
    row("POST", "/fuota-tasks/");
    row("PATCH", "/fuota-tasks/abc");
    row("PUT", "/fuota-tasks/abc");
    row("GET", "/fuota-tasks/a/b");
    row("GET", "/fuota-tasksabc");
    row("GET", "//fuota-tasks");
    row("GET", "/Fuota-Tasks");
    row("GET", "/");
    row("GET", "");
    row("OPTIONS", "*");
    row("GET", "http://127.0.0.1/fuota-tasks");
    row("GET", "/multicast-groups");
}

void RouterTest::othersAreUnknown()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QVERIFY(!routeOf({method, target, {}, {}}));
}

void RouterTest::queryIsDecodedInOrder()
{
    const auto route =
        routeOf({"GET", "/fuota-tasks?nextToken=a%2Fb%2Bc%3D&&x&maxResults=2=3", {}, {}});
    QVERIFY(route);
    const QList<QueryItem> expected{{"nextToken", "a/b+c="}, {"x", ""}, {"maxResults", "2=3"}};
    QCOMPARE(route->query, expected);
}

FUOTADESK_TEST(RouterTest);

} // namespace fuotadesk

#include "routertest.moc"
