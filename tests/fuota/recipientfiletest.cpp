#include "fuota/recipientfile.h"
#include "support/testcase.h"

#include <QStringConverter>

namespace fuotadesk {

namespace {

constexpr auto IdA = "6f2c1c52-0a3b-4c4d-9e5f-000000000001";
constexpr auto IdB = "6f2c1c52-0a3b-4c4d-9e5f-000000000002";
constexpr auto EuiA = "70b3d57ed0000001";
constexpr auto EuiB = "70b3d57ed0000002";

QString wordOf(RecipientFault fault)
{
    constexpr std::array words = {"empty",  "column", "long",       "bytes",
                                  "number", "quote",  "afterquote", "duplicate"};
    return QString::fromLatin1(words.at(size_t(fault)));
}

// "1 id 6f2c…", "2 eui 70b3…", "3 name valve 7"; of problems "4 empty", "5 duplicate 1".
QStringList linesOf(const RecipientFile& file)
{
    QStringList lines;
    for (const RecipientEntry& each : file.entries) {
        constexpr std::array forms = {"id", "eui", "name"};
        lines.append(QStringLiteral("%1 %2 %3")
                         .arg(QString::number(each.line),
                              QString::fromLatin1(forms.at(size_t(each.form))), each.text));
    }
    for (const RecipientProblem& each : file.problems)
        lines.append(
            QStringLiteral("%1 %2").arg(each.line).arg(wordOf(each.fault))
            + (each.otherLine > 0 ? QStringLiteral(" %1").arg(each.otherLine) : QString()));
    return lines;
}

QString idLine(int line, const char* id)
{
    return QStringLiteral("%1 id %2").arg(line).arg(QString::fromLatin1(id));
}

QString euiLine(int line, const char* eui)
{
    return QStringLiteral("%1 eui %2").arg(line).arg(QString::fromLatin1(eui));
}

QByteArray utf16(const QString& text, QStringConverter::Encoding encoding)
{
    return QStringEncoder(encoding, QStringConverter::Flag::WriteBom).encode(text);
}

} // namespace

class RecipientFileTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void formIsTold_data();
    void formIsTold();
    void reads_data();
    void reads();
    void tables_data();
    void tables();
    void problemsAreOfTheirLine_data();
    void problemsAreOfTheirLine();
    void findsWhatItHas();
    void limitsAreNamed();
    void millionLinesAreRead();
};

void RecipientFileTest::formIsTold_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<int>("form");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* cell, RecipientForm form, const char* text = nullptr) {
        QTest::newRow(cell) << QByteArray(cell) << int(form)
                            << QString::fromUtf8(text ? text : cell);
    };
    row(IdA, RecipientForm::WirelessDeviceId);
    row("6F2C1C52-0A3B-4C4D-9E5F-000000000001", RecipientForm::WirelessDeviceId, IdA);
    row("6f2c1c520a3b4c4d9e5f000000000001", RecipientForm::Name);
    row("6f2c1c52-0a3b-4c4d-9e5f-00000000000g", RecipientForm::Name);
    row("6f2c1c52-0a3b-4c4d-9e5f0000-00000001", RecipientForm::Name);
    row(EuiA, RecipientForm::DevEui);
    row("70B3D57ED0000001", RecipientForm::DevEui, EuiA);
    row("70-B3-D5-7E-D0-00-00-01", RecipientForm::DevEui, EuiA);
    row("70:b3:d5:7e:d0:00:00:01", RecipientForm::DevEui, EuiA);
    row("70 b3 d5 7e d0 00 00 01", RecipientForm::DevEui, EuiA);
    row("70b3-d57e-d000-0001", RecipientForm::DevEui, EuiA);
    row("7-0b3d57ed000000-1", RecipientForm::Name);
    row("70b3d57ed000001", RecipientForm::Name);
    row("70b3d57ed00000012", RecipientForm::Name);
    row("70b3d57ed000000x", RecipientForm::Name);
    row("70.b3.d5.7e.d0.00.00.01", RecipientForm::Name);
    row("Z\xc3\xa4hler 7", RecipientForm::Name);
}

void RecipientFileTest::formIsTold()
{
    QFETCH(QByteArray, cell);
    const RecipientText found = recipientTextFrom(cell);
    QTEST(int(found.form), "form");
    QTEST(found.text, "text");
    QCOMPARE(recipientTextFrom(found.text.toUtf8()), found);
}

