#include "readrows.h"
#include "support/testcase.h"

#include "changerows.h"
#include "clientbench.h"
#include "iotwireless/operations.h"

#include <QSet>

namespace fuotadesk {

// Each operation whose answer holds something, as it goes out and comes back. What is odd in
// answers is for the tests of the clients.
class ReadsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyOperationHasAnExchange();
    void isSentAndRead_data();
    void isSentAndRead();
    void otherAnswerIsReadAsAnother_data();
    void otherAnswerIsReadAsAnother();
};

namespace {

void addRows()
{
    QTest::addColumn<Read>("read");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("status");
    for (const ReadRow& row : readRows())
        QTest::newRow(row.operation) << row.read << QByteArray(row.line) << QByteArray(row.body)
                                     << QByteArray(row.answer) << row.status;
}

} // namespace

// With those of ChangesTest, which are in the same form.
void ReadsTest::everyOperationHasAnExchange()
{
    QSet<QString> recorded;
    for (const ChangeRow& row : changeRows())
        recorded.insert(QString::fromLatin1(row.operation).section(u' ', 0, 0));
    for (const ReadRow& row : readRows())
        recorded.insert(QString::fromLatin1(row.operation));
    QSet<QString> wanted;
    for (const Operation* operation : iotWirelessOperations())
        wanted.insert(operation->name);
    const QStringList missing = (wanted - recorded).values();
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u' ')));
    QCOMPARE(recorded, wanted);
}

void ReadsTest::isSentAndRead_data()
{
    addRows();
}

void ReadsTest::isSentAndRead()
{
    QFETCH(const Read, read);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, answer);
    QFETCH(const int, status);
    ClientBench bench;
    bench.transport.answer(status, answer);
    const auto isAsSaid = bench.settled(read(*bench.stack, &bench.owner));
    QVERIFY(isAsSaid);
    QVERIFY(*isAsSaid);
    QCOMPARE(bench.lines().size(), 1);
    QTEST(bench.line(0), "line");
    const HttpRequest& request = bench.transport.requests().constFirst();
    QVERIFY(request.repeatable);
    QCOMPARE(request.operation, QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(request.url.host(), QStringLiteral("api.iotwireless.eu-west-1.amazonaws.com"));
    QCOMPARE(jsonObject(request.body), jsonObject(body));
    QCOMPARE(request.body.isEmpty(), body.isEmpty());
    const HttpHeaders json{{"Content-Type", "application/json"}};
    QCOMPARE(request.headers, body.isEmpty() ? HttpHeaders() : json);
}

void ReadsTest::otherAnswerIsReadAsAnother_data()
{
    addRows();
}

// The answer counts: with each text and number of it changed, another value comes out.
void ReadsTest::otherAnswerIsReadAsAnother()
{
    QFETCH(const Read, read);
    QFETCH(const QByteArray, answer);
    QFETCH(const int, status);
    const QRegularExpression value(QStringLiteral("(?<=: |\\[)(\"[^\"]+\"|-?[0-9.]+)"));
    const QString whole = QString::fromUtf8(answer);
    int tried = 0;
    for (auto found = value.globalMatch(whole); found.hasNext(); ++tried) {
        const QRegularExpressionMatch match = found.next();
        const QString name = whole.left(match.capturedStart()).section(u'"', -2, -2);
        if (name.endsWith(u"Key")) // a root key, which is dropped
            continue;
        QString other =
            match.captured().startsWith(u'"') ? QStringLiteral("\"another\"") : QStringLiteral("7");
        ClientBench bench;
        bench.transport.answer(
            status,
            QString(whole).replace(match.capturedStart(), match.capturedLength(), other).toUtf8());
        const auto isAsSaid = bench.settled(read(*bench.stack, &bench.owner));
        QVERIFY2(!isAsSaid || !*isAsSaid, qPrintable(name));
    }
    QVERIFY(tried > 0);
}

} // namespace fuotadesk

using fuotadesk::ReadsTest;
FUOTADESK_TEST(ReadsTest);
#include "readstest.moc"
