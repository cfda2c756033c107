#pragma once

#include "base/call.h"

#include <optional>

namespace fuotadesk {

// Catches what a call settles with.
template <typename T>
struct Outcome {
    int count = 0;
    std::optional<Result<T>> result;

    void watch(CallOf<T>* call, QObject* context)
    {
        call->then(context, [this](const Result<T>& settled) {
            ++count;
            result = settled;
        });
    }
};

} // namespace fuotadesk
