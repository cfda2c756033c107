#include "iotwireless/loglevel.h"

namespace fuotadesk {

LogLevel logLevelFromText(const QString& text)
{
    for (const LogLevel level : {LogLevel::Info, LogLevel::Error, LogLevel::Disabled})
        if (text == logLevelText(level))
            return level;
    return LogLevel::Unknown;
}

QString logLevelText(LogLevel level)
{
    switch (level) {
    case LogLevel::Info:
        return QStringLiteral("INFO");
    case LogLevel::Error:
        return QStringLiteral("ERROR");
    case LogLevel::Disabled:
        return QStringLiteral("DISABLED");
    case LogLevel::Unknown:
        break;
    }
    return {};
}

} // namespace fuotadesk
