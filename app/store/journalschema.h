#pragma once

#include "base/result.h"

#include <QStringList>

class QSqlDatabase;
class QSqlError;

namespace fuotadesk {

// What tells one journal from the other.
struct JournalLayout {
    QString fileName;
    QString ownersFolder; // beside the file, and no other file's
    int schema = 1; // in user_version
    QStringList creation; // makes the tables in an empty file
    QStringList probes; // queries of all columns; they can be prepared when the tables are ours
    // With one value: the time, in milliseconds since 1970, that is long ago. Empty: forgets
    // nothing.
    QString forgetting;
};

// An open connection, made ready for the journal: durable, and with our tables, made in an empty
// file. A file that holds anything else is left as it is. Errors: JournalUnavailable (see
// journalError; also code "foreign"), FileTooNew (detail is the schema number).
Result<void> prepareJournal(QSqlDatabase& database, const JournalLayout& layout);

// JournalUnavailable; code is "busy", "disk-full", "damaged", "unopenable" or "sqlite-N", detail
// SQLite's text.
Error journalError(const QSqlError& error);
Error journalUnavailable(const char* code, const QString& detail);

} // namespace fuotadesk
