#pragma once

#include "base/call.h"
#include "iotwireless/deviceprofile.h"

#include <QHash>

#include <memory>

namespace fuotadesk {

class Session;
enum class Urgency;

// The device profiles of the active connection, each read once, however many devices have it. What
// could not be read is not asked for again before forgetFailures().
class ProfileShelf : public QObject {
    Q_OBJECT

public:
    explicit ProfileShelf(Session& session, QObject* parent = nullptr);
    ~ProfileShelf() override;

    // Errors: those of DeviceProfileClient; CredentialsMissing; Cancelled by a change of
    // connection.
    CallOf<DeviceProfile>* get(const QString& id, Urgency urgency, QObject* owner);
    void forgetFailures();
    // All are read anew.
    void forget();

private:
    using Waiting = QList<QPointer<CallOf<DeviceProfile>>>;

    void take(const QString& id, const Result<DeviceProfile>& profile);

    Session& m_session;
    QHash<QString, Result<DeviceProfile>> m_known;
    QHash<QString, Waiting> m_waiting;
    std::unique_ptr<QObject> m_generation; // owns the calls under way
};

} // namespace fuotadesk
