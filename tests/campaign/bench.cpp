#include "campaign/bench.h"

namespace fuotadesk {

Result<void> LocalEndpointDouble::start(const LocalEndpointOptions&)
{
    ++starts;
    if (error)
        return failure(*error);
    m_url = QStringLiteral("http://127.0.0.1:1");
    return {};
}

Result<void> LocalEndpointDouble::setFaults(const QList<FaultSpec>& list)
{
    for (const FaultSpec& fault : list)
        if (!fault.operation.isEmpty() && fault.operation == unknownOperation)
            return failure(ErrorKind::InputInvalid, fault.operation);
    faults = list;
    return {};
}

Credentials LocalEndpointDouble::credentials() const
{
    return {QStringLiteral("AKIASANDBOX"), Secret(QByteArray("sandbox-secret")), {}};
}

CallOf<Secret>* KeychainDouble::read(const QString& key, QObject* owner)
{
    auto* call = new CallOf<Secret>(owner);
    if (silent)
        return call;
    if (error)
        call->settle(failure(*error));
    else if (!entries.contains(key))
        call->settle(failure(ErrorKind::SecretNotFound));
    else
        call->settle(entries.value(key));
    return call;
}

CallOf<void>* KeychainDouble::write(const QString& key, const Secret& secret, QObject* owner)
{
    auto* call = new CallOf<void>(owner);
    if (silent)
        return call;
    if (error) {
        call->settle(failure(*error));
        return call;
    }
    entries.insert(key, secret);
    call->settle({});
    return call;
}

CallOf<void>* KeychainDouble::remove(const QString& key, QObject* owner)
{
    auto* call = new CallOf<void>(owner);
    if (silent)
        return call;
    if (error)
        call->settle(failure(*error));
    else if (entries.remove(key) == 0)
        call->settle(failure(ErrorKind::SecretNotFound));
    else
        call->settle({});
    return call;
}

Bench::Bench()
    : settings(folder.filePath(QStringLiteral("settings.json"))),
      journal(folder.filePath(QStringLiteral("journal")), clock),
      session({settings, keychain, *memory, stacks, sandbox, {}, random})
{
}

void Bench::signIn()
{
    session.activate(sandboxConnection().id);
    QTRY_VERIFY(session.isReady());
}

TaskDraft exampleTask(const QString& name)
{
    TaskDraft task;
    task.name = name;
    task.rfRegion = QStringLiteral("EU868");
    task.firmwareUpdateImage = QStringLiteral("s3://bucket/fw.bin");
    task.firmwareUpdateRole = QStringLiteral("arn:aws:iam::123456789012:role/fuota");
    task.redundancyPercent = 20;
    return task;
}

} // namespace fuotadesk
