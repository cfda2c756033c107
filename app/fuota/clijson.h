#pragma once

#include "fuota/template.h"

namespace fuotadesk {

// The document of `aws iotwireless create-fuota-task --cli-input-json`. Reading treats the fillers
// of
// --generate-cli-skeleton ("" and 0 where the model forbids them, an empty tag) as unset.
bool looksLikeCliJson(const QJsonObject& object);
Result<Template> templateFromCliJson(const QJsonObject& object);
QByteArray cliJson(const TaskDraft& task);

// The same as one shell command (POSIX quoting).
QString cliCommand(const TaskDraft& task, const QString& region);

} // namespace fuotadesk
