#pragma once

#include "base/result.h"

class QSqlDatabase;
class QSqlError;

namespace fuotadesk {

inline constexpr int JournalSchema = 1;

// An open connection, made ready for the journal: durable, and with our tables, made in an empty
// file. A file that holds anything else is left as it is. Errors: JournalUnavailable (see
// journalError; also code "foreign"), FileTooNew (detail is the schema number).
Result<void> prepareJournal(QSqlDatabase& database);

// JournalUnavailable; code is "busy", "disk-full", "damaged", "unopenable" or "sqlite-N", detail
// SQLite's text.
Error journalError(const QSqlError& error);

} // namespace fuotadesk
