#include "fuota/csvreader.h"
#include "support/testcase.h"

namespace fuotadesk {

namespace {

// "2: a|b", a fault as "3: !quote" or "3: !after".
QByteArrayList rowsOf(const QByteArray& text, char separator)
{
    CsvReader reader(text, separator);
    QByteArrayList rows;
    CsvRow row;
    while (reader.next(row)) {
        QByteArrayList cells;
        for (const CsvField& field : row.fields)
            cells.append(field.text());
        if (row.fault != CsvFault::None)
            cells = {row.fault == CsvFault::QuoteUnclosed ? "!quote" : "!after"};
        rows.append(QByteArray::number(row.line) + ": " + cells.join('|'));
    }
    return rows;
}

} // namespace

class CsvReaderTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void separator_data();
    void separator();
    void linesAreCountedAsTheyAreRead_data();
    void linesAreCountedAsTheyAreRead();
    void quotesTakeLinearTime();
};

void CsvReaderTest::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("rows");
    const auto row = [](const char* name, const QByteArray& text, const QByteArrayList& rows) {
        QTest::newRow(name) << text << rows;
    };
    row("nothing", "", {});
    row("one", "a", {"1: a"});
    row("cells", "a,b,,c\n", {"1: a|b||c"});
    row("last cell empty", "a,\n", {"1: a|"});
    row("only separators", ",,\n", {"1: ||"});
    row("LF, CR LF and CR", "a\nb\r\nc\rd", {"1: a", "2: b", "3: c", "4: d"});
    row("blank lines", "\n \na\n\t\n\nb\n\n", {"3: a", "6: b"});
    row("comments", "#x,\"y\n  # z\na#b\n", {"3: a#b"});
    row("blanks around", "  a b ,\tc \n", {"1: a b|c"});
    row("quotes", "\"a,b\" , \"\",\"c\"\"d\"\"\"\n", {"1: a,b||c\"d\""});
    row("blanks in quotes stay", "\" a \"", {"1:  a "});
    row("comment sign in quotes", "\"#a\"", {"1: #a"});
    row("line ends in quotes", "\"a\r\nb\nc\",d\re", {"1: a\r\nb\nc|d", "4: e"});
    row("a quote later is a letter", "a\"b,c\"\n", {"1: a\"b|c\""});
    row("text after a quote", "a\n\"b\"c,d\ne", {"1: a", "2: !after", "3: e"});
    row("never closed", "a\nb,\"c\nd\n", {"1: a", "2: !quote", "3: d"});
    row("closed by a later cell", "\"a\n\"b\",c\nd", {"1: !quote", "2: b|c", "3: d"});
    row("the fault's own line", "\"a\nb\",\"c\nd", {"2: !quote", "3: d"});
    row("only a quote", "\"", {"1: !quote"});
    row("two quotes", "\"\"", {"1: "});
    row("three quotes", "\"\"\"", {"1: !quote"});
    row("a zero byte", QByteArray("a\0b", 3), {"1: " + QByteArray("a\0b", 3)});
}

void CsvReaderTest::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, rows);
    QCOMPARE(rowsOf(text, ','), rows);
    // The other separators do the same; a tab is no blank then.
    QByteArray other = text;
    for (QByteArray& each : rows)
        each.replace(',', ';');
    QCOMPARE(rowsOf(other.replace(',', ';'), ';'), rows);
}

void CsvReaderTest::separator_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("separator");
    QTest::newRow("none") << QByteArray("a\nb") << ',';
    QTest::newRow("nothing") << QByteArray() << ',';
    QTest::newRow("commas") << QByteArray("a,b\nc,d") << ',';
    QTest::newRow("semicolons around commas") << QByteArray("a,5;b\nc,5;d") << ';';
    QTest::newRow("tabs around both") << QByteArray("a,5\tb;\nc,5;\td") << '\t';
    QTest::newRow("one semicolon in a text") << QByteArray("id,note\na,b; c\nd,e") << ',';
    QTest::newRow("in quotes") << QByteArray("\"a;b\",c\n\"d;e\",f") << ',';
    QTest::newRow("in comments") << QByteArray("#a;b\n#c;d\ne,f") << ',';
    QTest::newRow("behind other lines") << QByteArray("a\rb\r\nc;d\r") << ';';
}

void CsvReaderTest::separator()
{
    QFETCH(QByteArray, text);
    QTEST(csvSeparatorOf(text), "separator");
}

void CsvReaderTest::linesAreCountedAsTheyAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("count");
    QTest::newRow("nothing") << QByteArray() << qint64{0};
    QTest::newRow("no end") << QByteArray("a") << qint64{1};
    QTest::newRow("an end") << QByteArray("a\r\n") << qint64{1};
    QTest::newRow("mixed") << QByteArray("a\r\r\n\n\"b\nc\"") << qint64{5};
}

void CsvReaderTest::linesAreCountedAsTheyAreRead()
{
    QFETCH(QByteArray, text);
    QTEST(lineCount(text), "count");
    const QByteArray longer = text + "\nlast";
    const bool endsOpen = !text.isEmpty() && !text.endsWith('\n');
    const qint64 last = lineCount(text) + (endsOpen ? 1 : 2);
    QCOMPARE(rowsOf(longer, ',').last(), QByteArray::number(last) + ": last");
}

// What would take hours if each line looked for its quote to the end of the text.
void CsvReaderTest::quotesTakeLinearTime()
{
    constexpr int lines = 200'000;
    for (const char* line : {"\"\"\n", "\"a\n", "\"\"a\n", "x,\"\n", "x,\"\"\"\"\n", "\"\"\"\n"}) {
        const QByteArray text = "\"" + QByteArray(line).repeated(lines);
        CsvReader reader(text, ',');
        CsvRow row;
        int rows = 0;
        while (reader.next(row))
            ++rows;
        QVERIFY(rows > 0);
    }
}

} // namespace fuotadesk

using fuotadesk::CsvReaderTest;
FUOTADESK_TEST(CsvReaderTest);
#include "csvreadertest.moc"
