#include "desktop/boundedaccess.h"

#include <QAccessibleWidget>
#include <QWidget>

namespace fuotadesk {

namespace {

// Asked class by class, the most derived first: item views and texts have had their own by then.
QAccessibleInterface* makeBounded(const QString& className, QObject* object)
{
    if (className == u"QMainWindow")
        return new QAccessibleWidget(qobject_cast<QWidget*>(object), QAccessible::Window);
    if (className == u"QScrollArea" || className == u"QAbstractScrollArea")
        return new QAccessibleWidget(qobject_cast<QWidget*>(object), QAccessible::Client);
    return nullptr;
}

} // namespace

void boundAccessibleChildren()
{
    QAccessible::installFactory(makeBounded);
}

} // namespace fuotadesk
