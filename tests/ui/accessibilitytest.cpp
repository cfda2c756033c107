#include "desktop/activitypage.h"
#include "desktop/connectiondialog.h"
#include "desktop/connectionsdialog.h"
#include "desktop/devicespage.h"
#include "desktop/groupspage.h"
#include "desktop/mainwindow.h"
#include "desktop/taskeditor.h"
#include "desktop/templatespage.h"
#include "support/testcase.h"
#include "ui/deskbench.h"
#include "ui/find.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QPushButton>

namespace fuotadesk {

class AccessibilityTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyFocusableWidgetHasAName();
    void dialogsToo_data();
    void dialogsToo();
};

namespace {

bool isReachable(const QWidget& widget)
{
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) != 0;
}

// A name as assistive technology hears it; the parts of a spin or combo box answer for their whole.
QString nameOf(QWidget* widget)
{
    const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
    const QString name = face ? face->text(QAccessible::Name) : QString();
    return name.isEmpty() && widget->focusProxy() == nullptr ? widget->accessibleName() : name;
}

QStringList namelessOf(const QWidget& window)
{
    QStringList nameless;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        const bool isPart = widget->objectName().startsWith(QStringLiteral("qt_"));
        const bool isPartOfField = widget->parentWidget()
            && widget->parentWidget()->focusProxy() == nullptr
            && (widget->parentWidget()->inherits("QComboBox")
                || widget->parentWidget()->inherits("QAbstractSpinBox"));
        if (!isReachable(*widget) || isPart || isPartOfField || !nameOf(widget).isEmpty())
            continue;
        nameless << QStringLiteral("%1 in %2")
                        .arg(
                            QString::fromLatin1(widget->metaObject()->className()),
                            QString::fromLatin1(widget->parentWidget()->metaObject()->className()));
    }
    return nameless;
}

} // namespace

void AccessibilityTest::everyFocusableWidgetHasAName()
{
    DeskBench desk;
    desk.addTask(QStringLiteral("meter"));
    MainWindow window(desk.bench());
    window.show();
    window.activateWindow();
    window.start(sandboxConnection().id);
    QTRY_VERIFY(desk.desk.session.isReady());
    QTRY_COMPARE(desk.tasks.rows().size(), 1);
    QCOMPARE(namelessOf(window).join(u'\n'), QString());
    QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(window.findChild<DevicesPage*>());
    QCOMPARE(namelessOf(window).join(u'\n'), QString());
    QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(window.findChild<GroupsPage*>());
    QCOMPARE(namelessOf(window).join(u'\n'), QString());
    QTest::keyClick(&window, Qt::Key_4, Qt::ControlModifier);
    QTRY_VERIFY(window.findChild<TemplatesPage*>());
    QCOMPARE(namelessOf(window).join(u'\n'), QString());
    QTest::keyClick(&window, Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY(window.findChild<ActivityPage*>());
    QCOMPARE(namelessOf(window).join(u'\n'), QString());
    QTest::mouseClick(find<QPushButton>(window, "New task"), Qt::LeftButton);
    QTRY_VERIFY(window.findChild<TaskEditor*>()->isVisible());
    QCOMPARE(namelessOf(window).join(u'\n'), QString());
}

void AccessibilityTest::dialogsToo_data()
{
    QTest::addColumn<int>("purpose");
    QTest::newRow("new") << static_cast<int>(ConnectionDialog::Purpose::New);
    QTest::newRow("edit") << static_cast<int>(ConnectionDialog::Purpose::Edit);
    QTest::newRow("keys") << static_cast<int>(ConnectionDialog::Purpose::SessionKeys);
}

void AccessibilityTest::dialogsToo()
{
    QFETCH(int, purpose);
    DeskBench desk;
    ConnectionDialog dialog(desk.desk.session, Connection(),
                            static_cast<ConnectionDialog::Purpose>(purpose));
    dialog.open();
    QCOMPARE(namelessOf(dialog).join(u'\n'), QString());
    ConnectionsDialog list(desk.desk.session);
    list.open();
    QCOMPARE(namelessOf(list).join(u'\n'), QString());
}

FUOTADESK_TEST(AccessibilityTest);

} // namespace fuotadesk

#include "accessibilitytest.moc"
