#include "desktop/statusicon.h"

#include "desktop/palettetints.h"
#include "desktop/symbolicicon.h"

#include <QGuiApplication>

namespace fuotadesk {

QIcon statusIcon(TaskStatus status)
{
    const QPalette palette = QGuiApplication::palette();
    switch (status) {
    case TaskStatus::Pending:
        return symbolicIcon(QStringLiteral("pending"));
    case TaskStatus::SessionWaiting:
        return symbolicIcon(QStringLiteral("pending"), tintText(Tint::Running, palette));
    case TaskStatus::InSession:
        return symbolicIcon(QStringLiteral("running"), tintText(Tint::Running, palette));
    case TaskStatus::Done:
        return symbolicIcon(QStringLiteral("done"), tintText(Tint::Done, palette));
    case TaskStatus::DeleteWaiting:
        return symbolicIcon(QStringLiteral("delete"), tintText(Tint::Attention, palette));
    case TaskStatus::Unknown:
        break;
    }
    return symbolicIcon(QStringLiteral("help"));
}

} // namespace fuotadesk
