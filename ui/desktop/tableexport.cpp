#include "desktop/tableexport.h"

#include <QAbstractItemModel>
#include <QSaveFile>
#include <QStringList>

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

QByteArray commaSeparated(const QAbstractItemModel& model)
{
    QStringList headings;
    for (int column = 0; column < model.columnCount(); ++column)
        headings << quoted(model.headerData(column, Qt::Horizontal).toString());
    QString text = headings.join(u',') + QStringLiteral("\r\n");
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList texts;
        for (int column = 0; column < model.columnCount(); ++column)
            texts << quoted(cellText(model, row, column));
        text += texts.join(u',') + QStringLiteral("\r\n");
    }
    return text.toUtf8();
}

Result<void> writeExport(const QString& file, const QByteArray& bytes)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        return failure(ErrorKind::FileUnwritable, {}, out.errorString());
    return {};
}

} // namespace fuotadesk
