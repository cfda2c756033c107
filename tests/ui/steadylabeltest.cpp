#include "desktop/steadylabel.h"

#include "support/testcase.h"

#include <QAccessible>
#include <QLabel>
#include <QVBoxLayout>

namespace fuotadesk {

namespace {

class Counter : public QObject {
public:
    Counter(QObject* watched, QEvent::Type type) : m_type(type)
    {
        watched->installEventFilter(this);
    }

    int count = 0;

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        count += event->type() == m_type;
        return false;
    }

private:
    QEvent::Type m_type;
};

struct Window : QWidget {
    Window()
    {
        auto* column = new QVBoxLayout(this);
        column->addWidget(label);
        column->addStretch(1);
        label->setText(QStringLiteral("915 data + 183 redundant"));
        resize(300, 200);
        show();
        settle();
    }

    static void settle()
    {
        for (int turn = 0; turn < 5; ++turn)
            QCoreApplication::processEvents();
    }

    SteadyLabel* label = new SteadyLabel(SteadyLabel::Selection::Keyboard, this);
};

} // namespace

class SteadyLabelTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aTextAsHighLaysNothingOut();
    void aHigherTextGetsItsRoom();
    void aNewTextIsPaintedOnce();
    void nothingToSayTakesNoRoom();
    void aLargerFontGetsItsRoom();
    void screenReadersGetTheText();
};

void SteadyLabelTest::aTextAsHighLaysNothingOut()
{
    Window window;
    const Counter layouts(&window, QEvent::LayoutRequest);
    for (int redundant = 184; redundant < 200; ++redundant) {
        window.label->setText(QStringLiteral("915 data + %1 redundant").arg(redundant));
        window.settle();
    }
    QCOMPARE(layouts.count, 0);
    QCOMPARE(window.findChild<QLabel*>()->text(), QStringLiteral("915 data + 199 redundant"));
}

void SteadyLabelTest::aHigherTextGetsItsRoom()
{
    Window window;
    const int oneLine = window.label->height();
    window.label->setText(QStringLiteral("a text that is too long for one line, ").repeated(3));
    QTRY_VERIFY(window.label->height() > oneLine);
    QCOMPARE(window.label->height(), window.label->heightForWidth(window.label->width()));
    QCOMPARE(window.findChild<QLabel*>()->size(), window.label->size());
    window.label->setText(QStringLiteral("short"));
    QTRY_COMPARE(window.label->height(), oneLine);
}

void SteadyLabelTest::aNewTextIsPaintedOnce()
{
    Window window;
    const Counter paintings(window.findChild<QLabel*>(), QEvent::Paint);
    window.label->setText(QStringLiteral("915 data + 184 redundant"));
    window.settle();
    QCOMPARE(paintings.count, 1);
}

void SteadyLabelTest::nothingToSayTakesNoRoom()
{
    Window window;
    window.label->showText({});
    QVERIFY(window.label->isHidden());
    window.label->showText(QStringLiteral("one line\nand another"));
    QVERIFY(window.label->isVisible());
    QTRY_COMPARE(window.label->height(), window.label->heightForWidth(window.label->width()));
}

void SteadyLabelTest::aLargerFontGetsItsRoom()
{
    Window window;
    const int before = window.label->height();
    QFont larger = window.label->font();
    larger.setPointSizeF(larger.pointSizeF() * 2);
    window.label->setFont(larger);
    QTRY_VERIFY(window.label->height() >= before * 3 / 2);
}

void SteadyLabelTest::screenReadersGetTheText()
{
    Window window;
    const auto* face = QAccessible::queryAccessibleInterface(window.findChild<QLabel*>());
    QCOMPARE(face->text(QAccessible::Name), window.label->text());
}

} // namespace fuotadesk

using fuotadesk::SteadyLabelTest;
FUOTADESK_TEST(SteadyLabelTest);
#include "steadylabeltest.moc"
