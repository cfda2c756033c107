#include "desktop/objectcells.h"

#include "desktop/symbolicicon.h"
#include "text/numbertext.h"

#include <QCoreApplication>

namespace fuotadesk {

namespace {

struct ObjectCells {
    Q_DECLARE_TR_FUNCTIONS(ObjectCells)
};

QString cellText(const S3Object& object, int column, qsizetype hidden)
{
    switch (column) {
    case SizeColumn:
        return bytesText(object.size);
    case ModifiedColumn:
        return localTimeText(object.modifiedAt);
    default:
        return object.key.mid(hidden);
    }
}

} // namespace

QVariant objectCell(const S3Object& object, int column, int role, qsizetype hidden)
{
    switch (role) {
    case Qt::DisplayRole:
        return cellText(object, column, hidden);
    case Qt::DecorationRole:
        return column == NameColumn ? symbolicIcon(QStringLiteral("file")) : QVariant();
    case Qt::ToolTipRole:
        return column == ModifiedColumn ? utcTimeText(object.modifiedAt) : object.key;
    case Qt::TextAlignmentRole:
        return column == SizeColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

QVariant objectHeader(int column, int role)
{
    if (role == Qt::TextAlignmentRole && column == SizeColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case SizeColumn:
        return ObjectCells::tr("Size");
    case ModifiedColumn:
        return ObjectCells::tr("Modified");
    default:
        return ObjectCells::tr("Name");
    }
}

} // namespace fuotadesk
