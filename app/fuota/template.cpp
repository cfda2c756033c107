#include "fuota/template.h"

#include "fuota/clijson.h"
#include "fuota/planningjson.h"
#include "fuota/taskjson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace fuotadesk {

namespace {

Error malformed(const QString& member, const QString& reason)
{
    return Error{ErrorKind::FileMalformed, member, reason, 0, {}, {}, false};
}

const auto WrongType = QStringLiteral("wrong type");

void readImage(MemberReader& reader, CampaignDraft& draft)
{
    qint64 size = -1;
    reader.read("sizeBytes", size, 0, qint64(1) << 40);
    if (size >= 0)
        draft.imageSizeBytes = size;
    reader.read("eTag", draft.imageETag);
    reader.read("uploadTo", draft.imageUploadTo);
}

void readPlanningPart(MemberReader& reader, CampaignDraft& draft)
{
    readPlanning(reader, draft.planning);
}

void readRecipients(MemberReader& reader, CampaignDraft& draft)
{
    draft.recipients.multicastGroupIds = reader.texts("multicastGroupIds");
    draft.recipients.wirelessDeviceIds = reader.texts("wirelessDeviceIds");
}

using ReadPart = void (*)(MemberReader&, CampaignDraft&);

// "image", "planning" and "recipients": objects whose members are read by one function each.
std::optional<Error> readPart(MemberReader& top, const char* name, ReadPart read, Template& result)
{
    const QString path = QString::fromLatin1(name) + u'.';
    MemberReader part(top.take(name, QJsonValue::Object).toObject(), path);
    read(part, result.draft);
    result.unknownMembers += part.rest();
    if (!part.wrong().isEmpty())
        return malformed(part.wrong(), WrongType);
    return {};
}

std::optional<Error> readVariables(MemberReader& top, Template& result)
{
    const QJsonObject variables = top.take("variables", QJsonValue::Object).toObject();
    for (auto it = variables.begin(); it != variables.end(); ++it) {
        MemberReader reader(it.value().toObject(), QStringLiteral("variables.") + it.key() + u'.');
        TemplateVariable variable{it.key(), {}, {}};
        reader.read("prompt", variable.prompt);
        reader.read("default", variable.defaultValue);
        if (!it.value().isObject())
            return malformed(QStringLiteral("variables.") + it.key(), WrongType);
        if (!reader.wrong().isEmpty())
            return malformed(reader.wrong(), WrongType);
        result.unknownMembers += reader.rest();
        result.variables.append(variable);
    }
    return {};
}

std::optional<Error> readTask(MemberReader& top, Template& result)
{
    const TaskFromJson read = taskFromJson(top.take("task", QJsonValue::Object).toObject());
    if (!read.wrongType.isEmpty())
        return malformed(read.wrongType.first(), WrongType);
    for (const QString& name : read.unknown)
        result.unknownMembers.append(QStringLiteral("task.") + name);
    result.draft.task = read.task;
    result.draft.task.clientRequestToken.reset();
    return {};
}

Result<Template> readTemplate(const QJsonObject& document)
{
    Template result;
    result.source = document;
    MemberReader top(document, {});
    int schema = 0;
    top.read("schema", schema, 0, std::numeric_limits<int>::max());
    top.read("name", result.name);
    std::optional<Error> error = readTask(top, result);
    if (!error)
        error = readPart(top, "image", readImage, result);
    if (!error)
        error = readPart(top, "planning", readPlanningPart, result);
    if (!error)
        error = readPart(top, "recipients", readRecipients, result);
    if (!error)
        error = readVariables(top, result);
    if (!top.wrong().isEmpty())
        error = malformed(top.wrong(), WrongType);
    if (error)
        return failure(*error);
    result.unknownMembers += top.rest();
    return result;
}

QJsonValue valueOver(const QJsonValue& source, const QJsonValue& value);

// value over what stood there: members we do not know stay, in every depth.
QJsonObject objectOver(QJsonObject merged, const QJsonObject& value)
{
    for (auto it = value.begin(); it != value.end(); ++it)
        merged.insert(it.key(), valueOver(merged.value(it.key()), it.value()));
    return merged;
}

QJsonValue valueOver(const QJsonValue& source, const QJsonValue& value)
{
    if (value.isObject())
        return objectOver(source.toObject(), value.toObject());
    if (!value.isArray())
        return value;
    const QJsonArray before = source.toArray();
    QJsonArray merged;
    for (const auto array = value.toArray(); const auto& item : array)
        merged.append(valueOver(before.at(merged.size()), item));
    return merged;
}

void insertOver(QJsonObject& target, const QString& name, const QJsonObject& value)
{
    const QJsonObject merged = objectOver(target.value(name).toObject(), value);
    if (!merged.isEmpty() || target.contains(name))
        target.insert(name, merged);
}

// What we know is written from the draft alone: a member that was unset must not come back from the
// source.
QJsonObject taskOver(const QJsonObject& source, const TaskDraft& task)
{
    TaskDraft saved = task;
    saved.clientRequestToken.reset();
    QJsonObject object = taskJson(saved);
    const QJsonObject unknown = unknownTaskMembers(source);
    for (auto it = unknown.begin(); it != unknown.end(); ++it) {
        if (object.contains(it.key()))
            insertOver(object, it.key(), it.value().toObject());
        else
            object.insert(it.key(), it.value());
    }
    return object;
}

QJsonObject variablesJson(const QList<TemplateVariable>& variables, const QJsonObject& source)
{
    QJsonObject object;
    for (const TemplateVariable& variable : variables) {
        QJsonObject entry = source.value(variable.name).toObject();
        entry.insert(QStringLiteral("prompt"), variable.prompt);
        entry.insert(QStringLiteral("default"), variable.defaultValue);
        object.insert(variable.name, entry);
    }
    return object;
}

// What is not known is not in the file.
QJsonObject imageOver(QJsonObject image, const CampaignDraft& draft)
{
    const auto put = [&image](const QString& name, const QJsonValue& value, bool isKnown) {
        if (isKnown)
            image.insert(name, value);
        else
            image.remove(name);
    };
    put(QStringLiteral("sizeBytes"), draft.imageSizeBytes.value_or(0),
        draft.imageSizeBytes.has_value());
    put(QStringLiteral("eTag"), draft.imageETag, !draft.imageETag.isEmpty());
    put(QStringLiteral("uploadTo"), draft.imageUploadTo, !draft.imageUploadTo.isEmpty());
    return image;
}

} // namespace

