#include "aws/xmltree.h"
#include "support/testcase.h"

namespace fuotadesk {

class XmlTreeTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void readsNamesTextsAndChildren();
    void readsWhatXmlEscapes();
    void absentChildrenAreEmpty();
    void refusesWhatIsNoXml_data();
    void refusesWhatIsNoXml();
    void isBounded_data();
    void isBounded();
    void takesAsMuchAsItsBounds_data();
    void takesAsMuchAsItsBounds();
};

void XmlTreeTest::readsNamesTextsAndChildren()
{
    const auto root = parseXml("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<List xmlns=\"http://x/\" xmlns:y=\"http://y/\">\n"
                               "  <Item><Key> a </Key></Item>\n"
                               "  <Other/>\n"
                               "  <y:Item kind=\"2\"><Key>b</Key><Key>c</Key></y:Item>\n"
                               "</List>\n");
    QVERIFY(root);
    QCOMPARE(root->name, QStringLiteral("List"));
    QCOMPARE(root->text, QString());
    QCOMPARE(root->children.size(), 3);
    const QList<XmlElement> items = root->childrenNamed(u"Item");
    QCOMPARE(items.size(), 2);
    QCOMPARE(items.at(0).textOf(u"Key"), QStringLiteral(" a "));
    QCOMPARE(items.at(1).textOf(u"Key"), QStringLiteral("b"));
    QCOMPARE(items.at(1).childrenNamed(u"Key").at(1).text, QStringLiteral("c"));
    QVERIFY(root->child(u"Other"));
}

void XmlTreeTest::readsWhatXmlEscapes()
{
    const auto root = parseXml("<a>&lt;&amp;&gt;&quot;&apos;&#228;&#x1F680;<![CDATA[<b>]]></a>");
    QVERIFY(root);
    QCOMPARE(root->text, QString::fromUtf8("<&>\"'\xc3\xa4\xf0\x9f\x9a\x80<b>"));
}

void XmlTreeTest::absentChildrenAreEmpty()
{
    const auto root = parseXml("<a/>");
    QVERIFY(root);
    QCOMPARE(root->child(u"b"), nullptr);
    QCOMPARE(root->textOf(u"b"), QString());
    QVERIFY(root->childrenNamed(u"b").isEmpty());
}

void XmlTreeTest::refusesWhatIsNoXml_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("JSON") << QByteArray("{}");
    QTest::newRow("cut off") << QByteArray("<a><b>text");
    QTest::newRow("crossed") << QByteArray("<a><b></a></b>");
    QTest::newRow("two roots") << QByteArray("<a/><b/>");
    QTest::newRow("document type") << QByteArray("<!DOCTYPE a><a/>");
    QTest::newRow("entity of its own")
        << QByteArray("<!DOCTYPE a [<!ENTITY e \"text\">]><a>&e;</a>");
    QTest::newRow("entity of a file")
        << QByteArray("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>");
    QTest::newRow("unknown entity") << QByteArray("<a>&nbsp;</a>");
    QTest::newRow("no UTF-8") << QByteArray("<a>\xff\xfe</a>");
    QTest::newRow("text behind the root") << QByteArray("<a/>text");
}

void XmlTreeTest::refusesWhatIsNoXml()
{
    QFETCH(const QByteArray, xml);
    const auto root = parseXml(xml);
    QVERIFY(!root);
    QCOMPARE(root.error().kind, ErrorKind::AnswerMalformed);
    QCOMPARE(root.error().code, QStringLiteral("xml"));
}

namespace {

QByteArray nested(int depth)
{
    return QByteArray("<a>").repeated(depth) + QByteArray("</a>").repeated(depth);
}

QByteArray flat(int elements)
{
    return "<a>" + QByteArray("<b/>").repeated(elements - 1) + "</a>";
}

QByteArray padded(qsizetype bytes)
{
    return "<a>" + QByteArray(bytes - 7, 'x') + "</a>";
}

} // namespace

void XmlTreeTest::isBounded_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("depth") << nested(DeepestXml + 1);
    QTest::newRow("far too deep") << nested(1'000'000);
    QTest::newRow("elements") << flat(MostXmlElements + 1);
    QTest::newRow("bytes") << padded(LargestXml + 1);
}

void XmlTreeTest::isBounded()
{
    QFETCH(const QByteArray, xml);
    const auto root = parseXml(xml);
    QVERIFY(!root);
    QCOMPARE(root.error().kind, ErrorKind::AnswerMalformed);
    QCOMPARE(root.error().code, QStringLiteral("xml-size"));
}

void XmlTreeTest::takesAsMuchAsItsBounds_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("depth") << nested(DeepestXml);
    QTest::newRow("elements") << flat(MostXmlElements);
    QTest::newRow("bytes") << padded(LargestXml);
}

void XmlTreeTest::takesAsMuchAsItsBounds()
{
    QFETCH(const QByteArray, xml);
    QVERIFY(parseXml(xml));
}

} // namespace fuotadesk

using fuotadesk::XmlTreeTest;
FUOTADESK_TEST(XmlTreeTest);
#include "xmltreetest.moc"
