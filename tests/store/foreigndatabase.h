#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

namespace fuotadesk {

// Somebody else's SQLite file: one table, and a schema number. False when it was not made.
inline bool makeForeignDatabase(const QString& file, const QString& table, int schema)
{
    const auto name = QStringLiteral("maker");
    bool isMade = false;
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        other.setDatabaseName(file);
        isMade = other.open();
        QSqlQuery query(other);
        isMade = isMade && query.exec(QStringLiteral("CREATE TABLE %1 (x TEXT)").arg(table))
            && query.exec(QStringLiteral("PRAGMA user_version=%1").arg(schema));
    }
    QSqlDatabase::removeDatabase(name);
    return isMade;
}

} // namespace fuotadesk
