#include "sandbox/faultinjector.h"

#include "access/iamserver.h"
#include "buckets/s3operations.h"
#include "iotwireless/operations.h"

#include <algorithm>

namespace fuotadesk {

namespace {

bool isOperation(const QString& name)
{
    return isS3Operation(name) || IamServer::isOperation(name)
        || std::ranges::any_of(iotWirelessOperations(),
                               [&](const Operation* operation) { return operation->name == name; });
}

} // namespace

Result<void> FaultInjector::set(const QList<FaultSpec>& faults)
{
    for (const FaultSpec& fault : faults)
        if (!fault.operation.isEmpty() && !isOperation(fault.operation))
            return failure(ErrorKind::InputInvalid, fault.operation);
    m_faults = faults;
    return {};
}

FaultInjector::Strike FaultInjector::strike(const QString& operation)
{
    Strike strike;
    for (const FaultSpec& fault : m_faults) {
        if (!fault.operation.isEmpty() && fault.operation != operation)
            continue;
        if (fault.kind == FaultKind::Latency)
            strike.delay += fault.latency;
        else if (!strike.kind && m_random.unit() < fault.chance)
            strike.kind = fault.kind;
    }
    return strike;
}

} // namespace fuotadesk
