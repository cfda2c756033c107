#include "aws/retrypolicy.h"

#include "aws/serviceerror.h"

#include <algorithm>
#include <array>

namespace fuotadesk {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds LongestDelay = std::chrono::seconds(20);
constexpr milliseconds LongestStretch = std::chrono::seconds(5);

bool isTransient(ErrorKind kind)
{
    constexpr std::array Kinds = {ErrorKind::HostNotFound, ErrorKind::ConnectionRefused,
                                  ErrorKind::ConnectionLost, ErrorKind::TimedOut,
                                  ErrorKind::ProxyFailed};
    return std::ranges::find(Kinds, kind) != Kinds.end();
}

bool isTransient(int status, const QString& code)
{
    return status == 500 || status == 502 || status == 503 || status == 504
        || code == u"RequestTimeout" || code == u"RequestTimeoutException";
}

} // namespace

RetryCause retryCause(const Result<HttpResponse>& outcome)
{
    if (!outcome)
        return isTransient(outcome.error().kind) ? RetryCause::Transient : RetryCause::None;
    if (outcome->status < 400)
        return RetryCause::None;
    const QString code = serviceErrorCode(*outcome);
    if (isThrottlingCode(code) || outcome->status == 429)
        return RetryCause::Throttling;
    return isTransient(outcome->status, code) ? RetryCause::Transient : RetryCause::None;
}

milliseconds retryDelay(RetryCause cause, int attempt, double unit,
                        const Result<HttpResponse>& outcome)
{
    const milliseconds base(cause == RetryCause::Throttling ? 1000 : 50);
    const milliseconds ceiling =
        std::min(base * (1 << std::clamp(attempt - 1, 0, 16)), LongestDelay);
    const milliseconds computed(static_cast<qint64>(static_cast<double>(ceiling.count()) * unit));
    if (!outcome)
        return computed;
    bool isNumber = false;
    const int asked = headerValue(outcome->headers, "x-amz-retry-after").toInt(&isNumber);
    if (!isNumber || asked < 0)
        return computed;
    return std::clamp(milliseconds(asked), computed, computed + LongestStretch);
}

} // namespace fuotadesk
