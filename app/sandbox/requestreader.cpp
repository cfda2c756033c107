#include "sandbox/requestreader.h"

#include "fuota/taskjson.h"
#include "fuota/validation.h"

#include <QJsonDocument>

namespace fuotadesk {

namespace {

constexpr int LargestPage = 250;

// The constraint in the service's wording.
QString constraintText(const Finding& finding)
{
    const FieldSpec& spec = fieldSpec(finding.field);
    const QString figure = QString::number(finding.figure);
    switch (finding.code) {
    case FindingCode::Required:
        return QStringLiteral("Member must not be null");
    case FindingCode::TooShort:
        return QStringLiteral("Member must have length greater than or equal to ") + figure;
    case FindingCode::TooLong:
    case FindingCode::TooManyTags:
        return QStringLiteral("Member must have length less than or equal to ") + figure;
    case FindingCode::BelowMinimum:
        return QStringLiteral("Member must have value greater than or equal to ") + figure;
    case FindingCode::AboveMaximum:
        return QStringLiteral("Member must have value less than or equal to ") + figure;
    case FindingCode::PatternMismatch:
        return QStringLiteral("Member must satisfy regular expression pattern: ")
            + QString::fromLatin1(spec.pattern);
    case FindingCode::UnknownValue:
        return QStringLiteral("Member must satisfy enum value set");
    case FindingCode::TagKeyMissing:
        return QStringLiteral("Key must have length greater than or equal to 1");
    case FindingCode::TagKeyTooLong:
        return QStringLiteral("Key must have length less than or equal to ") + figure;
    case FindingCode::TagValueTooLong:
        return QStringLiteral("Value must have length less than or equal to ") + figure;
    case FindingCode::TagKeyDuplicate:
        return QStringLiteral("Keys must be unique");
    default:
        return QStringLiteral("Member must be valid text");
    }
}

QString memberPath(Field field)
{
    const QString container = QString::fromLatin1(fieldSpec(field).container);
    return container.isEmpty() ? fieldName(field) : container + u'.' + fieldName(field);
}

ServiceError violations(const QList<Finding>& findings)
{
    QStringList texts;
    for (const Finding& finding : findings)
        texts.append(QStringLiteral("Value at '%1' failed to satisfy constraint: %2")
                         .arg(memberPath(finding.field), constraintText(finding)));
    return validationError(QStringLiteral("%1 validation error%2 detected: %3")
                               .arg(QString::number(texts.size()),
                                    texts.size() == 1 ? QString() : QStringLiteral("s"),
                                    texts.join(QStringLiteral("; "))));
}

Served<QJsonObject> readObject(const QByteArray& body)
{
    if (body.isEmpty())
        return QJsonObject();
    if (body.size() > LargestBody)
        return tl::unexpected(validationError(QStringLiteral("The request body is too large")));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return tl::unexpected(validationError(QStringLiteral("The request body is not valid JSON: ")
                                              + error.errorString()));
    if (!document.isObject())
        return tl::unexpected(
            validationError(QStringLiteral("The request body is not a JSON object")));
    return document.object();
}

} // namespace

Served<TaskDraft> readCreateRequest(const QByteArray& body)
{
    const auto object = readObject(body);
    if (!object)
        return tl::unexpected(object.error());
    const TaskFromJson read = taskFromJson(*object);
    if (!read.wrongType.isEmpty())
        return tl::unexpected(validationError(
            QStringLiteral("Value at '%1' has the wrong type").arg(read.wrongType.constFirst())));
    if (const auto findings = modelFindings(read.task); !findings.isEmpty())
        return tl::unexpected(violations(findings));
    return read.task;
}

Served<ListRequest> readListRequest(const QList<QueryItem>& query)
{
    ListRequest request;
    for (auto item = query.crbegin(); item != query.crend(); ++item) {
        if (item->name == "nextToken")
            request.nextToken = item->value;
        if (item->name != "maxResults")
            continue;
        bool isNumber = false;
        const int number = item->value.toInt(&isNumber);
        if (!isNumber || number < 0 || number > LargestPage)
            return tl::unexpected(validationError(QStringLiteral(
                "1 validation error detected: Value at 'maxResults' failed to satisfy "
                "constraint: Member must have value between 0 and 250")));
        request.maxResults = number == 0 ? LargestPage : number;
    }
    return request;
}

} // namespace fuotadesk
