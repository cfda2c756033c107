#include "desktop/palettetints.h"

#include "support/testcase.h"

namespace fuotadesk {

class PaletteTintsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfTheGuideline();
    void everyTintIsReadable_data();
    void everyTintIsReadable();
};

void PaletteTintsTest::contrastIsThatOfTheGuideline()
{
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
    // The grey the guideline's authors name as the lightest that passes on white.
    QVERIFY(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) >= 4.5);
    QVERIFY(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) < 4.5);
}

void PaletteTintsTest::everyTintIsReadable_data()
{
    QTest::addColumn<QColor>("window");
    QTest::addColumn<QColor>("base");
    QTest::addColumn<QColor>("highlight");
    QTest::newRow("light") << QColor(0xef, 0xef, 0xef) << QColor(Qt::white)
                           << QColor(0x30, 0x8c, 0xc6);
    QTest::newRow("dark") << QColor(0x2a, 0x2e, 0x32) << QColor(0x1b, 0x1e, 0x20)
                          << QColor(0x3d, 0xae, 0xe9);
    QTest::newRow("high contrast") << QColor(Qt::black) << QColor(Qt::black) << QColor(Qt::yellow);
    QTest::newRow("grey highlight")
        << QColor(0xf6, 0xf5, 0xf4) << QColor(Qt::white) << QColor(0x80, 0x80, 0x80);
}

void PaletteTintsTest::everyTintIsReadable()
{
    QFETCH(QColor, window);
    QFETCH(QColor, base);
    QFETCH(QColor, highlight);
    QPalette palette(window);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::Highlight, highlight);
    for (const Tint tint : {Tint::Done, Tint::Running, Tint::Attention, Tint::Failed}) {
        const QColor text = tintText(tint, palette);
        QVERIFY2(contrastRatio(text, base) >= 4.5, qPrintable(text.name()));
        QVERIFY2(contrastRatio(text, window) >= 4.5, qPrintable(text.name()));
        const QColor background = tintBackground(tint, palette);
        QVERIFY2(contrastRatio(palette.color(QPalette::WindowText), background) >= 4.5,
                 qPrintable(background.name()));
    }
}

FUOTADESK_TEST(PaletteTintsTest);

} // namespace fuotadesk

#include "palettetintstest.moc"
