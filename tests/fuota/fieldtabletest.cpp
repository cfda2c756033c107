#include "fuota/fieldtable.h"
#include "support/testcase.h"

namespace fuotadesk {

// The table itself, against figures written by hand from the API reference.
class FieldTableTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void isAsTheModelHasIt_data();
    void isAsTheModelHasIt();
    void isComplete();
    void regions();
    void tagParts();
    void namesFindFields();
    void countsCharacters_data();
    void countsCharacters();
};

void FieldTableTest::isAsTheModelHasIt_data()
{
    QTest::addColumn<Field>("field");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("container");
    QTest::addColumn<bool>("required");
    QTest::addColumn<qint64>("minimum"); // -1: none
    QTest::addColumn<qint64>("maximum");
    const auto row = [](Field field, const char* name, bool required, qint64 minimum,
                        qint64 maximum, const char* container = "") {
        QTest::newRow(name) << field << QString::fromLatin1(name) << QString::fromLatin1(container)
                            << required << minimum << maximum;
    };
    row(Field::Name, "Name", false, -1, 256);
    row(Field::Description, "Description", false, -1, 2048);
    row(Field::ClientRequestToken, "ClientRequestToken", false, 1, 64);
    row(Field::RfRegion, "RfRegion", false, -1, -1, "LoRaWAN");
    row(Field::FirmwareUpdateImage, "FirmwareUpdateImage", true, 1, 4096);
    row(Field::FirmwareUpdateRole, "FirmwareUpdateRole", true, 1, 2048);
    row(Field::Tags, "Tags", false, 0, 200);
    row(Field::RedundancyPercent, "RedundancyPercent", false, 0, 100);
    row(Field::FragmentSizeBytes, "FragmentSizeBytes", false, 1, -1);
    row(Field::FragmentIntervalMs, "FragmentIntervalMS", false, 1, -1);
    row(Field::Descriptor, "Descriptor", false, -1, 332);
}

void FieldTableTest::isAsTheModelHasIt()
{
    QFETCH(Field, field);
    QFETCH(QString, name);
    QFETCH(QString, container);
    QFETCH(bool, required);
    QFETCH(qint64, minimum);
    QFETCH(qint64, maximum);
    const FieldSpec& spec = fieldSpec(field);
    QCOMPARE(spec.field, field);
    QCOMPARE(fieldName(field), name);
    QCOMPARE(QString::fromLatin1(spec.container), container);
    QCOMPARE(spec.required, required);
    QCOMPARE(spec.minimum.value_or(-1), minimum);
    QCOMPARE(spec.maximum.value_or(-1), maximum);
}

void FieldTableTest::isComplete()
{
    QCOMPARE(fieldTable().size(), std::size_t(11));
}

void FieldTableTest::regions()
{
    QStringList names;
    for (const char* const value : fieldSpec(Field::RfRegion).values)
        names.append(QString::fromLatin1(value));
    names.sort();
    QCOMPARE(names.join(u' '),
             QStringLiteral("AS923-1 AS923-2 AS923-3 AS923-4 AU915 CN470 CN779 EU433 EU868 IN865 "
                            "KR920 RU864 US915"));
}

void FieldTableTest::tagParts()
{
    QCOMPARE(tagKeySpec().minimum, 1);
    QCOMPARE(tagKeySpec().maximum, 128);
    QCOMPARE(tagValueSpec().minimum, 0);
    QCOMPARE(tagValueSpec().maximum, 256);
}

void FieldTableTest::namesFindFields()
{
    for (const FieldSpec& spec : fieldTable())
        QCOMPARE(fieldByWireName(fieldName(spec.field)), spec.field);
    QVERIFY(!fieldByWireName(QStringLiteral("name")));
    QVERIFY(!fieldByWireName(QStringLiteral("LoRaWAN")));
    QVERIFY(!fieldByWireName(QString()));
}

void FieldTableTest::countsCharacters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("count");
    QTest::newRow("empty") << QString() << qint64(0);
    QTest::newRow("ASCII") << QStringLiteral("abc") << qint64(3);
    QTest::newRow("emoji") << QString::fromUtf8("a\xf0\x9f\x93\xa1") << qint64(2);
    QTest::newRow("combining mark") << QStringLiteral("e\u0301") << qint64(2);
    QTest::newRow("right to left") << QString::fromUtf8("\xd7\xa9\xd7\x9c") << qint64(2);
    QTest::newRow("lone high surrogate") << QString(QChar(0xd83d)) << qint64(1);
}

void FieldTableTest::countsCharacters()
{
    QFETCH(QString, text);
    QFETCH(qint64, count);
    QCOMPARE(characterCount(text), count);
}

} // namespace fuotadesk

using fuotadesk::FieldTableTest;
FUOTADESK_TEST(FieldTableTest);
#include "fieldtabletest.moc"
