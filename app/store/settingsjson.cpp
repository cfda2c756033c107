#include "store/settingsjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>

namespace fuotadesk {

namespace {

struct TextMember {
    const char* name;
    QString Connection::*member;
    bool required;
};
struct FlagMember {
    const char* name;
    bool Connection::*member;
};
struct LayoutMember {
    const char* name;
    QByteArray WindowLayout::*member;
};

constexpr std::array ConnectionTexts = {
    TextMember{"id", &Connection::id, true},
    TextMember{"name", &Connection::name, false},
    TextMember{"region", &Connection::region, false},
    TextMember{"accessKeyId", &Connection::accessKeyId, false},
    TextMember{"endpointUrl", &Connection::endpointUrl, false},
};
constexpr std::array ConnectionFlags = {
    FlagMember{"useDualStack", &Connection::useDualStack},
    FlagMember{"useFips", &Connection::useFips},
    FlagMember{"hasStoredSecret", &Connection::hasStoredSecret},
    FlagMember{"production", &Connection::isProduction},
};
// A word of the file and what it stands for.
template <typename Value>
struct Word {
    const char* text;
    Value value;
};
constexpr std::array KindWords = {
    Word<ConnectionKind>{"access-key", ConnectionKind::AccessKey},
    Word<ConnectionKind>{"profile", ConnectionKind::Profile},
};
constexpr std::array ColourWords = {
    Word<ConnectionColour>{"", ConnectionColour::None},
    Word<ConnectionColour>{"red", ConnectionColour::Red},
    Word<ConnectionColour>{"orange", ConnectionColour::Orange},
    Word<ConnectionColour>{"green", ConnectionColour::Green},
    Word<ConnectionColour>{"blue", ConnectionColour::Blue},
    Word<ConnectionColour>{"violet", ConnectionColour::Violet},
};
constexpr std::array LayoutParts = {
    LayoutMember{"geometry", &WindowLayout::geometry},
    LayoutMember{"taskSplitter", &WindowLayout::taskSplitter},
    LayoutMember{"editorSplitter", &WindowLayout::editorSplitter},
    LayoutMember{"taskColumns", &WindowLayout::taskColumns},
    LayoutMember{"deviceSplitter", &WindowLayout::deviceSplitter},
    LayoutMember{"deviceColumns", &WindowLayout::deviceColumns},
    LayoutMember{"groupSplitter", &WindowLayout::groupSplitter},
    LayoutMember{"groupColumns", &WindowLayout::groupColumns},
};

const auto Schema = QStringLiteral("schema");
const auto ActiveConnection = QStringLiteral("activeConnection");
const auto Connections = QStringLiteral("connections");
const auto Kind = QStringLiteral("kind");
const auto Colour = QStringLiteral("colour");
const auto Window = QStringLiteral("window");
const auto Page = QStringLiteral("page");
const auto CallsPerSecond = QStringLiteral("callsPerSecond");

tl::unexpected<Error> malformed(const QString& member, const QString& reason)
{
    return failure(ErrorKind::FileMalformed, member, reason);
}

tl::unexpected<Error> wrongType(const QString& member)
{
    return malformed(member, QStringLiteral("wrong type"));
}

// Unset is allowed, another type is not.
bool isUnsetOr(const QJsonValue& value, QJsonValue::Type type)
{
    return value.isUndefined() || value.type() == type;
}

template <typename Value, std::size_t Count>
Result<Value> valueOf(const QJsonValue& text, const std::array<Word<Value>, Count>& words,
                      const QString& path)
{
    const auto found = std::ranges::find_if(words, [&](const Word<Value>& word) {
        return text.toString() == QLatin1String(word.text);
    });
    if (!isUnsetOr(text, QJsonValue::String) || found == words.end())
        return malformed(path, QStringLiteral("unknown value"));
    return found->value;
}

template <typename Value, std::size_t Count>
QString wordOf(Value value, const std::array<Word<Value>, Count>& words)
{
    const auto found = std::ranges::find(words, value, &Word<Value>::value);
    return QLatin1String(found == words.end() ? words.front().text : found->text);
}

Result<Connection> connectionFromJson(const QJsonValue& value, const QString& path)
{
    if (!value.isObject())
        return wrongType(path);
    const auto at = [&](const char* name) { return path + u'.' + QLatin1String(name); };
    Connection connection;
    for (const TextMember& each : ConnectionTexts) {
        const QJsonValue text = value[QLatin1String(each.name)];
        if (!isUnsetOr(text, QJsonValue::String))
            return wrongType(at(each.name));
        if (each.required && text.toString().isEmpty())
            return malformed(at(each.name), QStringLiteral("missing"));
        connection.*each.member = text.toString();
    }
    for (const FlagMember& each : ConnectionFlags) {
        const QJsonValue flag = value[QLatin1String(each.name)];
        if (!isUnsetOr(flag, QJsonValue::Bool))
            return wrongType(at(each.name));
        connection.*each.member = flag.toBool();
    }
    const auto kind = valueOf(value[Kind], KindWords, path + u'.' + Kind);
    const auto colour = valueOf(value[Colour], ColourWords, path + u'.' + Colour);
    if (!kind || !colour)
        return failure(kind ? colour.error() : kind.error());
    connection.kind = *kind;
    connection.colour = *colour;
    const auto profile = profileOfId(connection.id);
    if (profile.has_value() != (*kind == ConnectionKind::Profile))
        return malformed(at("id"), QStringLiteral("not of its kind"));
    connection.profile = profile.value_or(QString());
    return connection;
}

Result<QList<Connection>> connectionsFromJson(const QJsonValue& value)
{
    if (!isUnsetOr(value, QJsonValue::Array))
        return wrongType(Connections);
    QList<Connection> connections;
    for (const QJsonArray array = value.toArray(); const auto& item : array) {
        const QString path = QStringLiteral("%1[%2]").arg(Connections).arg(connections.size());
        const auto connection = connectionFromJson(item, path);
        if (!connection)
            return failure(connection.error());
        const bool twice = connection->id == sandboxConnection().id
            || std::ranges::find(connections, connection->id, &Connection::id) != connections.end();
        if (twice)
            return malformed(path + QStringLiteral(".id"), QStringLiteral("not unique"));
        connections.append(*connection);
    }
    return connections;
}

// Files of before it was there have none.
Result<int> callsFromJson(const QJsonValue& value)
{
    if (!isUnsetOr(value, QJsonValue::Double))
        return wrongType(CallsPerSecond);
    const double calls = value.toDouble(SettingsData().callsPerSecond);
    if (calls < SettingsData::LeastCallsPerSecond || calls > SettingsData::MostCallsPerSecond
        || std::trunc(calls) != calls)
        return malformed(CallsPerSecond, QStringLiteral("out of range"));
    return int(calls);
}

WindowLayout layoutFromJson(const QJsonObject& object)
{
    WindowLayout layout;
    for (const LayoutMember& each : LayoutParts)
        layout.*each.member =
            QByteArray::fromBase64(object.value(QLatin1String(each.name)).toString().toLatin1());
    layout.page = std::max(0, object.value(Page).toInt());
    return layout;
}

QJsonObject connectionJson(const Connection& connection, QJsonObject object)
{
    for (const TextMember& each : ConnectionTexts)
        object.insert(QLatin1String(each.name), connection.*each.member);
    for (const FlagMember& each : ConnectionFlags)
        object.insert(QLatin1String(each.name), connection.*each.member);
    object.insert(Kind, wordOf(connection.kind, KindWords));
    object.insert(Colour, wordOf(connection.colour, ColourWords));
    return object;
}

QJsonArray connectionsJson(const QList<Connection>& connections, const QJsonArray& before)
{
    QJsonArray array;
    for (const Connection& connection : connections) {
        const auto same = std::ranges::find_if(before, [&](const QJsonValue& item) {
            return item[QStringLiteral("id")].toString() == connection.id;
        });
        array.append(connectionJson(
            connection, same == before.end() ? QJsonObject() : QJsonValue(*same).toObject()));
    }
    return array;
}

QJsonObject layoutJson(const WindowLayout& layout, QJsonObject object)
{
    for (const LayoutMember& each : LayoutParts)
        object.insert(QLatin1String(each.name),
                      QString::fromLatin1((layout.*each.member).toBase64()));
    object.insert(Page, layout.page);
    return object;
}

} // namespace

Result<QJsonObject> parseSettings(const QByteArray& json)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return malformed(
            {},
            QStringLiteral("%1 (byte %2)").arg(parseError.errorString()).arg(parseError.offset));
    if (!document.isObject())
        return malformed({}, QStringLiteral("not an object"));
    const QJsonObject object = document.object();
    const double schema = object.value(Schema).toDouble();
    if (schema < 1 || std::trunc(schema) != schema)
        return malformed(Schema, QStringLiteral("missing"));
    if (schema > SettingsSchema)
        return failure(ErrorKind::FileTooNew, Schema, QString::number(schema));
    return object;
}

Result<SettingsData> settingsFromJson(const QJsonObject& document)
{
    SettingsData data;
    const auto connections = connectionsFromJson(document.value(Connections));
    if (!connections)
        return failure(connections.error());
    data.connections = *connections;
    const QJsonValue active = document.value(ActiveConnection);
    if (!isUnsetOr(active, QJsonValue::String))
        return wrongType(ActiveConnection);
    data.activeConnectionId = active.toString(data.activeConnectionId);
    const auto calls = callsFromJson(document.value(CallsPerSecond));
    if (!calls)
        return failure(calls.error());
    data.callsPerSecond = *calls;
    data.window = layoutFromJson(document.value(Window).toObject());
    return data;
}

QByteArray settingsJson(const SettingsData& data, const QJsonObject& document)
{
    QJsonObject object = document;
    object.insert(Schema, SettingsSchema);
    object.insert(ActiveConnection, data.activeConnectionId);
    object.insert(Connections,
                  connectionsJson(data.connections, document.value(Connections).toArray()));
    object.insert(CallsPerSecond, data.callsPerSecond);
    object.insert(Window, layoutJson(data.window, document.value(Window).toObject()));
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace fuotadesk
