#include "store/activitywords.h"

#include <algorithm>
#include <array>

namespace fuotadesk {

namespace {

using enum ErrorKind;

constexpr std::array Outcomes = {
    std::pair{ChangeOutcome::Unknown, "unknown"}, std::pair{ChangeOutcome::Open, "open"},
    std::pair{ChangeOutcome::Done, "done"}, std::pair{ChangeOutcome::Failed, "failed"}};

// Those a call to the service can end with.
constexpr std::array Failures = {std::pair{Cancelled, "cancelled"},
                                 std::pair{HostNotFound, "host-not-found"},
                                 std::pair{ConnectionRefused, "connection-refused"},
                                 std::pair{ConnectionLost, "connection-lost"},
                                 std::pair{TimedOut, "timed-out"},
                                 std::pair{TlsFailed, "tls-failed"},
                                 std::pair{ProxyFailed, "proxy-failed"},
                                 std::pair{AnswerMalformed, "answer-malformed"},
                                 std::pair{AnswerTooLarge, "answer-too-large"},
                                 std::pair{ValidationFailed, "validation-failed"},
                                 std::pair{AccessDenied, "access-denied"},
                                 std::pair{NotFound, "not-found"},
                                 std::pair{Conflict, "conflict"},
                                 std::pair{Throttled, "throttled"},
                                 std::pair{ServiceFailed, "service-failed"},
                                 std::pair{ServiceUnavailable, "service-unavailable"},
                                 std::pair{Refused, "refused"},
                                 std::pair{SignatureMismatch, "signature-mismatch"},
                                 std::pair{UnknownAccessKey, "unknown-access-key"},
                                 std::pair{CredentialsExpired, "credentials-expired"},
                                 std::pair{CredentialsMissing, "credentials-missing"},
                                 std::pair{ClockSkewed, "clock-skewed"}};

} // namespace

QString outcomeWord(ChangeOutcome outcome)
{
    const auto* const found =
        std::ranges::find(Outcomes, outcome, &std::pair<ChangeOutcome, const char*>::first);
    return QString::fromLatin1(found->second);
}

QString failureWord(const std::optional<ErrorKind>& kind)
{
    if (!kind)
        return QStringLiteral("");
    const auto* const found =
        std::ranges::find(Failures, *kind, &std::pair<ErrorKind, const char*>::first);
    return found == Failures.end() ? failureWord(Refused) : QString::fromLatin1(found->second);
}

ChangeOutcome outcomeOfWord(const QString& word)
{
    const auto* const found = std::ranges::find_if(
        Outcomes, [&](const auto& each) { return word == QLatin1String(each.second); });
    return found == Outcomes.end() ? ChangeOutcome::Unknown : found->first;
}

std::optional<ErrorKind> failureOfWord(const QString& word)
{
    const auto* const found = std::ranges::find_if(
        Failures, [&](const auto& each) { return word == QLatin1String(each.second); });
    if (found == Failures.end())
        return {};
    return found->first;
}

} // namespace fuotadesk
