#pragma once

#include "aws/httpmessage.h"
#include "base/result.h"

namespace fuotadesk {

enum class RetryCause { None, Transient, Throttling };

// The standard retry mode of the AWS SDKs as of November 2026.
// https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
inline constexpr int MostAttempts = 3;

// Why the outcome of an attempt is worth another one.
RetryCause retryCause(const Result<HttpResponse>& outcome);

// How long to wait after the failed attempt (1 is the first); unit is a random number in [0, 1). An
// x-amz-retry-after of the answer stretches it by five seconds at most.
std::chrono::milliseconds retryDelay(RetryCause cause, int attempt, double unit,
                                     const Result<HttpResponse>& outcome);

} // namespace fuotadesk
