#include "desktop/placeholdertint.h"
#include "support/testcase.h"

#include <QLineEdit>

#include <memory>

namespace fuotadesk {

class PlaceholderTintTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void readableHintsAreLeftAlone();
    void darkOnDarkIsMended();
    void themeThatChangesIsFollowed();

private:
    static QColor hint() { return QLineEdit().palette().color(QPalette::PlaceholderText); }

    std::unique_ptr<PlaceholderTint> m_tint;
};

namespace {

// A dark theme whose hints are those of a light one.
QPalette carelessTheme()
{
    QPalette palette;
    palette.setColor(QPalette::Base, QColor(20, 22, 24));
    palette.setColor(QPalette::Text, Qt::white);
    palette.setColor(QPalette::PlaceholderText, QColor(0, 0, 0, 128));
    return palette;
}

} // namespace

void PlaceholderTintTest::cleanup()
{
    m_tint.reset();
    QApplication::setPalette(QPalette());
}

void PlaceholderTintTest::readableHintsAreLeftAlone()
{
    const QColor before = hint();
    m_tint = std::make_unique<PlaceholderTint>(*qApp);
    QCOMPARE(hint(), before);
}

void PlaceholderTintTest::darkOnDarkIsMended()
{
    QApplication::setPalette(carelessTheme());
    m_tint = std::make_unique<PlaceholderTint>(*qApp);
    QCOMPARE(hint().rgb(), QColor(Qt::white).rgb());
    QVERIFY(hint().alpha() > 128);
    QCOMPARE(QLineEdit().palette().color(QPalette::Base), carelessTheme().color(QPalette::Base));
}

void PlaceholderTintTest::themeThatChangesIsFollowed()
{
    m_tint = std::make_unique<PlaceholderTint>(*qApp);
    QApplication::setPalette(carelessTheme());
    QTRY_COMPARE(hint().rgb(), QColor(Qt::white).rgb());
}

FUOTADESK_TEST(PlaceholderTintTest);

} // namespace fuotadesk

#include "placeholdertinttest.moc"
