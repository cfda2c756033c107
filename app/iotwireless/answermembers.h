#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace fuotadesk {

// Members of a decoded answer (see restMembers), typed. What is missing is empty, unset or an
// invalid time.
QString textOf(const QJsonObject& object, const char* name);
QStringList textsOf(const QJsonObject& object, const char* name);
std::optional<qint64> numberOf(const QJsonObject& object, const char* name);
QList<qint64> numbersOf(const QJsonObject& object, const char* name);
std::optional<double> realOf(const QJsonObject& object, const char* name);
std::optional<bool> flagOf(const QJsonObject& object, const char* name);
QJsonObject objectOf(const QJsonObject& object, const char* name);
// Of a timestamp, or of a text that holds a time; UTC.
QDateTime timeOf(const QJsonObject& object, const char* name);

// Inserts what is set.
void put(QJsonObject& object, const char* name, const QString& text); // unless empty
void put(QJsonObject& object, const char* name, const std::optional<QString>& text);
void put(QJsonObject& object, const char* name, const std::optional<qint64>& number);
void put(QJsonObject& object, const char* name, const QDateTime& time); // unless invalid
void put(QJsonObject& object, const char* name, const QJsonObject& inner); // unless empty

} // namespace fuotadesk
