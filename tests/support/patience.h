#pragma once

#include <QTest>
#include <QTimer>

#include <functional>

namespace fuotadesk {

// Milliseconds to wait for what computes: it shares the cores with other tests.
inline constexpr int SimulationTimeout = 180000;

// Lets everything take its course that is under way by now, where a test shows that nothing comes
// of it.
inline void letEventsPass()
{
    constexpr int Rounds = 20; // more than any chain of answers has
    QObject context;
    int rounds = 0;
    const std::function<void()> next = [&] {
        if (++rounds < Rounds)
            QTimer::singleShot(0, &context, next);
    };
    next();
    QTRY_COMPARE(rounds, Rounds);
}

} // namespace fuotadesk
