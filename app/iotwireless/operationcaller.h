#pragma once

#include "base/call.h"

#include <QJsonObject>
#include <QUrl>

namespace fuotadesk {

class Transport;
struct Operation;

// What an operation without a token makes of a refusal that follows an attempt with an unsure end
// (Error::maybeExecuted). Reported: the error is handed on, maybeExecuted with it. GoneIsDone: "not
// found" is what the earlier attempt was to bring about, so all is well.
enum class AfterUnsure { Reported, GoneIsDone };

// Sends requests of operations and reads their answers, for the client of a resource. Errors: those
// of serviceError() and the transport; InputInvalid (code = the member) before anything is sent;
// AnswerMalformed when an answer that should name its resource by Id does not.
// Calls that need more than one request end with their caller, in Cancelled.
class OperationCaller {
public:
    // endpoint is scheme://host[:port]; transport signs.
    OperationCaller(Transport& transport, QUrl endpoint);

    CallOf<QJsonObject>* members(const Operation& operation, const QJsonObject& params,
                                 QObject* owner);

    // convert(members) is a T.
    template <typename T, typename Convert>
    CallOf<T>* perform(const Operation& operation, const QJsonObject& params, QObject* owner,
                       Convert convert)
    {
        auto* outer = new CallOf<T>(owner);
        forward(members(operation, params, outer), outer,
                [convert](const Result<QJsonObject>& answer) { return answer.map(convert); });
        return outer;
    }

    // For an operation whose answer holds nothing.
    CallOf<void>* carryOut(const Operation& operation, const QJsonObject& params, QObject* owner,
                           AfterUnsure afterUnsure = AfterUnsure::Reported);

    void endWithMe(Call* call)
    {
        QObject::connect(&m_life, &QObject::destroyed, call, &Call::cancel);
    }

private:
    Transport& m_transport;
    QUrl m_endpoint;
    QObject m_life;
};

} // namespace fuotadesk
