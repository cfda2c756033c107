#include "desktop/chanceplot.h"

#include "desktop/chancelook.h"
#include "support/testcase.h"
#include "ui/chancebench.h"
#include "ui/find.h"

#include <QAccessible>
#include <QAction>
#include <QMenu>
#include <QToolButton>

namespace fuotadesk {

namespace {

class PaintCounter : public QObject {
public:
    int paints = 0;
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        paints += event->type() == QEvent::Paint || event->type() == QEvent::UpdateRequest;
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

class ChancePlotTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theDescriptionSaysWhatThePictureShows();
    void theLiveLabelKeepsItsTextForScreenReaders();
    void anEqualCurveIsNotPaintedAgain();
    void arrowsReadThePoints();
    void thePointReadStaysWhenTheCurveIsRefined();
    void hoveringReadsThePoints();
    void withoutPointsThePlaceholderStands();
    void theColorsFollowThePalette();
    void theBandIsOpaque();
    void axisTextsAreReadable_data();
    void axisTextsAreReadable();
    void theFontFollows();
    void aCurveOfOnePointIsShown();
    void theExportButtonIsReachedByKeyboard();
};

void ChancePlotTest::theDescriptionSaysWhatThePictureShows()
{
    Shown shown;
    auto* face = QAccessible::queryAccessibleInterface(&shown.plot);
    QCOMPARE(face->text(QAccessible::Name), lossCurve().title);
    QCOMPARE(face->text(QAccessible::Description), shown.plot.textAlternative());
    QVERIFY(shown.plot.textAlternative().startsWith(lossCurve().title));
    QVERIFY(shown.plot.textAlternative().contains(QStringLiteral("Loss (%) from 0 to 30")));
    QVERIFY(shown.plot.textAlternative().contains(QStringLiteral("Assumed, 10 % loss: 98.2 %")));
    QCOMPARE(shown.told(), QStringLiteral("Assumed, 10 % loss: 98.2 % ± 2.1 %"));
}

void ChancePlotTest::theLiveLabelKeepsItsTextForScreenReaders()
{
    Shown shown;
    for (QLabel* label : shown.plot.findChildren<QLabel*>())
        QCOMPARE(QAccessible::queryAccessibleInterface(label)->text(QAccessible::Name),
                 label->text());
}

void ChancePlotTest::anEqualCurveIsNotPaintedAgain()
{
    Shown shown;
    PaintCounter counter;
    for (QWidget* widget : shown.plot.findChildren<QWidget*>())
        widget->installEventFilter(&counter);
    shown.plot.installEventFilter(&counter);
    settled(shown.plot);
    counter.paints = 0;
    shown.plot.setCurve(lossCurve());
    for (int turn = 0; turn < 5; ++turn)
        QCoreApplication::processEvents();
    QCOMPARE(counter.paints, 0);
    shown.plot.setCurve(lossCurve(12));
    QTRY_VERIFY(counter.paints > 0);
}

void ChancePlotTest::arrowsReadThePoints()
{
    Shown shown;
    const QString present = shown.told();
    QTest::keyClick(&shown.plot, Qt::Key_Home);
    QCOMPARE(shown.told(), QStringLiteral("0 % loss: over 99.9 %"));
    QTest::keyClick(&shown.plot, Qt::Key_Left); // there is nothing before
    QCOMPARE(shown.plot.valueText(), QStringLiteral("0 % loss: over 99.9 %"));
    const QImage before = settled(shown.plot);
    for (int i = 0; i < 45; ++i)
        QTest::keyClick(&shown.plot, Qt::Key_Right);
    QCOMPARE(shown.told(), QStringLiteral("13.5 % loss: 62.2 % ± 6.9 %"));
    QCOMPARE(shown.plot.accessibleDescription(), shown.told());
    QVERIFY(settled(shown.plot) != before);
    QTest::keyClick(&shown.plot, Qt::Key_End);
    QVERIFY(shown.told().startsWith(QStringLiteral("30 % loss")));
    QTest::keyClick(&shown.plot, Qt::Key_Escape);
    QCOMPARE(shown.told(), present);
    QCOMPARE(shown.plot.accessibleDescription(), shown.plot.textAlternative());
    QTest::keyClick(&shown.plot, Qt::Key_Right); // begins where one is
    QVERIFY(shown.told().startsWith(QStringLiteral("9.9 % loss")));
}

void ChancePlotTest::thePointReadStaysWhenTheCurveIsRefined()
{
    Shown shown;
    QTest::keyClick(&shown.plot, Qt::Key_Right);
    ChanceCurve coarse = lossCurve();
    coarse.x = {0, 10, 20};
    coarse.probability = {1, 0.5, 0};
    coarse.standardError = {0, 0, 0};
    shown.plot.setCurve(coarse);
    QCOMPARE(shown.told(), QStringLiteral("10 % loss: 50.0 %"));
    shown.plot.setCurve(ChanceCurve());
    shown.plot.setCurve(lossCurve());
    QVERIFY(shown.told().startsWith(QStringLiteral("Assumed")));
}

void ChancePlotTest::hoveringReadsThePoints()
{
    Shown shown;
    const QString present = shown.told();
    QTest::mouseMove(&shown.canvas(), shown.canvas().rect().center());
    QTRY_VERIFY(shown.told() != present);
    QVERIFY(shown.told().contains(QStringLiteral("% loss: ")));
    QCOMPARE(shown.plot.accessibleDescription(), shown.plot.textAlternative());
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&shown.canvas(), &leave);
    QCOMPARE(shown.told(), present);
}

void ChancePlotTest::withoutPointsThePlaceholderStands()
{
    Shown shown{ChanceCurve()};
    shown.plot.setPlaceholder(QStringLiteral("Enter the image size."));
    QCOMPARE(shown.told(), QStringLiteral("Enter the image size."));
    QCOMPARE(shown.plot.accessibleDescription(), QStringLiteral("Enter the image size."));
    QVERIFY(!shown.plot.accessibleName().isEmpty());
    QVERIFY(!shown.canvas().isVisible());
    QVERIFY(!shown.plot.copyPictureAction()->isEnabled());
    QVERIFY(!shown.plot.saveAction()->isEnabled());
    QTest::keyClick(&shown.plot, Qt::Key_Right);
    QVERIFY(shown.plot.valueText().isEmpty());
    shown.plot.setCurve(lossCurve());
    QVERIFY(shown.canvas().isVisible());
    QVERIFY(shown.plot.saveAction()->isEnabled());
}

void ChancePlotTest::theColorsFollowThePalette()
{
    Shown shown;
    const QImage light = settled(shown.canvas());
    shown.plot.setPalette(darkPalette());
    const QImage dark = settled(shown.canvas());
    QVERIFY(light.pixelColor(0, 0).lightness() > 200);
    QCOMPARE(dark.pixelColor(0, 0), darkPalette().color(QPalette::Window));
    const QPoint between(light.width() * 3 / 4, light.height() / 4); // free of curve and grid
    QCOMPARE(dark.pixelColor(between), darkPalette().color(QPalette::Base));
}

// What Qt fills with a transparent colour it shares out among threads and waits for.
void ChancePlotTest::theBandIsOpaque()
{
    const ChanceLook look = chanceLook(darkPalette());
    QCOMPARE(look.band.alpha(), 255);
    QVERIFY(look.band != look.base);
    QVERIFY(contrastRatio(look.curve, look.band) > 1.5);
}

void ChancePlotTest::axisTextsAreReadable_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << palette(QColor(0xef, 0xef, 0xef), Qt::white,
                                      QColor(0x30, 0x8c, 0xc6));
    QTest::newRow("dark") << darkPalette();
    QPalette highContrast = palette(Qt::black, Qt::black, Qt::yellow);
    highContrast.setColor(QPalette::Window, Qt::black);
    QTest::newRow("high contrast") << highContrast;
}

