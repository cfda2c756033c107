#include "desktop/boundedaccess.h"

#include "support/testcase.h"

#include <QAccessible>
#include <QLabel>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>

#include <memory>

namespace fuotadesk {

class BoundedAccessTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { boundAccessibleChildren(); }
    void aChildThatHasGoneIsNone_data();
    void aChildThatHasGoneIsNone();
    void contentIsStillFound();
    void otherViewsKeepTheirOwn();
};

namespace {

using Make = std::shared_ptr<QWidget> (*)();

template <typename Widget>
std::shared_ptr<QWidget> make()
{
    return std::make_shared<Widget>();
}

} // namespace

void BoundedAccessTest::aChildThatHasGoneIsNone_data()
{
    QTest::addColumn<Make>("make");
    QTest::addColumn<QAccessible::Role>("role");
    QTest::newRow("main window") << Make(make<QMainWindow>) << QAccessible::Window;
    QTest::newRow("scroll area") << Make(make<QScrollArea>) << QAccessible::Client;
    QTest::newRow("any scroll area") << Make(make<QAbstractScrollArea>) << QAccessible::Client;
}

void BoundedAccessTest::aChildThatHasGoneIsNone()
{
    QFETCH(Make, make);
    QFETCH(QAccessible::Role, role);
    const auto widget = make();
    auto* access = QAccessible::queryAccessibleInterface(widget.get());
    QVERIFY(access);
    QCOMPARE(access->role(), role);
    QVERIFY(!access->child(access->childCount()));
    QVERIFY(!access->child(100));
    QVERIFY(!access->child(-1));
}

void BoundedAccessTest::contentIsStillFound()
{
    QScrollArea area;
    auto* label = new QLabel(QStringLiteral("915 fragments"));
    area.setWidget(label);
    auto* access = QAccessible::queryAccessibleInterface(&area);
    auto* viewport = QAccessible::queryAccessibleInterface(area.viewport());
    QVERIFY(access->indexOfChild(viewport) >= 0);
    QCOMPARE(access->child(access->indexOfChild(viewport)), viewport);
    QCOMPARE(viewport->child(0), QAccessible::queryAccessibleInterface(label));
    QCOMPARE(viewport->parent(), access);
    // A bar that is not shown is there, and says that it is not seen.
    auto* bar = QAccessible::queryAccessibleInterface(area.horizontalScrollBar());
    QVERIFY(bar->state().invisible);
}

void BoundedAccessTest::otherViewsKeepTheirOwn()
{
    QPlainTextEdit text;
    QVERIFY(QAccessible::queryAccessibleInterface(&text)->textInterface());
    QTableView table;
    QVERIFY(QAccessible::queryAccessibleInterface(&table)->tableInterface());
}

} // namespace fuotadesk

using fuotadesk::BoundedAccessTest;
FUOTADESK_TEST(BoundedAccessTest);
#include "boundedaccesstest.moc"
