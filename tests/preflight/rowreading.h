#pragma once

#include "preflight/checkrow.h"

#include <QStringList>

#include <algorithm>

namespace fuotadesk {

// "image-size failed too-large": a row as tests compare it.
inline QString readRow(const CheckRow& row)
{
    return QStringList{checkSubjectName(row.subject), checkOutcomeName(row.outcome), row.reason}
        .join(u' ')
        .trimmed();
}

inline QStringList readRows(const QList<CheckRow>& rows)
{
    QStringList words;
    for (const CheckRow& row : rows)
        words.append(readRow(row));
    return words;
}

inline CheckRow rowOf(const QList<CheckRow>& rows, CheckSubject subject)
{
    const auto found = std::ranges::find(rows, subject, &CheckRow::subject);
    return found == rows.end() ? CheckRow() : *found;
}

inline Error errorOf(ErrorKind kind, const QString& code = {})
{
    Error error;
    error.kind = kind;
    error.code = code;
    return error;
}

} // namespace fuotadesk
