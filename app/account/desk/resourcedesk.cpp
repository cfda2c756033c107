#include "account/arn.h"
#include "account/desk/handlers.h"
#include "account/world.h"
#include "iotwireless/answermembers.h"
#include "iotwireless/operations.h"
#include "iotwireless/tagjson.h"

namespace fuotadesk {

namespace {

// The tags a resource came with, when there is such a resource.
Served<QList<Tag>> cameWith(const World& world, const QString& arn)
{
    const auto parsed = parseArn(arn);
    const auto tags = parsed ? world.cameWith(*parsed) : std::nullopt;
    if (!tags)
        return refused(notFound(parsed ? parsed->type.toLatin1().constData() : "Resource", arn));
    return *tags;
}

Served<void> tagResource(World& world, const QJsonObject& params)
{
    const QString arn = textOf(params, "ResourceArn");
    const QList<Tag> tags = tagsOf(params);
    if (const auto refusal = repeatedKey(tags))
        return refused(*refusal);
    return cameWith(world, arn).and_then([&](const QList<Tag>& given) {
        return world.tags.add(arn, tags, given);
    });
}

Served<void> untagResource(World& world, const QJsonObject& params)
{
    const QString arn = textOf(params, "ResourceArn");
    return cameWith(world, arn).map([&](const QList<Tag>& given) {
        world.tags.remove(arn, textsOf(params, "TagKeys"), given);
    });
}

Served<QJsonObject> listTags(const World& world, const QJsonObject& params)
{
    const QString arn = textOf(params, "ResourceArn");
    return cameWith(world, arn).map([&](const QList<Tag>& given) {
        return QJsonObject{{QStringLiteral("Tags"), tagsJson(world.tags.tagsOf(arn, given))}};
    });
}

struct LoggedThing {
    QString type;
    QString id;
};

Served<LoggedThing> loggedThing(const World& world, const QJsonObject& params)
{
    const LoggedThing thing{textOf(params, "ResourceType"), textOf(params, "ResourceIdentifier")};
    if (thing.type != u"FuotaTask" && thing.type != u"WirelessDevice"
        && thing.type != u"WirelessGateway")
        return refused(validationError(QStringLiteral("Value at 'resourceType' is not valid")));
    if (!world.hasResource(thing.type, thing.id))
        return refused(notFound(thing.type.toLatin1().constData(), thing.id));
    return thing;
}

Served<QJsonObject> getLevel(const World& world, const QJsonObject& params)
{
    return loggedThing(world, params).and_then([&](const LoggedThing& thing) {
        return world.surroundings.levels.get(thing.type, thing.id).map([](const QString& level) {
            return QJsonObject{{QStringLiteral("LogLevel"), level}};
        });
    });
}

Served<void> putLevel(World& world, const QJsonObject& params)
{
    return loggedThing(world, params).and_then([&](const LoggedThing& thing) {
        return world.surroundings.levels.put(thing.type, thing.id, textOf(params, "LogLevel"));
    });
}

Served<void> resetLevel(World& world, const QJsonObject& params)
{
    return loggedThing(world, params).and_then([&](const LoggedThing& thing) {
        return world.surroundings.levels.reset(thing.type, thing.id);
    });
}

} // namespace

void addResourceHandlers(World& world, Handlers& handlers)
{
    handlers[&tagResourceOperation()] = [&world](const QJsonObject& params) {
        return tagResource(world, params).map(noMembers);
    };
    handlers[&untagResourceOperation()] = [&world](const QJsonObject& params) {
        return untagResource(world, params).map(noMembers);
    };
    handlers[&listTagsForResourceOperation()] = [&world](const QJsonObject& params) {
        return listTags(world, params);
    };
    handlers[&getResourceLogLevelOperation()] = [&world](const QJsonObject& params) {
        return getLevel(world, params);
    };
    handlers[&putResourceLogLevelOperation()] = [&world](const QJsonObject& params) {
        return putLevel(world, params).map(noMembers);
    };
    handlers[&resetResourceLogLevelOperation()] = [&world](const QJsonObject& params) {
        return resetLevel(world, params).map(noMembers);
    };
}

} // namespace fuotadesk
