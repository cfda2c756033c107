#pragma once

#include "aws/localendpoint.h"

#include <QObject>

namespace fuotadesk {

class Session;

// The knobs of the sandbox for a window: what it is turned to is told to whoever shows it, which
// the endpoint itself does not do. They can be turned any time and matter while the sandbox is the
// active connection. Speed is simulated seconds in a real one, 0.001 to 100 000.
class SandboxControl : public QObject {
    Q_OBJECT

public:
    // startedWith: what the session starts the endpoint with. All outlive this.
    SandboxControl(Session& session, LocalEndpoint& endpoint,
                   const LocalEndpointOptions& startedWith);

    // The sandbox is the active connection.
    bool isChosen() const;
    double speed() const { return m_endpoint.speed(); }
    void setSpeed(double speed);
    bool isPaused() const { return m_endpoint.isPaused(); }
    void setPaused(bool paused);
    // Pending waits and campaigns are as far as if that time had gone by.
    void jump(std::chrono::milliseconds forward);
    // false: no task waits for its start, and nothing has changed.
    bool jumpToNextStart();
    // Of the fleet: it can grow, up to LocalEndpoint::MostDevices.
    int devices() const { return m_devices; }
    void growFleet(int devices);
    // 10 calls per second and operation, as AWS.
    bool hasQuota() const { return m_hasQuota; }
    void setQuota(bool limited);
    const QList<FaultSpec>& faults() const { return m_faults; }
    // Instead of those there are: faults as parseFault() takes them, with blanks or commas between.
    // Error: InputInvalid, and everything stays. code = the part that is wrong, detail = the fault
    // it stands in, empty when code is an operation that does not exist.
    Result<void> setFaults(const QString& text);

Q_SIGNALS:
    // Of what is said here.
    void changed();
    // What the service tells may change sooner than was to be expected, or has.
    void timeTurned();
    void fleetGrown();

private:
    Session& m_session;
    LocalEndpoint& m_endpoint;
    int m_devices;
    bool m_hasQuota;
    QList<FaultSpec> m_faults;
};

} // namespace fuotadesk
