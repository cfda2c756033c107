#pragma once

#include "aws/faultspec.h"
#include "base/connection.h"

namespace fuotadesk {

struct LocalEndpointOptions {
    quint16 port = 0; // 0: any free one
    bool quota = false; // 10 calls per second and operation, as AWS
    double speed = 1; // simulated seconds in a real one, 0.001 to 100 000
    int devices = 24; // of the fleet, 0 to 100 000
    int objects = 0; // small ones in firmware-bucket/many/, 0 to 100 000
    QList<FaultSpec> faults;

    friend bool operator==(const LocalEndpointOptions&, const LocalEndpointOptions&) = default;
};

// One of the files with which other programs sign in at the sandbox. path is relative.
struct SignInFile {
    // What tells a program where it is: AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE,
    // AWS_LOGIN_CACHE_DIRECTORY (its folder), or another of the files.
    enum class Use { Config, Credentials, LoginCache, Named };

    QString path;
    Use use = Use::Named;
    Secret text;

    friend bool operator==(const SignInFile&, const SignInFile&) = default;
};

// AWS in a matchbox, on loopback. Window and console reach the sandbox through this; app/sandbox
// implements it. It runs on threads of its own; start() binds and returns. Errors of start():
// SandboxUnavailable, or InputInvalid for a fault of an operation that does not exist (code).
class LocalEndpoint {
public:
    LocalEndpoint() = default;
    LocalEndpoint(const LocalEndpoint&) = delete;
    LocalEndpoint& operator=(const LocalEndpoint&) = delete;
    virtual ~LocalEndpoint() = default;

    virtual Result<void> start(const LocalEndpointOptions& options) = 0;
    virtual void stop() = 0;
    virtual QString url() const = 0; // "http://127.0.0.1:PORT", empty when it does not run
    virtual QString region() const = 0;
    virtual Credentials credentials() const = 0;
    // With a profile for each way of signing in, as they shall stand in folder (absolute). Each
    // time a session of "aws login" begins that is in one of them.
    virtual QList<SignInFile> signInFiles(const QString& folder) = 0;

    // Of the time in which campaigns go on; signatures and start times go by the real one. All of
    // it any time, whether it runs or not; start() sets the speed anew.
    virtual void setSpeed(double speed) = 0;
    virtual double speed() const = 0;
    virtual void pause() = 0;
    virtual void resume() = 0;
    virtual bool isPaused() const = 0;
    virtual void jump(std::chrono::milliseconds forward) = 0;
    // To the earliest start that a task waits for; false: none waits.
    virtual bool jumpToNextStart() = 0;
    // From the next request on, instead of those there were. Error: as that of start().
    virtual Result<void> setFaults(const QList<FaultSpec>& faults) = 0;
    // From the next request on.
    virtual void setQuota(bool limited) = 0;
    // To so many, MostDevices at most; never fewer than there are, as tasks may have them.
    virtual void growFleet(int devices) = 0;
    static constexpr int MostDevices = 100'000;
    static constexpr int MostObjects = 100'000;
};

} // namespace fuotadesk
