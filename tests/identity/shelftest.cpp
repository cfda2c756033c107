#include "identity/shelf.h"
#include "support/testcase.h"

namespace fuotadesk {

class ShelfTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void firstOneGoesWhenThereIsNoRoom();
    void takenOnesMakeRoom();
    void namesOfTakenOnesDoNotPileUp();
};

namespace {

QString name(int number)
{
    return QString::number(number);
}

} // namespace

void ShelfTest::firstOneGoesWhenThereIsNoRoom()
{
    Shelf<int> shelf(3);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(shelf.put(name(i), i), i);
    QCOMPARE(shelf.size(), std::size_t(3));
    QVERIFY(!shelf.find(name(1)));
    for (int i = 2; i < 5; ++i)
        QCOMPARE(*shelf.find(name(i)), i);
}

void ShelfTest::takenOnesMakeRoom()
{
    Shelf<int> shelf(2);
    shelf.put(name(0), 0);
    shelf.put(name(1), 1);
    QCOMPARE(shelf.take(name(1)), std::optional(1));
    QVERIFY(!shelf.take(name(1)));
    shelf.put(name(2), 2);
    QVERIFY(shelf.find(name(0)));
    QVERIFY(shelf.find(name(2)));
}

void ShelfTest::namesOfTakenOnesDoNotPileUp()
{
    Shelf<int> shelf(2);
    for (int i = 0; i < 1000; ++i) {
        shelf.put(name(i), i);
        QVERIFY(shelf.take(name(i)));
    }
    shelf.put(name(1000), 1);
    QVERIFY(shelf.find(name(1000)));
    QCOMPARE(shelf.size(), std::size_t(1));
}

FUOTADESK_TEST(ShelfTest);

} // namespace fuotadesk

#include "shelftest.moc"
