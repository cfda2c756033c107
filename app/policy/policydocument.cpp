#include "policy/policydocument.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace fuotadesk {

namespace {

// Goes through a document and keeps the name of the first member that is wrong.
class Reader {
public:
    static constexpr qsizetype LongestName = 200;

    PolicyDocument document(const QJsonObject& object);
    const QString& wrong() const { return m_wrong; }

private:
    PolicyStatement statement(const QJsonObject& object, const QString& at);
    void readPrincipals(const QJsonObject& object, const QString& at, PolicyStatement& to);
    QStringList principals(const QJsonValue& value, const QString& at);
    QList<PolicyCondition> conditions(const QJsonValue& value, const QString& at);
    QStringList conditionValues(const QJsonValue& value, const QString& at);
    QStringList texts(const QJsonValue& value, const QString& at);
    QString text(const QJsonObject& object, const QString& name, const QString& at);
    // The lists of a member and of its negation.
    void readPair(const QJsonObject& object, const QString& name, const QString& at,
                  QStringList& wanted, QStringList& excluded);
    void allowOnly(const QJsonObject& object, const QStringList& names, const QString& at);
    void refuse(const QString& member)
    {
        if (m_wrong.isNull())
            m_wrong = member.left(LongestName);
    }

    QString m_wrong;
};

QString negated(const QString& name)
{
    return QStringLiteral("Not") + name;
}

QList<QJsonValue> oneOrMany(const QJsonValue& value)
{
    if (!value.isArray())
        return {value};
    const QJsonArray array = value.toArray();
    return {array.begin(), array.end()};
}

void Reader::allowOnly(const QJsonObject& object, const QStringList& names, const QString& at)
{
    for (auto it = object.begin(); it != object.end(); ++it)
        if (!names.contains(it.key()))
            refuse(at + it.key());
}

QString Reader::text(const QJsonObject& object, const QString& name, const QString& at)
{
    const QJsonValue value = object.value(name);
    if (!value.isUndefined() && !value.isString())
        refuse(at + name);
    return value.toString();
}

QStringList Reader::texts(const QJsonValue& value, const QString& at)
{
    QStringList list;
    for (const QJsonValue& each : oneOrMany(value)) {
        if (!each.isString())
            refuse(at);
        list += each.toString();
    }
    return list;
}

void Reader::readPair(const QJsonObject& object, const QString& name, const QString& at,
                      QStringList& wanted, QStringList& excluded)
{
    const QString negation = negated(name);
    if (object.contains(name))
        wanted = texts(object.value(name), at + name);
    if (!object.contains(negation))
        return;
    excluded = texts(object.value(negation), at + negation);
    if (object.contains(name) || excluded.isEmpty())
        refuse(at + negation);
}

QStringList Reader::principals(const QJsonValue& value, const QString& at)
{
    static const QStringList kinds = {QStringLiteral("AWS"), QStringLiteral("Service"),
                                      QStringLiteral("Federated"), QStringLiteral("CanonicalUser")};
    if (value.isString() && value.toString() == u"*")
        return {QStringLiteral("*")};
    if (!value.isObject()) {
        refuse(at);
        return {};
    }
    const QJsonObject object = value.toObject();
    allowOnly(object, kinds, at + u'.');
    QStringList list;
    for (auto it = object.begin(); it != object.end(); ++it)
        for (const QString& name : texts(it.value(), at + u'.' + it.key()))
            list += it.key() + u':' + name;
    return list;
}

void Reader::readPrincipals(const QJsonObject& object, const QString& at, PolicyStatement& to)
{
    const auto name = QStringLiteral("Principal");
    const QString negation = negated(name);
    if (object.contains(name))
        to.principals = principals(object.value(name), at + name);
    if (!object.contains(negation))
        return;
    to.notPrincipals = principals(object.value(negation), at + negation);
    if (object.contains(name) || to.notPrincipals.isEmpty())
        refuse(at + negation);
}

// The grammar lets numbers and truth values stand for their texts.
QStringList Reader::conditionValues(const QJsonValue& value, const QString& at)
{
    QStringList list;
    for (const QJsonValue& each : oneOrMany(value)) {
        if (!each.isString() && !each.isBool() && !each.isDouble())
            refuse(at);
        list += each.toVariant().toString();
    }
    return list;
}

QList<PolicyCondition> Reader::conditions(const QJsonValue& value, const QString& at)
{
    if (!value.isObject() && !value.isUndefined())
        refuse(at);
    QList<PolicyCondition> list;
    const QJsonObject tests = value.toObject();
    for (auto test = tests.begin(); test != tests.end(); ++test) {
        const QString place = at + u'.' + test.key().left(LongestName);
        if (!test.value().isObject())
            refuse(place);
        const QJsonObject keys = test.value().toObject();
        for (auto key = keys.begin(); key != keys.end(); ++key)
            list.append(
                {test.key(), key.key(), conditionValues(key.value(), place + u'.' + key.key())});
    }
    return list;
}

PolicyStatement Reader::statement(const QJsonObject& object, const QString& at)
{
    static const QStringList members = {
        QStringLiteral("Sid"),          QStringLiteral("Effect"),      QStringLiteral("Principal"),
        QStringLiteral("NotPrincipal"), QStringLiteral("Action"),      QStringLiteral("NotAction"),
        QStringLiteral("Resource"),     QStringLiteral("NotResource"), QStringLiteral("Condition")};
    allowOnly(object, members, at);
    PolicyStatement read;
    read.sid = text(object, QStringLiteral("Sid"), at);
    const QString effect = text(object, QStringLiteral("Effect"), at);
    if (effect != u"Allow" && effect != u"Deny")
        refuse(at + QStringLiteral("Effect"));
    read.allows = effect == u"Allow";
    readPrincipals(object, at, read);
    if (!object.contains(QStringLiteral("Action")) && !object.contains(QStringLiteral("NotAction")))
        refuse(at + QStringLiteral("Action"));
    readPair(object, QStringLiteral("Action"), at, read.actions, read.notActions);
    readPair(object, QStringLiteral("Resource"), at, read.resources, read.notResources);
    read.conditions =
        conditions(object.value(QStringLiteral("Condition")), at + QStringLiteral("Condition"));
    return read;
}

PolicyDocument Reader::document(const QJsonObject& object)
{
    const auto statementName = QStringLiteral("Statement");
    allowOnly(object, {QStringLiteral("Version"), QStringLiteral("Id"), statementName}, {});
    PolicyDocument read;
    read.version = text(object, QStringLiteral("Version"), {});
    text(object, QStringLiteral("Id"), {});
    if (object.contains(QStringLiteral("Version")) && read.version != u"2008-10-17"
        && read.version != QLatin1String(NewestPolicyVersion))
        refuse(QStringLiteral("Version"));
    if (!object.contains(statementName))
        refuse(statementName);
    int index = 0;
    for (const QJsonValue& each : oneOrMany(object.value(statementName))) {
        const QString at = QStringLiteral("%1[%2]").arg(statementName).arg(index++);
        if (!each.isObject())
            refuse(at);
        if (!m_wrong.isNull())
            break;
        read.statements += statement(each.toObject(), at + u'.');
    }
    return read;
}

} // namespace

Result<PolicyDocument> parsePolicy(const QByteArray& json)
{
    if (json.size() > LargestPolicyBytes)
        return failure(ErrorKind::FileTooLarge);
    const QJsonDocument parsed = QJsonDocument::fromJson(json);
    if (!parsed.isObject())
        return failure(ErrorKind::FileMalformed);
    Reader reader;
    PolicyDocument document = reader.document(parsed.object());
    if (!reader.wrong().isNull())
        return failure(ErrorKind::FileMalformed, reader.wrong());
    return document;
}

} // namespace fuotadesk
