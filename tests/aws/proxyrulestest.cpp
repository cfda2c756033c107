#include "aws/proxyrules.h"
#include "support/testcase.h"

namespace fuotadesk {

class ProxyRulesTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
};

void ProxyRulesTest::matches_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("noProxy");
    QTest::addColumn<bool>("direct");
    const auto add = [](const char* url, const char* noProxy, bool direct) {
        QTest::addRow("%s for %s", noProxy, url)
            << QString::fromLatin1(url) << QString::fromLatin1(noProxy) << direct;
    };
    add("https://a.example.com", "", false);
    add("https://a.example.com", "*", true);
    add("https://example.com", "example.com", true);
    add("https://EXAMPLE.com.", "Example.COM", true);
    add("https://a.example.com", "example.com", true);
    add("https://a.example.com", ".example.com", true);
    add("https://a.example.com", "*.example.com", true);
    add("https://notexample.com", "example.com", false);
    add("https://notexample.com", ".example.com", false);
    add("https://example.com.evil.org", "example.com", false);
    add("https://b.org", "a.org, b.org", true);
    add("https://b.org", "a.org b.org", true);
    add("https://b.org", " ,, ", false);
    add("https://b.org", ".", false);
    add("https://b.org", "b.org:443", true);
    add("https://b.org:8443", "b.org:443", false);
    add("https://b.org:8443", "b.org:8443", true);
    add("http://b.org", "b.org:80", true);
    add("https://10.1.2.3", "10.1.2.3", true);
    add("https://10.1.2.3", "10.0.0.0/8", true);
    add("https://11.1.2.3", "10.0.0.0/8", false);
    add("https://10.1.2.3", "2.3", false);
    add("https://10.1.2.3", "10.1.2.3/nonsense", false);
    add("https://[fd00::1]", "fd00::/8", true);
    add("https://[fd00::1]", "fd00::1", true);
    add("https://[fd00::1]:8443", "[fd00::1]:8443", true);
    add("https://[fd00::1]:8443", "[fd00::1]:443", false);
    add("https://10.1.2.3", "fd00::/8", false);
    add("http://127.0.0.1:8080", "", true);
    add("http://localhost:8080", "", true);
    add("http://[::1]:8080", "", true);
    add("http://127.0.0.1.example:80", "", false);
}

void ProxyRulesTest::matches()
{
    QFETCH(const QString, url);
    QFETCH(const QString, noProxy);
    QTEST(goesDirect(QUrl(url), noProxy), "direct");
}

} // namespace fuotadesk

using fuotadesk::ProxyRulesTest;
FUOTADESK_TEST(ProxyRulesTest);
#include "proxyrulestest.moc"
