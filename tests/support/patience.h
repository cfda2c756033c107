#pragma once

#include <QTest>
#include <QTimer>

namespace fuotadesk {

// Milliseconds to wait for what computes: it shares the cores with other tests.
inline constexpr int SimulationTimeout = 60000;

// Lets everything take its course that is under way by now, where a test shows that nothing comes
// of it.
inline void letEventsPass()
{
    QObject context;
    bool isOver = false;
    QTimer::singleShot(0, &context, [&isOver] { isOver = true; });
    QTRY_VERIFY(isOver);
}

} // namespace fuotadesk
