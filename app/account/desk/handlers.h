#pragma once

#include "account/served.h"
#include "aws/shape.h"

#include <QHash>
#include <QJsonObject>

#include <functional>

namespace fuotadesk {

// What an operation does. params are the members of its input, valid by its shape, named and typed
// as in restRequest(): a time is seconds since 1970. The result has the members of its output, and
// may have more: a service knows members that the table of the operation leaves out.
using Handler = std::function<Served<QJsonObject>(const QJsonObject& params)>;
using Handlers = QHash<const Operation*, Handler>;

struct World;

// What every operation of the tables does with the world, by subject.
void addTaskHandlers(World& world, Handlers& handlers);
void addTaskMemberHandlers(World& world, Handlers& handlers);
void addGroupHandlers(World& world, Handlers& handlers);
void addSessionHandlers(World& world, Handlers& handlers);
void addGroupMemberHandlers(World& world, Handlers& handlers);
void addDeviceHandlers(World& world, Handlers& handlers);
void addCatalogHandlers(World& world, Handlers& handlers);
void addResourceHandlers(World& world, Handlers& handlers);
// All of them. world outlives the result.
Handlers handlersOf(World& world);

// Of an operation that answers nothing.
inline QJsonObject noMembers()
{
    return {};
}

} // namespace fuotadesk
