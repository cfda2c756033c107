#pragma once

#include "base/result.h"
#include "campaign/errorscope.h"

namespace fuotadesk {

// Whether a kind of request is still worth making: not after an error that would befall each of
// them, nor after some in a row that may.
class ErrorGate {
public:
    // What every further request would end with.
    const std::optional<Error>& closed() const { return m_closed; }

    void heardAnswer() { m_failuresInRow = 0; }
    void heard(const Error& error)
    {
        const ErrorScope scope = scopeOf(error);
        m_failuresInRow = scope == ErrorScope::One ? 0 : m_failuresInRow + 1;
        if (scope == ErrorScope::All || m_failuresInRow >= FailuresThatMeanAll)
            m_closed = error;
    }
    template <typename T>
    void heard(const Result<T>& result)
    {
        if (result)
            heardAnswer();
        else
            heard(result.error());
    }

private:
    std::optional<Error> m_closed;
    int m_failuresInRow = 0;
};

} // namespace fuotadesk
