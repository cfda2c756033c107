#include "account/desk/handlers.h"

namespace fuotadesk {

Handlers handlersOf(World& world)
{
    Handlers handlers;
    addTaskHandlers(world, handlers);
    addTaskMemberHandlers(world, handlers);
    addGroupHandlers(world, handlers);
    addSessionHandlers(world, handlers);
    addGroupMemberHandlers(world, handlers);
    addDeviceHandlers(world, handlers);
    addCatalogHandlers(world, handlers);
    addResourceHandlers(world, handlers);
    return handlers;
}

} // namespace fuotadesk