void ChancePlotTest::axisTextsAreReadable()
{
    QFETCH(QPalette, palette);
    Shown shown;
    shown.plot.setPalette(palette);
    const QImage picture = settled(shown.canvas());
    const int labels = shown.plot.fontMetrics().horizontalAdvance(QStringLiteral("00"));
    const QRect beside(0, picture.height() / 4, labels, picture.height() / 2);
    const QRect below(picture.width() / 2, picture.height() - 16, picture.width() / 2, 16);
    QVERIFY2(greatestContrast(picture.copy(beside)) >= 4.5,
             qPrintable(QString::number(greatestContrast(picture.copy(beside)))));
    QVERIFY2(greatestContrast(picture.copy(below)) >= 4.5,
             qPrintable(QString::number(greatestContrast(picture.copy(below)))));
    const QRect plotted(picture.width() / 2, picture.height() / 3, picture.width() / 4,
                        picture.height() / 3);
    QVERIFY(greatestContrast(picture.copy(plotted)) >= 3);
}

void ChancePlotTest::theFontFollows()
{
    Shown shown;
    const QImage before = settled(shown.canvas());
    QFont larger = shown.plot.font();
    larger.setPointSizeF(larger.pointSizeF() * 1.5);
    shown.plot.setFont(larger);
    QVERIFY(settled(shown.canvas()) != before);
}

void ChancePlotTest::aCurveOfOnePointIsShown()
{
    ChanceCurve curve = lossCurve();
    curve.x = {10};
    curve.probability = {0.7};
    curve.standardError = {0.01};
    Shown shown(curve);
    QCOMPARE(shown.told(), QStringLiteral("Assumed, 10 % loss: 70.0 % ± 2.0 %"));
    QTest::keyClick(&shown.plot, Qt::Key_Right);
    QCOMPARE(shown.told(), QStringLiteral("10 % loss: 70.0 % ± 2.0 %"));
}

void ChancePlotTest::theExportButtonIsReachedByKeyboard()
{
    Shown shown;
    shown.plot.setFocus();
    QTRY_VERIFY(shown.plot.hasFocus());
    auto* button = find<QToolButton>(shown.plot, "Export");
    QVERIFY(button);
    QTest::keyClick(&shown.plot, Qt::Key_Tab);
    QVERIFY(button->hasFocus());
    QCOMPARE(button->menu()->actions(),
             (QList{shown.plot.copyPictureAction(), shown.plot.copyDataAction(),
                    shown.plot.saveAction()}));
    for (const QAction* action : button->menu()->actions())
        QVERIFY(action->isEnabled());
}

FUOTADESK_TEST(ChancePlotTest);

} // namespace fuotadesk

#include "chanceplottest.moc"
