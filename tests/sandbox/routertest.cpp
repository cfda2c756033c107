#include "sandbox/router.h"
#include "iotwireless/operations.h"
#include "support/testcase.h"

namespace fuotadesk {

class RouterTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void methodAndPathChoose_data();
    void methodAndPathChoose();
    void othersAreUnknown_data();
    void othersAreUnknown();
    void everyOperationIsFoundByItsTemplate();
    void eachLabelHasItsName();
    void queryIsDecodedInOrder();
};

void RouterTest::methodAndPathChoose_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("id");
    const auto row = [](const char* name, const char* method, const char* target,
                        const char* operation, const QString& id = {}) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(target)
                            << QString::fromLatin1(operation) << id;
    };
    row("create", "POST", "/fuota-tasks", "CreateFuotaTask");
    row("list", "GET", "/fuota-tasks", "ListFuotaTasks");
    row("list a page", "GET", "/fuota-tasks?maxResults=2", "ListFuotaTasks");
    row("list, bare mark", "GET", "/fuota-tasks?", "ListFuotaTasks");
    row("get", "GET", "/fuota-tasks/abc", "GetFuotaTask", QStringLiteral("abc"));
    row("delete", "DELETE", "/fuota-tasks/abc", "DeleteFuotaTask", QStringLiteral("abc"));
    row("get, no id", "GET", "/fuota-tasks/", "GetFuotaTask");
    row("delete, no id", "DELETE", "/fuota-tasks/", "DeleteFuotaTask");
    row("encoded label", "GET", "/fuota-tasks/a%2Fb%20c%25%3A%2B%C3%A9", "GetFuotaTask",
        QStringLiteral("a/b c%:+\u00e9"));
    row("plus stays", "GET", "/fuota-tasks/a+b", "GetFuotaTask", QStringLiteral("a+b"));
    row("update", "PATCH", "/fuota-tasks/abc", "UpdateFuotaTask", QStringLiteral("abc"));
    row("start", "PUT", "/fuota-tasks/abc", "StartFuotaTask", QStringLiteral("abc"));
    row("singular", "PUT", "/fuota-tasks/abc/wireless-device",
        "AssociateWirelessDeviceWithFuotaTask", QStringLiteral("abc"));
    row("bulk", "PATCH", "/multicast-groups/abc/bulk",
        "StartBulkAssociateWirelessDeviceWithMulticastGroup", QStringLiteral("abc"));
    row("bulk, the other way", "POST", "/multicast-groups/abc/bulk",
        "StartBulkDisassociateWirelessDeviceFromMulticastGroup", QStringLiteral("abc"));
    row("list of groups", "GET", "/multicast-groups", "ListMulticastGroups");
    row("encoded mark is no query", "GET", "/fuota-tasks/a%3Fb", "GetFuotaTask",
        QStringLiteral("a?b"));
}

void RouterTest::methodAndPathChoose()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    const auto route = routeOf({method, target, {}, {}});
    QVERIFY(route);
    QTEST(route->operation->name, "operation");
    QTEST(route->labels.value(QStringLiteral("Id")), "id");
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
    row("POST", "/fuota-tasks/abc");
    row("GET", "/fuota-tasks/abc/wireless-device");
    row("PUT", "/fuota-tasks/abc/wireless-devices/d");
    row("GET", "/fuota-tasks/a/b");
    row("GET", "/fuota-tasksabc");
    row("GET", "//fuota-tasks");
    row("GET", "/Fuota-Tasks");
    row("GET", "/");
    row("GET", "");
    row("OPTIONS", "*");
    row("GET", "http://127.0.0.1/fuota-tasks");
    row("GET", "/sidewalk");
}

void RouterTest::othersAreUnknown()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QVERIFY(!routeOf({method, target, {}, {}}));
}

void RouterTest::everyOperationIsFoundByItsTemplate()
{
    for (const Operation* operation : iotWirelessOperations()) {
        const auto route = routeOf({operation->method, operation->uri.toLatin1(), {}, {}});
        QVERIFY2(route, qPrintable(operation->name));
        QCOMPARE(route->operation, operation);
    }
}

void RouterTest::eachLabelHasItsName()
{
    const auto route = routeOf({"DELETE", "/fuota-tasks/a/wireless-devices/b%2Fc", {}, {}});
    QVERIFY(route);
    const QHash<QString, QString> expected{
        {QStringLiteral("Id"), QStringLiteral("a")},
        {QStringLiteral("WirelessDeviceId"), QStringLiteral("b/c")}};
    QCOMPARE(route->labels, expected);
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
