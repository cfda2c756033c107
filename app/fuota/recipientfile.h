#pragma once

#include "base/result.h"
#include "fuota/recipientcolumns.h"

#include <QHash>
#include <QList>

namespace fuotadesk {

inline constexpr qint64 LargestRecipientBytes = qint64{64} * 1024 * 1024;
inline constexpr qint64 MostRecipientLines = 1'000'000;
inline constexpr qsizetype LongestRecipientText = 256; // as the API bounds names and ids

// One device as somebody has written it down.
struct RecipientEntry {
    qint64 line = 0; // from 1
    QString text; // as in RecipientText
    RecipientForm form = RecipientForm::Name;

    friend bool operator==(const RecipientEntry&, const RecipientEntry&) = default;
};

enum class RecipientFault {
    Empty, // nothing stands where the device should be told
    ColumnMissing, // the row ends before it
    TooLong, // over 256 characters
    NotText, // bytes that are no UTF-8, or control characters
    SpreadsheetNumber, // 7,07E+15: a spreadsheet took the EUI for a number; its digits are lost
    QuoteUnclosed,
    TextAfterQuote,
    Duplicate, // of the entry in otherLine
};

struct RecipientProblem {
    qint64 line = 0;
    RecipientFault fault = RecipientFault::Empty;
    qint64 otherLine = 0;

    friend bool operator==(const RecipientProblem&, const RecipientProblem&) = default;
};

// Who shall receive, as read from a list or a table; no text stands in it twice.
struct RecipientFile {
    QList<RecipientEntry> entries; // in the order of their lines
    QList<RecipientProblem> problems; // likewise; their lines gave no entry
    QHash<QString, qsizetype> byText; // where an entry stands in entries

    // Where it stands in entries; -1 where it does not.
    qsizetype indexOf(RecipientForm form, const QString& text) const;
};

// Reads UTF-8 (or UTF-16 with its mark): one device a line, or a table as RecipientColumns has it,
// of commas, semicolons or tabs. Takes seconds for the largest: for a worker. Error: FileTooLarge
// (code "bytes" or "lines", detail the limit).
Result<RecipientFile> readRecipients(const QByteArray& bytes);

} // namespace fuotadesk