Result<Template> parseTemplate(const QByteArray& json)
{
    if (json.size() > LargestTemplateBytes)
        return failure(ErrorKind::FileTooLarge, {}, QString::number(LargestTemplateBytes));
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return failure(malformed(
            {},
            QStringLiteral("%1 (byte %2)").arg(parseError.errorString()).arg(parseError.offset)));
    if (!document.isObject())
        return failure(malformed({}, QStringLiteral("not an object")));
    const QJsonObject object = document.object();
    const QJsonValue schema = object.value(QStringLiteral("schema"));
    if (schema.isUndefined() && looksLikeCliJson(object))
        return templateFromCliJson(object);
    if (!schema.isDouble() || schema.toDouble() < 1)
        return failure(malformed(QStringLiteral("schema"), QStringLiteral("missing")));
    if (schema.toDouble() > TemplateSchema)
        return failure(ErrorKind::FileTooNew, QStringLiteral("schema"),
                       QString::number(schema.toDouble()));
    return readTemplate(object);
}

QByteArray templateJson(const Template& value)
{
    QJsonObject document = value.source;
    document.insert(QStringLiteral("schema"), TemplateSchema);
    document.insert(QStringLiteral("name"), value.name);
    const auto part = [&](const char* name) {
        return value.source.value(QLatin1String(name)).toObject();
    };
    document.insert(QStringLiteral("task"), taskOver(part("task"), value.draft.task));
    document.insert(QStringLiteral("image"), imageOver(part("image"), value.draft));
    insertOver(document, QStringLiteral("planning"), planningJson(value.draft.planning));
    const Recipients& recipients = value.draft.recipients;
    insertOver(document, QStringLiteral("recipients"),
               {{QStringLiteral("multicastGroupIds"),
                 QJsonArray::fromStringList(recipients.multicastGroupIds)},
                {QStringLiteral("wirelessDeviceIds"),
                 QJsonArray::fromStringList(recipients.wirelessDeviceIds)}});
    document.insert(QStringLiteral("variables"), variablesJson(value.variables, part("variables")));
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

} // namespace fuotadesk
