#pragma once

#include "base/call.h"

#include <QList>
#include <QObject>

#include <memory>

namespace fuotadesk {

class Session;

enum class Permission {
    Unasked,
    Allowed,
    Missing,
    Unknown, // neither yes nor no came: error says what did
    Unknowable, // nothing harmless would tell
};

struct PermissionAnswer {
    QString action; // as a policy spells it: "iotwireless:StartFuotaTask"
    Permission permission = Permission::Unasked;
    std::optional<Error> error;

    friend bool operator==(const PermissionAnswer&, const PermissionAnswer&) = default;
};

// What the active connection may do, tried without doing it: lists are read as far as their first
// page, and everything else is asked of a task and a group that do not exist, so that "not found"
// means allowed. Creating and passing a role can not be tried that way. An answer holds for those
// resources only; a policy may say otherwise for others.
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiotwireless.html
class PermissionProbe : public QObject {
    Q_OBJECT

public:
    explicit PermissionProbe(Session& session, QObject* parent = nullptr);
    ~PermissionProbe() override;

    // Asks all of it anew; nothing unless the session is ready.
    void start();
    bool isRunning() const { return m_open > 0; }
    const QList<PermissionAnswer>& answers() const { return m_answers; }

Q_SIGNALS:
    void changed();

private:
    class Asking;

    void take(const QString& action, Permission permission, const std::optional<Error>& error);

    Session& m_session;
    QList<PermissionAnswer> m_answers;
    int m_open = 0;
    std::unique_ptr<Asking> m_asking;
};

} // namespace fuotadesk
