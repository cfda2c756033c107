#include "profiles/sharedfile.h"
#include "support/testcase.h"

namespace fuotadesk {

class SharedFileTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void sectionsGoWhereTheyBelong();
    void nestedPropertiesAreTakenApart();
    void faultNamesItsLine_data();
    void faultNamesItsLine();
    void lineEndsAndMarksOfEditorsDoNoHarm();
    void whatIsNoTextIsRefused_data();
    void whatIsNoTextIsRefused();
    void sizeIsBounded();
    void thousandProfilesAreRead();
};

void SharedFileTest::sectionsGoWhereTheyBelong()
{
    const auto file = parseSharedFile("[default]\nregion = a\n[profile two]\nREGION=b\n"
                                      "[sso-session s]\nsso_region = c\n[services v]\n"
                                      "iot_wireless =\n  endpoint_url = http://127.0.0.1\n"
                                      "[other x]\nlost = 1\n",
                                      SharedFileKind::Config);
    QVERIFY(file);
    const auto region = QStringLiteral("region");
    QCOMPARE(QStringList(file->profiles.keys()),
             (QStringList{QStringLiteral("default"), QStringLiteral("two")}));
    QCOMPARE(file->profiles[QStringLiteral("default")].value(region), QStringLiteral("a"));
    QCOMPARE(file->profiles[QStringLiteral("two")].value(region), QStringLiteral("b"));
    QCOMPARE(file->ssoSessions[QStringLiteral("s")].value(QStringLiteral("sso_region")),
             QStringLiteral("c"));
    QCOMPARE(file->services[QStringLiteral("v")].value(QStringLiteral("iot_wireless")),
             QStringLiteral("\nendpoint_url = http://127.0.0.1"));
    const auto credentials = parseSharedFile("[two]\nregion = a\n", SharedFileKind::Credentials);
    QCOMPARE(QStringList(credentials->profiles.keys()), QStringList(QStringLiteral("two")));
}

void SharedFileTest::nestedPropertiesAreTakenApart()
{
    const Properties nested = nestedProperties(QStringLiteral("\nEndpoint_URL = a=b\nempty ="));
    QCOMPARE(nested.size(), 2);
    QCOMPARE(nested.value(QStringLiteral("endpoint_url")), QStringLiteral("a=b"));
    QVERIFY(nested.contains(QStringLiteral("empty")));
    QVERIFY(nestedProperties(QStringLiteral("plain")).isEmpty());
}

void SharedFileTest::faultNamesItsLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("line");
    const auto row = [](const char* text, const char* code, const char* line) {
        QTest::newRow(code) << QByteArray(text) << QString::fromLatin1(code)
                            << QString::fromLatin1(line);
    };
    row("\n[profile a\n", "section-open", "2");
    row("# first\nkey = value\n", "no-section", "2");
    row("[default]\n\n  more\n", "no-property", "3");
    row("[default]\nkey : value\n", "no-equals", "2");
    row("[default]\na = b\n = value\n", "sub-no-name", "");
    row("[default]\n= value\n", "no-name", "2");
    row("[default]\ns3 =\n # note\n", "sub-no-equals", "3");
    row("[default]\ns3 =\n = x\n", "sub-no-name", "3");
}

void SharedFileTest::faultNamesItsLine()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, code);
    QFETCH(QString, line);
    const auto file = parseSharedFile(text, SharedFileKind::Config);
    if (line.isEmpty()) { // a continuation may look like anything
        QVERIFY(file);
        return;
    }
    QVERIFY(!file);
    QCOMPARE(file.error().kind, ErrorKind::FileMalformed);
    QCOMPARE(file.error().code, code);
    QCOMPARE(file.error().detail, line);
}

void SharedFileTest::lineEndsAndMarksOfEditorsDoNoHarm()
{
    const auto file =
        parseSharedFile("\xEF\xBB\xBF[default]\r\nname = G\xC3\xA4rtner \xF0\x9F\x8C\xB1\r\n\r\n",
                        SharedFileKind::Config);
    QVERIFY(file);
    QCOMPARE(file->profiles[QStringLiteral("default")].value(QStringLiteral("name")),
             QStringLiteral("Gärtner 🌱"));
}

void SharedFileTest::whatIsNoTextIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\x02\x01\0\0\xff\xfe",
                                          10);
    QTest::newRow("a zero byte") << QByteArray("[default]\0\n", 11);
    QTest::newRow("cut in a character") << QByteArray("[default]\na = \xC3");
    QTest::newRow("Latin-1") << QByteArray("[default]\na = G\xE4rtner\n");
}

void SharedFileTest::whatIsNoTextIsRefused()
{
    QFETCH(QByteArray, bytes);
    const auto file = parseSharedFile(bytes, SharedFileKind::Config);
    QVERIFY(!file);
    QCOMPARE(file.error().code, QStringLiteral("not-text"));
}

void SharedFileTest::sizeIsBounded()
{
    QByteArray bytes(LargestSharedFileBytes, '\n');
    QVERIFY(parseSharedFile(bytes, SharedFileKind::Config));
    bytes.append('\n');
    const auto file = parseSharedFile(bytes, SharedFileKind::Config);
    QVERIFY(!file);
    QCOMPARE(file.error().kind, ErrorKind::FileTooLarge);
}

void SharedFileTest::thousandProfilesAreRead()
{
    QByteArray bytes;
    for (int i = 0; i < 1000; ++i)
        bytes += "[profile p" + QByteArray::number(i) + "]\nregion = eu-west-1\n"
            + QByteArray(20, '#').append('\n');
    const auto file = parseSharedFile(bytes, SharedFileKind::Config);
    QVERIFY(file);
    QCOMPARE(file->profiles.size(), 1000);
}

} // namespace fuotadesk

using fuotadesk::SharedFileTest;
FUOTADESK_TEST(SharedFileTest);
#include "sharedfiletest.moc"
