#include "policy/wildcard.h"
#include "support/testcase.h"

namespace fuotadesk {

class WildcardTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void fitsAsDocumented_data();
    void fitsAsDocumented();
    void readsOnlyThePartsItIsTold_data();
    void readsOnlyThePartsItIsTold();
    void aVariableThatCouldFitIsUnknown_data();
    void aVariableThatCouldFitIsUnknown();
    void doesNotExplode();
};

void WildcardTest::fitsAsDocumented_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fits");
    const auto add = [](const char* pattern, const char* text, bool fits) {
        QTest::addRow("%s / %s", pattern, text)
            << QString::fromUtf8(pattern) << QString::fromUtf8(text) << fits;
    };
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
    const char* const deep = "arn:aws:s3:::amzn-s3-demo-bucket/*/test/*";
    add(deep, "arn:aws:s3:::amzn-s3-demo-bucket/1/test/object.jpg", true);
    add(deep, "arn:aws:s3:::amzn-s3-demo-bucket/1/2/test/object.jpg", true);
    add(deep, "arn:aws:s3:::amzn-s3-demo-bucket/1/2/test/3/object.jpg", true);
    add(deep, "arn:aws:s3:::amzn-s3-demo-bucket/1/2/3/test/4/object.jpg", true);
    add(deep, "arn:aws:s3:::amzn-s3-demo-bucket/1-test/object.jpg", false);
    add(deep, "arn:aws:s3:::amzn-s3-demo-bucket/test/object.jpg", false);
    add(deep, "arn:aws:s3:::amzn-s3-demo-bucket/1/2/test.jpg", false);
    add("*", "", true);
    add("*", "anything/at:all", true);
    add("**", "x", true);
    add("", "", true);
    add("", "x", false);
    add("x", "", false);
    add("?", "", false);
    add("?", "x", true);
    add("?", "\xf0\x9f\x93\xa1", true); // one character, two code units
    add("?", "xy", false);
    add("a*?c", "abbc", true);
    add("a*?c", "ac", false);
    add("*ab", "aab", true);
    add("*abab*c", "abaababc", true);
    add("abc", "ABC", false);
    add("a[b]", "ab", false);
    add("a.c", "abc", false);
}

void WildcardTest::fitsAsDocumented()
{
    QFETCH(const QString, pattern);
    QFETCH(const QString, text);
    const Judged judged = Wildcard(pattern, Wildcard::Stars).match(Wildcard::plain(text));
    QTEST(judged == Judged::Yes, "fits");
}

void WildcardTest::readsOnlyThePartsItIsTold_data()
{
    QTest::addColumn<int>("parts");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fits");
    using Parts = Wildcard;
    QTest::newRow("a plain star") << int(Parts::Plain) << "a*"
                                  << "ab" << false;
    QTest::newRow("a plain star is itself") << int(Parts::Plain) << "a*"
                                            << "a*" << true;
    QTest::newRow("a plain ? is itself") << int(Parts::Plain) << "a?"
                                         << "ab" << false;
    QTest::newRow("folded") << int(Parts::Folded) << "GetObject"
                            << "getobject" << true;
    QTest::newRow("no variables") << int(Parts::Stars) << "${x}"
                                  << "${x}" << true;
    QTest::newRow("no end of a variable") << int(Parts::Variables) << "${x"
                                          << "${x" << true;
}

void WildcardTest::readsOnlyThePartsItIsTold()
{
    QFETCH(const int, parts);
    QFETCH(const QString, pattern);
    QFETCH(const QString, text);
    QFETCH(const bool, fits);
    QCOMPARE(Wildcard(pattern, parts).match(Wildcard::plain(text)),
             fits ? Judged::Yes : Judged::No);
}

void WildcardTest::aVariableThatCouldFitIsUnknown_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("judged");
    const auto add = [](const char* pattern, const char* text, Judged judged) {
        QTest::addRow("%s / %s", pattern, text)
            << QString::fromLatin1(pattern) << QString::fromLatin1(text) << int(judged);
    };
    add("home/${aws:username}/*", "home/ann/x", Judged::Unknown);
    add("home/${aws:username}/*", "work/ann/x", Judged::No);
    add("home/${aws:PrincipalTag/team, 'none'}", "home/blue", Judged::Unknown);
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
    add("a${*}b", "a*b", Judged::Yes);
    add("a${*}b", "axb", Judged::No);
    add("a${?}b", "a?b", Judged::Yes);
    add("a${?}b", "axb", Judged::No);
    add("a${$}b", "a$b", Judged::Yes);
}

void WildcardTest::aVariableThatCouldFitIsUnknown()
{
    QFETCH(const QString, pattern);
    QFETCH(const QString, text);
    const Wildcard wildcard(pattern, Wildcard::Stars | Wildcard::Variables);
    QTEST(int(wildcard.match(Wildcard::plain(text))), "judged");
}

// A matcher that goes back to every star would not come to an end before the test is ended.
void WildcardTest::doesNotExplode()
{
    const QString text = QString(1024, u'a');
    const QString pattern = QStringLiteral("a*").repeated(400) + u'b';
    QCOMPARE(Wildcard(pattern, Wildcard::Stars).match(Wildcard::plain(text)), Judged::No);
    QCOMPARE(
        Wildcard(QStringLiteral("*a").repeated(400), Wildcard::Stars).match(Wildcard::plain(text)),
        Judged::Yes);
}

} // namespace fuotadesk

using fuotadesk::WildcardTest;
FUOTADESK_TEST(WildcardTest);
#include "wildcardtest.moc"