void RecipientFileTest::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("lines");
    const QByteArray a = IdA;
    const QByteArray eui = "70-B3-D5-7E-D0-00-00-01";
    const QStringList both{idLine(1, IdA), euiLine(2, EuiA)};
    QTest::newRow("nothing") << QByteArray() << QStringList();
    QTest::newRow("only comments") << QByteArray("# a\n\n#b") << QStringList();
    QTest::newRow("LF") << a + "\n" + eui + "\n" << both;
    QTest::newRow("CR LF") << a + "\r\n" + eui << both;
    QTest::newRow("CR") << a + "\r" + eui << both;
    QTest::newRow("UTF-8 mark") << "\xef\xbb\xbf" + a + "\n" + eui << both;
    QTest::newRow("two files put together") << a + "\n\xef\xbb\xbf" + eui << both;
    QTest::newRow("UTF-8 mark alone") << QByteArray("\xef\xbb\xbf") << QStringList();
    const QString text = QString::fromLatin1(a + "\n" + eui);
    QTest::newRow("UTF-16 LE") << utf16(text, QStringConverter::Utf16LE) << both;
    QTest::newRow("UTF-16 BE") << utf16(text, QStringConverter::Utf16BE) << both;
    QTest::newRow("quoted") << "\"" + a + "\"\n\" " + eui + " \"" << both;
    QTest::newRow("comments and blanks")
        << "# of May\n\n " + a + " \n#\n\t" + eui << QStringList{idLine(3, IdA), euiLine(5, EuiA)};
    QTest::newRow("names") << QByteArray("valve 7\n\"Berlin, roof\"\nZ\xc3\xa4hler")
                           << QStringList{QStringLiteral("1 name valve 7"),
                                          QStringLiteral("2 name Berlin, roof"),
                                          QString::fromUtf8("3 name Z\xc3\xa4hler")};
    QTest::newRow("all in one line")
        << a + ", " + IdB << QStringList{idLine(1, IdA), idLine(1, IdB)};
}

void RecipientFileTest::reads()
{
    QFETCH(QByteArray, bytes);
    const auto file = readRecipients(bytes);
    QVERIFY(file);
    QTEST(linesOf(*file), "lines");
}

void RecipientFileTest::tables_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("lines");
    const QByteArray a = IdA;
    const QByteArray b = IdB;
    const QByteArray eui = EuiA;
    const QStringList ids{idLine(2, IdA), idLine(3, IdB)};
    const QStringList euis{euiLine(2, EuiA), euiLine(3, EuiB)};
    for (const char* word : {"id", "ID", "wirelessDeviceId", "Wireless Device ID", "device_id"})
        QTest::newRow(word) << "Name;" + QByteArray(word) + "\nx;" + a + "\ny;" + b << ids;
    for (const char* word : {"DevEui", "dev_eui", "DEV-EUI", "\"dev eui\"", "EUI"})
        QTest::newRow(word) << "site," + QByteArray(word) + ",name\n1," + EuiA + ",x\n2," + EuiB
                            << euis;
    QTest::newRow("names") << QByteArray("site\tName\nB\tvalve 7")
                           << QStringList{QStringLiteral("2 name valve 7")};
    QTest::newRow("header alone") << QByteArray("id;name\n") << QStringList();
    QTest::newRow("rows numbered in id") << "id,DevEui\n1," + eui + "\n2," + EuiB << euis;
    QTest::newRow("ids that are none")
        << QByteArray("id\nvalve\npump")
        << QStringList{QStringLiteral("2 name valve"), QStringLiteral("3 name pump")};
    QTest::newRow("the next column where the best is empty")
        << "name,id,devEui\nx," + a + ",\ny,," + EuiB + "\nz,,"
        << QStringList{idLine(2, IdA), euiLine(3, EuiB), QStringLiteral("4 name z")};
    QTest::newRow("no header, ids") << "x;" + eui + ";" + a + "\ny;" + EuiB + ";" + b
                                    << QStringList{idLine(1, IdA), idLine(2, IdB)};
    QTest::newRow("no header, EUIs")
        << "x;" + eui + "\ny;" + EuiB << QStringList{euiLine(1, EuiA), euiLine(2, EuiB)};
    QTest::newRow("no header, DevEUI before JoinEUI") << eui + ",0000000000000000\n" + EuiB
            + ",0000000000000000" << QStringList{euiLine(1, EuiA), euiLine(2, EuiB)};
    QTest::newRow("no header, names")
        << QByteArray("x;1\ny;2")
        << QStringList{QStringLiteral("1 name x"), QStringLiteral("2 name y")};
}

void RecipientFileTest::tables()
{
    reads();
}

