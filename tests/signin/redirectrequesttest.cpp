#include "signin/redirectrequest.h"
#include "support/testcase.h"

namespace fuotadesk {

class RedirectRequestTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void codeIsTaken_data();
    void codeIsTaken();
    void refusalIsTaken();
    void restIsTurnedAway_data();
    void restIsTurnedAway();
};

void RedirectRequestTest::codeIsTaken_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const char* query, const char* code) {
        QTest::newRow(name) << QByteArray(query) << QByteArray(code);
    };
    row("plain", "code=abc&state=s-1", "abc");
    row("other order, and more", "x=1&state=s-1&y&code=abc", "abc");
    row("encoded", "state=s%2D1&code=a%2Bb%3D", "a+b=");
}

void RedirectRequestTest::codeIsTaken()
{
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, code);
    const auto verdict = judgedRedirect("GET", "/oauth/callback?" + query, "s-1");
    QCOMPARE(verdict.status, 200);
    QCOMPARE(verdict.outcome->value(), Secret(code));
}

void RedirectRequestTest::refusalIsTaken()
{
    const auto denied =
        judgedRedirect("GET", "/oauth/callback?error=access_denied&state=s-1", "s-1");
    QCOMPARE(denied.status, 200);
    QCOMPARE(denied.outcome->error().kind, ErrorKind::AccessDenied);
    QCOMPARE(denied.outcome->error().code, QStringLiteral("access_denied"));
    const auto other = judgedRedirect(
        "GET", "/oauth/callback?error=server_error&error_description=d&state=s-1", "s-1");
    QCOMPARE(other.outcome->error().kind, ErrorKind::Refused);
    QCOMPARE(other.outcome->error().code, QStringLiteral("server_error"));
}

void RedirectRequestTest::restIsTurnedAway_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    const auto row = [](const char* name, const char* method, const QByteArray& target,
                        int status) {
        QTest::newRow(name) << QByteArray(method) << target << status;
    };
    const QByteArray path = "/oauth/callback";
    row("root", "GET", "/", 404);
    row("icon", "GET", "/favicon.ico", 404);
    row("below", "GET", path + "/x?code=c&state=s", 404);
    row("post", "POST", path + "?code=c&state=s", 404);
    row("head", "HEAD", path + "?code=c&state=s", 404);
    row("no query", "GET", path, 400);
    row("no state", "GET", path + "?code=c", 400);
    row("wrong state", "GET", path + "?code=c&state=t", 400);
    row("state twice", "GET", path + "?code=c&state=s&state=s", 400);
    row("code twice", "GET", path + "?code=c&code=c&state=s", 400);
    row("neither", "GET", path + "?state=s", 400);
    row("both", "GET", path + "?code=c&error=access_denied&state=s", 400);
    row("empty code", "GET", path + "?code=&state=s", 400);
    row("code with a line end", "GET", path + "?code=a%0Ab&state=s", 400);
    row("code with zero", "GET", path + "?code=a%00b&state=s", 400);
    row("long code", "GET", path + "?state=s&code=" + QByteArray(4097, 'c'), 400);
    row("error that is no code", "GET", path + "?error=%3Cb%3E&state=s", 400);
    row("long error", "GET", path + "?state=s&error=" + QByteArray(65, 'e'), 400);
}

void RedirectRequestTest::restIsTurnedAway()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    const auto verdict = judgedRedirect(method, target, "s");
    QCOMPARE(verdict.status, status);
    QVERIFY(!verdict.outcome);
    // Without a state of ours nobody is let in.
    QVERIFY(!judgedRedirect("GET", "/oauth/callback?code=c&state=", {}).outcome);
}

} // namespace fuotadesk

using fuotadesk::RedirectRequestTest;
FUOTADESK_TEST(RedirectRequestTest);
#include "redirectrequesttest.moc"
