#include "conformance/kinds.h"
#include "conformance/shapereader.h"

#include "aws/endpoint.h"
#include "fuota/fieldtable.h"
#include "iotwireless/operations.h"

#include <algorithm>
#include <array>

namespace fuotadesk {

namespace {

// What answers hold and the tables leave out: keys, which must not be read, and what no use was
// found for. Anything else that is missing is a fault.
constexpr std::array Unread = {
    "GetWirelessDevice output.LoRaWAN.OtaaV1_1.AppKey",
    "GetWirelessDevice output.LoRaWAN.OtaaV1_1.NwkKey",
    "GetWirelessDevice output.LoRaWAN.OtaaV1_0_x.AppKey",
    "GetWirelessDevice output.LoRaWAN.OtaaV1_0_x.GenAppKey",
    "GetWirelessDevice output.LoRaWAN.AbpV1_1.SessionKeys",
    "GetWirelessDevice output.LoRaWAN.AbpV1_0_x.SessionKeys",
    "GetWirelessDevice output.LoRaWAN.FPorts.Positioning",
    "GetWirelessDevice output.LoRaWAN.FPorts.Applications",
    "GetWirelessDevice output.Sidewalk",
    "GetWirelessDevice output.Positioning",
    "ListWirelessDevices output.WirelessDeviceList[].Sidewalk",
    "ListWirelessDevices output.WirelessDeviceList[].Positioning",
    "GetWirelessDeviceStatistics output.LoRaWAN.PublicGateways",
    "GetWirelessDeviceStatistics output.Sidewalk",
    "GetDeviceProfile output.Sidewalk",
    "ListWirelessGateways output.WirelessGatewayList[].LoRaWAN.JoinEuiFilters",
    "ListWirelessGateways output.WirelessGatewayList[].LoRaWAN.NetIdFilters",
    "ListWirelessGateways output.WirelessGatewayList[].LoRaWAN.SubBands",
    "GetWirelessGateway output.LoRaWAN.JoinEuiFilters",
    "GetWirelessGateway output.LoRaWAN.NetIdFilters",
    "GetWirelessGateway output.LoRaWAN.SubBands",
};

QJsonValue number(const std::optional<qint64>& limit)
{
    return limit ? QJsonValue(*limit) : QJsonValue();
}

const ShapeMember* memberNamed(const Shape& shape, const QString& name)
{
    const auto found = std::ranges::find(shape.members, name, &ShapeMember::name);
    return found == shape.members.end() ? nullptr : &*found;
}

void compareLimits(const QByteArray& where, const Shape& expected, const Shape& actual,
                   Disagreements& found)
{
    const auto name = [&](const char* what) { return where + ' ' + what; };
    found.expect(name("type").constData(), QJsonValue(int(expected.type)),
                 QJsonValue(int(actual.type)));
    found.expect(name("minimum").constData(), number(expected.minimum), number(actual.minimum));
    found.expect(name("maximum").constData(), number(expected.maximum), number(actual.maximum));
    found.expect(name("pattern").constData(), expected.pattern, actual.pattern);
    found.expect(name("timestamp format").constData(), QJsonValue(int(expected.timestampFormat)),
                 QJsonValue(int(actual.timestampFormat)));
    found.expect(name("values").constData(), QJsonArray::fromStringList(expected.values),
                 QJsonArray::fromStringList(actual.values));
}

void compareShapes(const QByteArray& where, const ShapePtr& expected, const ShapePtr& actual,
                   Disagreements& found);

void compareMembers(const QByteArray& where, const Shape& expected, const Shape& actual,
                    Disagreements& found)
{
    for (const ShapeMember& member : expected.members) {
        const QByteArray path = where + '.' + member.name.toUtf8();
        const ShapeMember* own = memberNamed(actual, member.name);
        const bool isUnread = std::ranges::find(Unread, path) != Unread.end();
        if (isUnread == (own != nullptr))
            found.add(QString::fromUtf8(path)
                      + (own ? QStringLiteral(" is read") : QStringLiteral(" is missing")));
        if (!own)
            continue;
        found.expect((path + " location").constData(), QJsonValue(int(member.location)),
                     QJsonValue(int(own->location)));
        found.expect((path + " wire name").constData(), member.wireName, own->wireName);
        found.expect((path + " required").constData(), QJsonValue(member.required),
                     QJsonValue(own->required));
        found.expect((path + " token").constData(), QJsonValue(member.idempotencyToken),
                     QJsonValue(own->idempotencyToken));
        compareShapes(path, member.shape, own->shape, found);
    }
    for (const ShapeMember& member : actual.members)
        if (!memberNamed(expected, member.name))
            found.add(QString::fromUtf8(where) + u'.' + member.name
                      + QStringLiteral(" is not in the model"));
}

void compareShapes(const QByteArray& where, const ShapePtr& expected, const ShapePtr& actual,
                   Disagreements& found)
{
    if (!expected || !actual) {
        if (expected || actual)
            found.add(QString::fromUtf8(where) + QStringLiteral(" is missing on one side"));
        return;
    }
    compareLimits(where, *expected, *actual, found);
    compareShapes(where + "[]", expected->element, actual->element, found);
    compareMembers(where, *expected, *actual, found);
}

void compareErrors(const Operation& expected, const Operation& actual, Disagreements& found)
{
    for (const ErrorShape& error : expected.errors) {
        const auto own = std::ranges::find(actual.errors, error.code, &ErrorShape::code);
        if (own == actual.errors.end()) {
            found.add(error.code + QStringLiteral(" is missing"));
            continue;
        }
        found.expect("status of an error", QJsonValue(error.status), QJsonValue(own->status));
        compareShapes(error.code.toUtf8(), error.shape, own->shape, found);
    }
    for (const ErrorShape& error : actual.errors)
        if (std::ranges::find(expected.errors, error.code, &ErrorShape::code)
            == expected.errors.end())
            found.add(error.code + QStringLiteral(" is not in the model"));
}

Disagreements checkOperation(const Operation& own, const QJsonObject& document)
{
    Disagreements found;
    const QJsonObject model = document[u"operations"][own.name].toObject();
    if (model.isEmpty()) {
        found.add(QStringLiteral("is not in the model"));
        return found;
    }
    const Operation expected = operationFromModel(model, document.value(u"shapes").toObject());
    found.expect("method", expected.method, own.method);
    found.expect("uri", expected.uri, own.uri);
    found.expect("status", QJsonValue(expected.status), QJsonValue(own.status));
    const QByteArray name = own.name.toUtf8();
    compareShapes(name + " input", expected.input, own.input, found);
    compareShapes(name + " output", expected.output, own.output, found);
    compareErrors(expected, own, found);
    return found;
}

// The table of fields against the model itself, not through the operation made from it.
Disagreements checkField(const FieldSpec& spec, const Shape& input)
{
    Disagreements found;
    const ShapeMember* outer =
        spec.container ? memberNamed(input, QString::fromLatin1(spec.container)) : nullptr;
    const Shape& owner = outer ? *outer->shape : input;
    const ShapeMember* member = memberNamed(owner, QString::fromLatin1(spec.wireName));
    if (!member) {
        found.add(QStringLiteral("is not in the model"));
        return found;
    }
    const Shape& shape = *member->shape;
    const auto type = spec.type == FieldType::Integer ? ShapeType::Integer
        : spec.type == FieldType::TagList             ? ShapeType::List
                                                      : ShapeType::String;
    QStringList values;
    for (const char* value : spec.values)
        values.append(QString::fromLatin1(value));
    found.expect("type", QJsonValue(int(shape.type)), QJsonValue(int(type)));
    found.expect("required", QJsonValue(member->required), QJsonValue(spec.required));
    found.expect("minimum", number(shape.minimum), number(spec.minimum));
    found.expect("maximum", number(shape.maximum), number(spec.maximum));
    found.expect("pattern", shape.pattern, QString::fromLatin1(spec.pattern));
    found.expect("values", QJsonArray::fromStringList(shape.values),
                 QJsonArray::fromStringList(values));
    return found;
}

Disagreements checkTableIsWhole(const Shape& input)
{
    Disagreements found;
    for (const ShapeMember& member : input.members) {
        const bool isContainer = member.shape->type == ShapeType::Structure;
        for (const ShapeMember& inner : member.shape->members)
            if (isContainer && !fieldByWireName(inner.name))
                found.add(inner.name + QStringLiteral(" is not in the table of fields"));
        if (!isContainer && !fieldByWireName(member.name))
            found.add(member.name + QStringLiteral(" is not in the table of fields"));
    }
    return found;
}

Disagreements checkEndpoint(const QJsonObject& templates, const QString& region)
{
    Disagreements found;
    for (const bool fips : {false, true}) {
        for (const bool dualStack : {false, true}) {
            Connection connection;
            connection.region = region;
            connection.useFips = fips;
            connection.useDualStack = dualStack;
            const QString key = fips
                ? (dualStack ? QStringLiteral("fips_dualstack") : QStringLiteral("fips"))
                : (dualStack ? QStringLiteral("dualstack") : QStringLiteral("standard"));
            QString host = templates.value(key).toString();
            host.replace(QStringLiteral("{region}"), region);
            const auto url = endpointFor(connection);
            found.expect("host", host, url ? url->host() : url.error().code);
        }
    }
    return found;
}

} // namespace

void runModelCases(const QJsonObject& document, CaseRunner& runner)
{
    for (const Operation* operation : iotWirelessOperations())
        runner.finish(operation->name, checkOperation(*operation, document));

    const Operation create =
        operationFromModel(document[u"operations"][u"CreateFuotaTask"].toObject(),
                           document.value(u"shapes").toObject());
    if (create.input) {
        for (const FieldSpec& spec : fieldTable())
            runner.finish(QStringLiteral("field ") + fieldName(spec.field),
                          checkField(spec, *create.input));
        runner.finish(QStringLiteral("table of fields"), checkTableIsWhole(*create.input));
    }
    Disagreements name;
    name.expect("signing name", document[u"metadata"][u"signingName"].toString(),
                QString::fromLatin1(SigningName));
    runner.finish(QStringLiteral("metadata"), name);

    const QJsonObject partitions = document[u"endpoints"][u"template_by_partition"].toObject();
    for (auto it = partitions.begin(); it != partitions.end(); ++it)
        runner.finish(
            QStringLiteral("endpoints of ") + it.key(),
            checkEndpoint(it.value().toObject(), it.value()[u"implicitGlobalRegion"].toString()));
}

} // namespace fuotadesk
