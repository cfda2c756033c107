#include "lorawan/fragmentcount.h"
#include "support/testcase.h"

namespace fuotadesk {

using lorawan::countFragments;
using lorawan::FragmentCount;

class FragmentCountTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void workedByHand_data();
    void workedByHand();
    void coversTheImageExactly();
    void staysExactForHugeImages();
};

void FragmentCountTest::workedByHand_data()
{
    QTest::addColumn<qint64>("image");
    QTest::addColumn<qint64>("fragment");
    QTest::addColumn<qint64>("redundancy");
    QTest::addColumn<qint64>("data");
    QTest::addColumn<qint64>("redundant");
    QTest::addColumn<qint64>("padding");
    const auto row = [](const char* name, qint64 image, qint64 fragment, qint64 redundancy,
                        qint64 data, qint64 redundant, qint64 padding) {
        QTest::newRow(name) << image << fragment << redundancy << data << redundant << padding;
    };
    row("API reference", 100, 10, 50, 10, 5, 0);
    row("100 KiB at 112", 102'400, 112, 20, 915, 183, 80);
    row("nothing", 0, 10, 50, 0, 0, 0);
    row("one byte", 1, 239, 0, 1, 0, 238);
    row("redundancy rounds up", 10, 10, 1, 1, 1, 0);
    row("no redundancy", 1000, 10, 0, 100, 0, 0);
    row("all of it again", 1000, 10, 100, 100, 100, 0);
    row("one byte over", 101, 10, 10, 11, 2, 9);
    row("one byte under", 99, 10, 10, 10, 1, 1);
    row("image smaller than a fragment", 5, 242, 100, 1, 1, 237);
    row("one byte each", 7, 1, 33, 7, 3, 0);
}

void FragmentCountTest::workedByHand()
{
    QFETCH(qint64, image);
    QFETCH(qint64, fragment);
    QFETCH(qint64, redundancy);
    QFETCH(qint64, data);
    QFETCH(qint64, redundant);
    QFETCH(qint64, padding);
    const FragmentCount count = countFragments(image, fragment, redundancy);
    QCOMPARE(qint64(count.data), data);
    QCOMPARE(qint64(count.redundant), redundant);
    QCOMPARE(qint64(count.paddingBytes), padding);
    QCOMPARE(qint64(count.total()), data + redundant);
}

void FragmentCountTest::coversTheImageExactly()
{
    for (qint64 image = 0; image <= 400; ++image) {
        for (qint64 fragment = 1; fragment <= 60; ++fragment) {
            const FragmentCount count = countFragments(image, fragment, 30);
            QCOMPARE(qint64(count.data * fragment - count.paddingBytes), image);
            QVERIFY(count.paddingBytes >= 0 && count.paddingBytes < fragment);
            QVERIFY(count.redundant * 100 >= count.data * 30);
            QVERIFY((count.redundant - 1) * 100 < count.data * 30);
        }
    }
}

void FragmentCountTest::staysExactForHugeImages()
{
    constexpr qint64 huge = (qint64(1) << 56) - 1;
    const FragmentCount count = countFragments(huge, 1, 100);
    QCOMPARE(qint64(count.data), huge);
    QCOMPARE(qint64(count.redundant), huge);
    QCOMPARE(qint64(countFragments(huge, 3, 99).redundant), qint64(23'779'006'032'516'219));
}

} // namespace fuotadesk

using fuotadesk::FragmentCountTest;
FUOTADESK_TEST(FragmentCountTest);
#include "fragmentcounttest.moc"
