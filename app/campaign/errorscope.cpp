#include "campaign/errorscope.h"

namespace fuotadesk {

bool mayPass(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::HostNotFound:
    case ErrorKind::ConnectionRefused:
    case ErrorKind::ConnectionLost:
    case ErrorKind::TimedOut:
    case ErrorKind::Throttled:
    case ErrorKind::ServiceUnavailable:
        return true;
    default:
        return false;
    }
}

// A policy may deny a single device, and the service may break at a single one.
ErrorScope scopeOf(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::ValidationFailed:
    case ErrorKind::InputInvalid:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
        return ErrorScope::One;
    case ErrorKind::AccessDenied:
    case ErrorKind::ServiceFailed:
    case ErrorKind::AnswerMalformed:
    case ErrorKind::AnswerTooLarge:
    case ErrorKind::Refused:
        return ErrorScope::Unclear;
    default:
        return mayPass(error) ? ErrorScope::Unclear : ErrorScope::All;
    }
}

} // namespace fuotadesk
