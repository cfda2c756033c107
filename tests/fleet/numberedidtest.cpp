#include "fleet/numberedid.h"
#include "support/testcase.h"

#include <QUuid>

namespace fuotadesk {

class NumberedIdTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void numberReadsBack();
    void idsLookLikeUuids();
    void othersAreNone_data();
    void othersAreNone();
    void spreadIsEven();
};

void NumberedIdTest::numberReadsBack()
{
    for (const int number : {0, 1, 255, 99'999, 2'000'000'000})
        QCOMPARE(numberOfId(IdFamily::Device, numberedId(IdFamily::Device, number)), number);
}

void NumberedIdTest::idsLookLikeUuids()
{
    const QString id = numberedId(IdFamily::Gateway, 3);
    QCOMPARE(QUuid::fromString(id).toString(QUuid::WithoutBraces), id);
}

void NumberedIdTest::othersAreNone_data()
{
    QTest::addColumn<QString>("id");
    const QString id = numberedId(IdFamily::Device, 171);
    QTest::newRow("empty") << QString();
    QTest::newRow("another family") << numberedId(IdFamily::Group, 171);
    QTest::newRow("capitals") << id.toUpper();
    QTest::newRow("more") << id + u'0';
    QTest::newRow("less") << id.chopped(1);
    QTest::newRow("no number") << id.chopped(1) + u'x';
}

void NumberedIdTest::othersAreNone()
{
    QFETCH(QString, id);
    QVERIFY(!numberOfId(IdFamily::Device, id));
}

// The mean of 10 000 even numbers scatters by 0.0029; 0.0145 is five times that.
void NumberedIdTest::spreadIsEven()
{
    double sum = 0;
    for (int index = 0; index < 10'000; ++index)
        sum += spreadUnit(index, 1);
    QVERIFY(std::abs(sum / 10'000 - 0.5) < 0.0145);
    QVERIFY(spread(1, 1) != spread(1, 2));
    QVERIFY(spread(1, 1) != spread(2, 1));
}

FUOTADESK_TEST(NumberedIdTest);

} // namespace fuotadesk

#include "numberedidtest.moc"
