#include "base/call.h"

#include <QCoreApplication>
#include <QEvent>

namespace fuotadesk {

namespace {
const auto DeliverEvent = static_cast<QEvent::Type>(QEvent::registerEventType());
}

Call::Call(QObject* owner) : QObject(owner) { }

Call::~Call() = default;

void Call::cancel()
{
    if (m_settling)
        return;
    settleCancelled();
    if (const auto stop = std::exchange(m_stop, {}))
        stop();
}

bool Call::beginSettling()
{
    if (std::exchange(m_settling, true))
        return false;
    QCoreApplication::postEvent(this, new QEvent(DeliverEvent));
    return true;
}

bool Call::event(QEvent* event)
{
    if (event->type() != DeliverEvent)
        return QObject::event(event);
    m_stop = {};
    const QPointer<Call> alive(this);
    deliver();
    if (!alive)
        return true;
    Q_EMIT settled(QPrivateSignal());
    if (alive)
        deleteLater();
    return true;
}

} // namespace fuotadesk
