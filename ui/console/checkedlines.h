#pragma once

#include "campaign/recipientlookup.h"

#include <QJsonObject>

namespace fuotadesk {

// What became of a device that a file names. word: found, unknown, duplicate, ambiguous, faulty,
// or failed where it could not be looked up.
struct CheckedLine {
    qint64 line = 0;
    QString word;
    QString text; // as it is looked up; empty where faulty
    std::optional<RecipientDevice> device;
    QString reason; // and what to do about it; empty where found

    friend bool operator==(const CheckedLine&, const CheckedLine&) = default;
};

// In the order of the file. The lookup has ended.
QList<CheckedLine> checkedLines(const RecipientFile& file, const RecipientLookup& lookup);
// Line number, word, text, id, DevEUI and name, or instead of those three the reason; tabs between.
QString checkedLinesText(const QList<CheckedLine>& lines);
QJsonObject checkedLinesJson(const QList<CheckedLine>& lines);

} // namespace fuotadesk
