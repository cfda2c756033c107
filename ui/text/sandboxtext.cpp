#include "text/sandboxtext.h"

#include <QCoreApplication>
#include <QLocale>

namespace fuotadesk {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("SandboxText", text);
}

} // namespace

QString speedText(double speed)
{
    QLocale plain;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    return plain.toString(speed, 'f', QLocale::FloatingPointShortest);
}

QString simulatedTimeText(double speed, bool isPaused)
{
    return isPaused ? tr("Simulated time paused") : tr("Simulated time ×%1").arg(speedText(speed));
}

QString faultComplaint(const Error& error)
{
    if (error.detail.isEmpty())
        return tr("There is no operation “%1”. Write it as the API does, as GetFuotaTask.")
            .arg(error.code);
    return tr("In “%1”, “%2” is wrong. A fault is KIND=VALUE or KIND=VALUE:OPERATION, its chance "
              "from 0 to 1, its latency as 200ms or 1.5s.")
        .arg(error.detail, error.code);
}

} // namespace fuotadesk
