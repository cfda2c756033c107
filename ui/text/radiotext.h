#pragma once

#include <QString>

#include <optional>

namespace fuotadesk {

// Figures of radio settings as they are read out.
QString dataRateText(qint64 dataRate); // "DR3"
QString frequencyText(qint64 hertz); // "869.525 MHz"
// "Not set" for what the service leaves open. pattern: "%1 s".
QString textOrUnset(const QString& text);
QString figureOrUnset(const std::optional<qint64>& figure,
                      const QString& pattern = QStringLiteral("%1"));

} // namespace fuotadesk
