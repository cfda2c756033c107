#include "desktop/chancecurve.h"

#include "support/testcase.h"

#include <cmath>

namespace fuotadesk {

namespace {

ChanceCurve threePoints()
{
    ChanceCurve curve;
    curve.title = QStringLiteral("Chance that a device succeeds");
    curve.xLabel = QStringLiteral("Loss (%)");
    curve.yLabel = QStringLiteral("Chance");
    curve.pointText = QStringLiteral("%1 % loss");
    curve.x = {0, 10, 20};
    curve.probability = {1, 0.992, 0.25};
    curve.standardError = {0, 0.0005, 0.01};
    return curve;
}

} // namespace

class ChanceCurveTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void chancesReadAsTheyAre_data();
    void chancesReadAsTheyAre();
    void thePresentLiesBetweenPoints();
    void outsideTheCurveThereIsNoPresent();
    void theNearestPointIsFound();
    void wordsTellRangePointsAndPresent();
    void numbersFollowTheLanguage();
    void csvIsForPrograms();
    void listsOfUnequalLengthAreCutToPoints();
};

void ChanceCurveTest::chancesReadAsTheyAre_data()
{
    QTest::addColumn<double>("probability");
    QTest::addColumn<double>("standardError");
    QTest::addColumn<QString>("text");
    QTest::newRow("usual") << 0.992 << 0.0005 << QStringLiteral("99.2 % ± 0.1 %");
    QTest::newRow("certain") << 1.0 << 0.0 << QStringLiteral("100 %");
    QTest::newRow("hopeless") << 0.0 << 0.0 << QStringLiteral("0 %");
    QTest::newRow("known exactly") << 0.5 << 0.0 << QStringLiteral("50.0 %");
    QTest::newRow("small error") << 0.5 << 1e-6 << QStringLiteral("50.0 % ± 0.1 %");
    QTest::newRow("nearly certain") << 0.9996 << 0.0001 << QStringLiteral("over 99.9 %");
    QTest::newRow("nearer") << 0.99996 << 0.0 << QStringLiteral("over 99.99 %");
    QTest::newRow("nearest") << 0.9999999 << 0.0 << QStringLiteral("over 99.999 %");
    QTest::newRow("nearly hopeless") << 1e-7 << 0.00009 << QStringLiteral("under 0.1 %");
}

void ChanceCurveTest::chancesReadAsTheyAre()
{
    QFETCH(double, probability);
    QFETCH(double, standardError);
    QTEST(chanceText({0, probability, standardError}, QLocale::c()), "text");
}

void ChanceCurveTest::thePresentLiesBetweenPoints()
{
    ChanceCurve curve = threePoints();
    curve.present = 15;
    const auto point = presentPoint(curve);
    QVERIFY(point);
    QCOMPARE(point->x, 15.0);
    QCOMPARE(point->probability, 0.621);
    QCOMPARE(point->standardError, 0.01);
    curve.present = 20;
    QCOMPARE(presentPoint(curve)->probability, 0.25);
    curve.present = 0;
    QCOMPARE(presentPoint(curve)->probability, 1.0);
}

void ChanceCurveTest::outsideTheCurveThereIsNoPresent()
{
    ChanceCurve curve = threePoints();
    QVERIFY(!presentPoint(curve));
    for (const double x : {-1.0, 20.5, std::nan("")}) {
        curve.present = x;
        QVERIFY(!presentPoint(curve));
        QVERIFY(presentInWords(curve, QLocale::c()).isEmpty());
    }
    curve = ChanceCurve();
    curve.present = 1;
    QVERIFY(!presentPoint(curve));
}

void ChanceCurveTest::theNearestPointIsFound()
{
    const ChanceCurve curve = threePoints();
    QCOMPARE(nearestPoint(curve, -5), 0);
    QCOMPARE(nearestPoint(curve, 4.9), 0);
    QCOMPARE(nearestPoint(curve, 5.1), 1);
    QCOMPARE(nearestPoint(curve, 10), 1);
    QCOMPARE(nearestPoint(curve, 99), 2);
}

void ChanceCurveTest::wordsTellRangePointsAndPresent()
{
    ChanceCurve curve = threePoints();
    curve.present = 10;
    curve.presentLabel = QStringLiteral("Planned");
    curve.refining = true;
    QCOMPARE(curveInWords(curve, QLocale::c()),
             QStringLiteral("Chance that a device succeeds\n"
                            "Loss (%) from 0 to 20\n"
                            "0 % loss: 100 %\n"
                            "10 % loss: 99.2 % ± 0.1 %\n"
                            "20 % loss: 25.0 % ± 2.0 %\n"
                            "Planned, 10 % loss: 99.2 % ± 0.1 %\n"
                            "Estimated; being refined"));
    QVERIFY(curveInWords(ChanceCurve(), QLocale::c()).isEmpty());
}

void ChanceCurveTest::numbersFollowTheLanguage()
{
    ChanceCurve curve = threePoints();
    curve.pointText.clear();
    curve.xLabel = QStringLiteral("Fragments");
    curve.x = {0, 1000.1 + 0.2, 200000};
    const QLocale german(QLocale::German, QLocale::Germany);
    QCOMPARE(pointInWords(curve, pointOf(curve, 1), german),
             QStringLiteral("Fragments 1.000,3: 99,2 % ± 0,1 %"));
    QCOMPARE(pointInWords(curve, pointOf(curve, 2), german),
             QStringLiteral("Fragments 200.000: 25,0 % ± 2,0 %"));
    curve.x[1] = 1000.5;
    QVERIFY(curveTabSeparated(curve, german).contains(QStringLiteral("\n1000,5\t0,992\t0,0005\n")));
}

void ChanceCurveTest::csvIsForPrograms()
{
    ChanceCurve curve = threePoints();
    curve.xLabel = QStringLiteral("Loss, \"assumed\"");
    QCOMPARE(curveCommaSeparated(curve),
             QByteArray("\"Loss, \"\"assumed\"\"\",\"Chance (0 to 1)\",\"Standard error\"\r\n"
                        "0,1,0\r\n10,0.992,0.0005\r\n20,0.25,0.01\r\n"));
}

void ChanceCurveTest::listsOfUnequalLengthAreCutToPoints()
{
    ChanceCurve curve = threePoints();
    curve.probability.removeLast();
    curve.standardError.clear();
    QCOMPARE(pointCount(curve), 2);
    QCOMPARE(pointOf(curve, 1).standardError, 0.0);
    QCOMPARE(nearestPoint(curve, 20), 1);
}

FUOTADESK_TEST(ChanceCurveTest);

} // namespace fuotadesk

#include "chancecurvetest.moc"
