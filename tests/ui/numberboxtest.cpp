#include "desktop/numberbox.h"

#include "support/testcase.h"

namespace fuotadesk {

class NumberBoxTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void itUnderstandsWhatIsTyped_data();
    void itUnderstandsWhatIsTyped();
    void steppingKeepsToTheLimitsButNothingIsCut();
};

void NumberBoxTest::itUnderstandsWhatIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<std::optional<qint64>>("number");
    const auto row = [](const char* typed, std::optional<qint64> number) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << number;
    };
    row("7000", 7000);
    row("7,000", 7000);
    row("7 000 ms", 7000);
    row("7000ms", 7000);
    row("0", 0);
    row("2147483648", 2'147'483'648);
    row("-5", -5);
    row("abc", std::nullopt);
    row("", std::nullopt);
}

void NumberBoxTest::itUnderstandsWhatIsTyped()
{
    QFETCH(QString, typed);
    QFETCH(std::optional<qint64>, number);
    NumberBox box;
    box.setUnit(QStringLiteral(" ms"));
    QTest::keyClicks(&box, typed);
    QTest::keyClick(&box, Qt::Key_Return);
    QVERIFY2(box.number() == number, qPrintable(box.text()));
    QVERIFY(box.text().endsWith(u" ms") == number.has_value());
}

void NumberBoxTest::steppingKeepsToTheLimitsButNothingIsCut()
{
    NumberBox box;
    box.setStepLimits(1, 100);
    box.setSuggestion(40);
    box.stepUp();
    QCOMPARE(box.number(), std::optional<qint64>(40));
    box.setNumber(100);
    box.stepUp();
    QCOMPARE(box.number(), std::optional<qint64>(100));
    box.setNumber(-7);
    QCOMPARE(box.number(), std::optional<qint64>(-7));
    box.stepUp();
    QCOMPARE(box.number(), std::optional<qint64>(-6));
    box.setNumber({});
    QVERIFY(box.text().isEmpty());
}

FUOTADESK_TEST(NumberBoxTest);

} // namespace fuotadesk

#include "numberboxtest.moc"
