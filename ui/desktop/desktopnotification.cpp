#include "desktop/desktopnotification.h"

#ifdef QT_DBUS_LIB
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QVariantMap>
#else
#include <QGuiApplication>
#include <QSystemTrayIcon>
#endif

namespace fuotadesk {

#ifdef QT_DBUS_LIB

// Not a message of a tray icon: GNOME has no tray, yet it shows notifications.
void notifyDesktop(const QString& title, const QString& text)
{
    const auto service = QStringLiteral("org.freedesktop.Notifications");
    QDBusMessage call =
        QDBusMessage::createMethodCall(service, QStringLiteral("/org/freedesktop/Notifications"),
                                       service, QStringLiteral("Notify"));
    constexpr uint ReplacesNone = 0;
    constexpr int AsLongAsUsual = -1;
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral("fuotadesk")}};
    call << QStringLiteral("FUOTA Desk") << ReplacesNone << QStringLiteral("fuotadesk") << title
         << text << QStringList() << hints << AsLongAsUsual;
    QDBusConnection::sessionBus().asyncCall(call);
}

#else

void notifyDesktop(const QString& title, const QString& text)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    static QSystemTrayIcon icon(QGuiApplication::windowIcon());
    icon.show();
    icon.showMessage(title, text);
}

#endif

} // namespace fuotadesk
