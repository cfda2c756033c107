#pragma once

#include "account/desk/handlers.h"
#include "account/world.h"
#include "iotwireless/operations.h"
#include "support/fakes.h"

namespace fuotadesk {

// An account with a clock that stands still, asked as the endpoint asks it: operation by operation.
struct AccountBench {
    // params as JSON; $NAME in it stands for the id kept under NAME.
    Served<QJsonObject> call(const Operation& operation, QByteArray params = "{}");
    // The status of a refusal, 0 when it is served.
    int refusal(const Operation& operation, const QByteArray& params);

    // Each keeps the id under its name.
    void makeTask(const QByteArray& name, const QByteArray& moreMembers = {});
    void makeGroup(const QByteArray& name, const QByteArray& downlinkClass = "ClassC");
    void keepDevice(const QByteArray& name, int index);
    QByteArray id(const QByteArray& name) const { return m_ids.value(name); }
    // Both must be served.
    void addToTask(const QByteArray& task, const QByteArray& device);
    void addToGroup(const QByteArray& group, const QByteArray& device);
    // Starts the task $NAME half an hour ahead; then the session has begun.
    void startNow(const QByteArray& name);

    // The names in a list of the answer, or its ids where it has none.
    QStringList listed(const Operation& operation, const char* list,
                       const QByteArray& params = "{}");
    void pass(std::chrono::milliseconds time) { world.time.jump(time); }

    FakeClock clock;
    FakeRandom random;
    World world{QStringLiteral("eu-west-1"), clock, random};
    Handlers handlers = handlersOf(world);

private:
    QMap<QByteArray, QByteArray> m_ids;
};

} // namespace fuotadesk
