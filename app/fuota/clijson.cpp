#include "fuota/clijson.h"

#include "fuota/fieldtable.h"
#include "fuota/taskjson.h"

#include <QJsonDocument>

#include <algorithm>

namespace fuotadesk {

namespace {

void unsetEmpty(std::optional<QString>& text)
{
    if (text && text->isEmpty())
        text.reset();
}

void unsetZero(std::optional<qint64>& number)
{
    if (number == 0)
        number.reset();
}

TaskDraft withoutFillers(TaskDraft task)
{
    unsetEmpty(task.name);
    unsetEmpty(task.description);
    unsetEmpty(task.rfRegion);
    unsetEmpty(task.descriptor);
    unsetZero(task.fragmentSizeBytes);
    unsetZero(task.fragmentIntervalMs);
    task.tags.removeIf([](const Tag& tag) { return tag.key.isEmpty() && tag.value.isEmpty(); });
    task.clientRequestToken.reset();
    return task;
}

QString shellQuoted(const QString& text)
{
    QString quoted = text;
    quoted.replace(u'\'', QStringLiteral("'\\''"));
    return u'\'' + quoted + u'\'';
}

} // namespace

bool looksLikeCliJson(const QJsonObject& object)
{
    return std::ranges::any_of(fieldTable(), [&](const FieldSpec& spec) {
        return object.contains(QLatin1String(spec.container ? spec.container : spec.wireName));
    });
}

Result<Template> templateFromCliJson(const QJsonObject& object)
{
    const TaskFromJson read = taskFromJson(object);
    if (!read.wrongType.isEmpty())
        return failure(ErrorKind::FileMalformed, read.wrongType.first(),
                       QStringLiteral("wrong type"));
    Template result;
    result.draft.task = withoutFillers(read.task);
    result.name = result.draft.task.name.value_or(QString());
    for (const QString& name : read.unknown)
        result.unknownMembers.append(QStringLiteral("task.") + name);
    const QJsonObject kept = unknownTaskMembers(object);
    if (!kept.isEmpty())
        result.source.insert(QStringLiteral("task"), kept);
    return result;
}

QByteArray cliJson(const TaskDraft& task)
{
    TaskDraft exported = task;
    exported.clientRequestToken.reset();
    return QJsonDocument(taskJson(exported)).toJson(QJsonDocument::Indented);
}

QString cliCommand(const TaskDraft& task, const QString& region)
{
    TaskDraft exported = task;
    exported.clientRequestToken.reset();
    const QByteArray json = QJsonDocument(taskJson(exported)).toJson(QJsonDocument::Compact);
    QString command = QStringLiteral("aws iotwireless create-fuota-task");
    if (!region.isEmpty())
        command += QStringLiteral(" --region ") + shellQuoted(region);
    return command + QStringLiteral(" --cli-input-json ") + shellQuoted(QString::fromUtf8(json));
}

} // namespace fuotadesk
