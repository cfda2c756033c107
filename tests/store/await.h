#pragma once

#include "base/call.h"

#include <QTest>

#include <memory>

namespace fuotadesk {

// What a call ends with; TimedOut when it does not within two minutes.
template <typename T>
Result<T> outcome(CallOf<T>* call)
{
    QObject context;
    const auto result = std::make_shared<std::optional<Result<T>>>();
    call->then(&context, [result](const Result<T>& settled) { *result = settled; });
    if (!QTest::qWaitFor([&] { return result->has_value(); }, 120'000))
        return failure(ErrorKind::TimedOut);
    return **result;
}

// The kind of error a call ends with; nothing when it succeeds.
template <typename T>
std::optional<ErrorKind> errorOf(const Result<T>& result)
{
    if (result)
        return {};
    return result.error().kind;
}

} // namespace fuotadesk
