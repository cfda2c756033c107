#pragma once

#include <QAbstractButton>
#include <QWidget>

namespace fuotadesk {

// The widget people know by that name: a button by its words, everything else by its accessible
// name. Null when there is none.
template <typename T>
T* find(const QWidget& window, const char* name)
{
    const QString wanted = QString::fromUtf8(name);
    for (T* each : window.findChildren<T*>()) {
        QString known = each->accessibleName();
        if (const auto* button = qobject_cast<const QAbstractButton*>(each);
            button && known.isEmpty())
            known = button->text().remove(u'&');
        if (known == wanted)
            return each;
    }
    return nullptr;
}

} // namespace fuotadesk
