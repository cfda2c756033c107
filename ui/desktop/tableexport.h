#pragma once

#include "base/result.h"

#include <QModelIndex>
#include <QStringList>

class QAbstractItemModel;

namespace fuotadesk {

// The rows with these cells, in the order shown, tab-separated with a line end after each; tabs and
// line ends inside a cell become spaces. For the clipboard.
QString tabSeparated(const QModelIndexList& cells);
// The whole table with its headings, RFC 4180, UTF-8.
QByteArray commaSeparated(const QAbstractItemModel& model);
// One line of such a table.
QByteArray commaSeparatedLine(const QStringList& cells);
// Whole or not at all. Error: FileUnwritable. Blocks: for a worker.
Result<void> writeExport(const QString& file, const QByteArray& bytes);

} // namespace fuotadesk
