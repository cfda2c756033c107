#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace fuotadesk {

// The texts of the elements without children, by local name; where a name stands twice the first
// counts. Empty when it is no XML.
QMap<QString, QString> xmlLeaves(const QByteArray& xml);

} // namespace fuotadesk