void RecipientFileTest::problemsAreOfTheirLine_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("lines");
    const QByteArray a = IdA;
    const QByteArray b = IdB;
    const auto row = [&](const char* name, const QByteArray& second, const char* problem) {
        QTest::newRow(name) << "id;note\n" + second + "\n" + b
                            << QStringList{idLine(3, IdB),
                                           QStringLiteral("2 ") + QString::fromLatin1(problem)};
    };
    row("empty cell", ";x", "empty");
    row("only separators", ";;;", "empty");
    row("blanks", "  ;x", "empty");
    row("quotes around nothing", "\"\";x", "empty");
    row("text after a quote", "\"" + a + "\"x;y", "afterquote");
    row("quote never closed", "\"" + a + ";x", "quote");
    row("no UTF-8", "Z\xe4hler;x", "bytes");
    row("cut UTF-8", "Z\xc3;x", "bytes");
    row("mangled before", "Z\xef\xbf\xbdhler;x", "bytes");
    row("a zero byte", QByteArray("a\0b;x", 5), "bytes");
    row("too long", QByteArray(257, 'n') + ";x", "long");
    row("far too long", QByteArray(100'000, 'n') + ";x", "long");
    row("from a spreadsheet", "7.07E+15;x", "number");
    row("from a German spreadsheet", "\"7,07129E+15\";x", "number");
    row("round number", "7E+15;x", "number");

    QTest::newRow("a line end within")
        << "id;note\n\"a\nb\";x\n" + b << QStringList{idLine(4, IdB), QStringLiteral("2 bytes")};
    QTest::newRow("row too short")
        << "site;id\nB\nC;" + b << QStringList{idLine(3, IdB), QStringLiteral("2 column")};
    QTest::newRow("other columns do not matter")
        << "id;note\n" + a + ";Z\xe4hler\n" + b << QStringList{idLine(2, IdA), idLine(3, IdB)};
    QTest::newRow("as long as can be")
        << QByteArray(256, 'n') << QStringList{QStringLiteral("1 name ") + QString(256, u'n')};
    QTest::newRow("no spreadsheet number")
        << QByteArray("7.E+x\n7.0E+\nE+15\n77E+15")
        << QStringList{QStringLiteral("1 name 7.E+x"), QStringLiteral("2 name 7.0E+"),
                       QStringLiteral("3 name E+15"), QStringLiteral("4 name 77E+15")};
    QTest::newRow("duplicates, however they are written")
        << a + "\n70B3D57ED0000001\n" + a.toUpper() + "\n70:b3:d5:7e:d0:00:00:01\nName\nname\n" + a
        << QStringList{idLine(1, IdA),
                       euiLine(2, EuiA),
                       QStringLiteral("5 name Name"),
                       QStringLiteral("6 name name"),
                       QStringLiteral("3 duplicate 1"),
                       QStringLiteral("4 duplicate 2"),
                       QStringLiteral("7 duplicate 1")};
}

void RecipientFileTest::problemsAreOfTheirLine()
{
    reads();
}

void RecipientFileTest::findsWhatItHas()
{
    const auto file = readRecipients(QByteArray(IdA) + "\nvalve\n" + EuiA);
    QCOMPARE(file->indexOf(RecipientForm::Name, QStringLiteral("valve")), 1);
    QCOMPARE(file->indexOf(RecipientForm::DevEui, QString::fromLatin1(EuiA)), 2);
    QCOMPARE(file->indexOf(RecipientForm::Name, QString::fromLatin1(EuiA)), -1);
    QCOMPARE(file->indexOf(RecipientForm::Name, QStringLiteral("pump")), -1);
}

void RecipientFileTest::limitsAreNamed()
{
    const auto large = readRecipients(QByteArray(LargestRecipientBytes + 1, '\n'));
    QCOMPARE(large.error().kind, ErrorKind::FileTooLarge);
    QCOMPARE(large.error().code, QStringLiteral("bytes"));
    QCOMPARE(large.error().detail, QStringLiteral("67108864"));
    const auto tall = readRecipients(QByteArray(MostRecipientLines + 1, '\n'));
    QCOMPARE(tall.error().kind, ErrorKind::FileTooLarge);
    QCOMPARE(tall.error().code, QStringLiteral("lines"));
    QCOMPARE(tall.error().detail, QStringLiteral("1000000"));
}

void RecipientFileTest::millionLinesAreRead()
{
    QByteArray bytes = "dev_eui;site\r\n";
    for (int i = 1; i < MostRecipientLines; ++i)
        bytes += QByteArray::number(i % 500'000, 16).rightJustified(16, '0') + ";x\r\n";
    const auto file = readRecipients(bytes);
    QVERIFY(file);
    QCOMPARE(file->entries.size(), 500'000);
    QCOMPARE(file->problems.size(), 499'999);
    QCOMPARE(file->problems.last(),
             (RecipientProblem{1'000'000, RecipientFault::Duplicate, 500'000}));
}

} // namespace fuotadesk

using fuotadesk::RecipientFileTest;
FUOTADESK_TEST(RecipientFileTest);
#include "recipientfiletest.moc"
