#pragma once

#include "base/call.h"
#include "base/error.h"

namespace fuotadesk {

// One call that changes something at the service: where it goes and what it is about. Nothing else
// of the request is in it: no value that is set, no key, no body.
struct ChangeCall {
    QString connectionId;
    QString connectionName;
    QString endpoint; // scheme://host[:port]
    QString region;
    QString operation; // "DeleteFuotaTask"
    QString target; // id, ARN or name of what is changed; empty for what has no name yet
    QString member; // the device or group that comes to it or leaves it

    friend bool operator==(const ChangeCall&, const ChangeCall&) = default;
};

// Open: under way. Unknown: it may have been carried out.
enum class ChangeOutcome { Open, Done, Failed, Unknown };

struct ChangeEnd {
    ChangeOutcome outcome = ChangeOutcome::Unknown;
    std::optional<ErrorKind> errorKind; // of what is not Done
    QString errorCode;
    QString requestId;
    QString result; // id of what was created

    friend bool operator==(const ChangeEnd&, const ChangeEnd&) = default;
};

// Hears of every change before it is sent and after it has ended.
class ChangeRecorder {
public:
    ChangeRecorder() = default;
    ChangeRecorder(const ChangeRecorder&) = delete;
    ChangeRecorder& operator=(const ChangeRecorder&) = delete;
    virtual ~ChangeRecorder() = default;

    // Gives its number once it is on the disk. An error does not keep the change from being sent.
    virtual CallOf<qint64>* begin(const ChangeCall& call, QObject* owner) = 0;
    virtual void end(qint64 number, const ChangeEnd& end) = 0;
};

} // namespace fuotadesk
