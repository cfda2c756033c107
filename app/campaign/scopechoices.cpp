#include "campaign/scopechoices.h"

#include "campaign/session.h"
#include "iotwireless/deviceprofileclient.h"
#include "iotwireless/multicastgroupclient.h"

#include <algorithm>

namespace fuotadesk {

namespace {

using Choices = QList<NamedId>;

template <typename Summary>
Choices byName(const QList<Summary>& list)
{
    Choices choices;
    for (const Summary& each : list)
        choices.append({each.id, each.name});
    std::ranges::stable_sort(choices, {},
                             [](const NamedId& each) { return each.name.toCaseFolded(); });
    return choices;
}

template <typename Summary>
void hand(CallOf<QList<Summary>>* list, CallOf<Choices>* call)
{
    forward(list, call,
            [](const Result<QList<Summary>>& read) { return read.map(byName<Summary>); });
}

} // namespace

CallOf<QList<NamedId>>* readScopeChoices(Session& session, DeviceScope scope, QObject* owner)
{
    const auto stack = session.stack();
    if (!stack)
        return settledCall<Choices>(owner, failure(ErrorKind::CredentialsMissing));
    auto* call = new CallOf<Choices>(owner);
    switch (scope) {
    case DeviceScope::Profile:
        hand(stack->deviceProfiles().list(QStringLiteral("LoRaWAN"), call), call);
        break;
    case DeviceScope::Task:
        hand(stack->fuotaTasks().list(call), call);
        break;
    case DeviceScope::Group:
        hand(stack->multicastGroups().list(call), call);
        break;
    case DeviceScope::All:
    case DeviceScope::ServiceProfile:
    case DeviceScope::Destination:
        call->settle(Choices());
        break;
    }
    return call;
}

} // namespace fuotadesk
