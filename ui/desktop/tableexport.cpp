#include "desktop/tableexport.h"

#include <QAbstractItemModel>
#include <QSaveFile>

#include <set>

namespace fuotadesk {

namespace {

QString cellText(const QAbstractItemModel& model, int row, int column)
{
    return model.index(row, column).data(Qt::DisplayRole).toString();
}

QString quoted(QString text)
{
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString flat(QString text)
{
    for (const QChar separator : {u'\t', u'\n', u'\r'})
        text.replace(separator, u' ');
    return text;
}

} // namespace

QString tabSeparated(const QModelIndexList& cells)
{
    if (cells.isEmpty())
        return {};
    const QAbstractItemModel& model = *cells.first().model();
    std::set<int> rows;
    for (const QModelIndex& cell : cells)
        rows.insert(cell.row());
    QString text;
    for (const int row : rows) {
        QStringList texts;
        for (int column = 0; column < model.columnCount(); ++column)
            texts << flat(cellText(model, row, column));
        text += texts.join(u'\t') + u'\n';
    }
    return text;
}

QByteArray commaSeparatedLine(const QStringList& cells)
{
    QStringList texts;
    for (const QString& cell : cells)
        texts << quoted(cell);
    return texts.join(u',').toUtf8() + "\r\n";
}

QByteArray commaSeparated(const QAbstractItemModel& model)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells << model.headerData(column, Qt::Horizontal).toString();
    QByteArray text = commaSeparatedLine(cells);
    for (int row = 0; row < model.rowCount(); ++row) {
        cells.clear();
        for (int column = 0; column < model.columnCount(); ++column)
            cells << cellText(model, row, column);
        text += commaSeparatedLine(cells);
    }
    return text;
}

Result<void> writeExport(const QString& file, const QByteArray& bytes)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        return failure(ErrorKind::FileUnwritable, {}, out.errorString());
    return {};
}

} // namespace fuotadesk
