#pragma once

#include "base/result.h"
#include "campaign/devicefitness.h"
#include "campaign/remainingtime.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace fuotadesk {

class Clock;
class ProfileShelf;
class Session;

// What came of looking at one device. error: it could not be read, so nothing was found.
struct DeviceCheck {
    QList<FitnessFinding> findings;
    std::optional<Error> error;

    Fitness fitness() const { return error ? Fitness::Unknown : fitnessOf(findings); }
    friend bool operator==(const DeviceCheck&, const DeviceCheck&) = default;
};

// Which devices of the active connection are fit for an update. Many are looked at in a run, behind
// all else the program asks for, one request for a device and one for a profile. A device that can
// not be read does not stop a run; what would befall every device does. What was found stays until
// the connection changes.
class DeviceChecks : public QObject {
    Q_OBJECT

public:
    DeviceChecks(Session& session, ProfileShelf& profiles, const Clock& clock,
                 QObject* parent = nullptr);
    ~DeviceChecks() override;

    // Null where it was not looked at.
    const DeviceCheck* find(const QString& id) const;
    Fitness fitnessOf(const QString& id) const;
    // Somebody has looked at it just now.
    void take(const QString& id, const DeviceCheck& check);

    // Leaves the run before.
    void start(const QList<WirelessDeviceSummary>& devices);
    void cancel();
    bool isRunning() const { return m_work != nullptr; }
    // Of the run, or of the last one.
    qsizetype count() const { return m_devices.size(); }
    qsizetype doneCount() const { return m_done; }
    std::chrono::seconds remaining() const { return m_time.of(count() - m_done); }
    // What stopped it before its end.
    const std::optional<Error>& error() const { return m_error; }

Q_SIGNALS:
    void checked(const QString& id);
    void forgotten();
    void progressChanged();
    void ended();

private:
    struct Work; // the calls under way and the stack they go over

    void forget();
    void leaveWork();
    void askMore();
    void takeDevice(qsizetype index, const Result<WirelessDevice>& device);
    void takeProfile(qsizetype index, const WirelessDevice& device,
                     const Result<DeviceProfile>& profile);
    void takeFailure(qsizetype index, const Error& error);
    void judge(qsizetype index, const WirelessDevice& device,
               const std::optional<DeviceProfile>& profile);
    void finish(qsizetype index, const DeviceCheck& check);
    void end(const std::optional<Error>& error);

    Session& m_session;
    ProfileShelf& m_profiles;
    const Clock& m_clock;
    QHash<QString, DeviceCheck> m_checks;
    QList<WirelessDeviceSummary> m_devices; // of the run
    RemainingTime m_time;
    std::optional<Error> m_error;
    Work* m_work = nullptr; // while it runs
    qsizetype m_next = 0;
    qsizetype m_done = 0;
    int m_underWay = 0;
    int m_failuresInRow = 0;
};

} // namespace fuotadesk
