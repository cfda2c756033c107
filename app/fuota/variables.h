#pragma once

#include "fuota/taskdraft.h"

#include <QMap>
#include <QStringList>

namespace fuotadesk {

// "${version}" in any text of a task. A name is a letter or "_" and then letters, digits, "_" and
// "-". Each name once, in the order of the fields.
QStringList variablesIn(const TaskDraft& task);

// The same of one text.
QStringList variablesIn(const QString& text);

// Variables that values does not name stay as they are. What is put in is not read again.
TaskDraft withVariables(const TaskDraft& task, const QMap<QString, QString>& values);
QString withVariables(const QString& text, const QMap<QString, QString>& values);

// The one built-in variable, "${date}": the day as 2026-11-23.
QString dateVariable();

} // namespace fuotadesk
