// FUOTA Desk with a stopwatch: tells at its end how much its window's thread ever computed before
// it listened again, from the first key on a slider to the closing of the window.
#include "wiring/translations.h"
#include "wiring/windowrun.h"

#include <QAbstractEventDispatcher>
#include <QSlider>

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace {

double computedMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

class Stopwatch : public QObject {
public:
    Stopwatch()
    {
        qApp->installEventFilter(this);
        connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this,
                &Stopwatch::endLap);
    }
    double longest() const { return m_longest; }
    int laps() const { return m_laps; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::KeyPress && qobject_cast<QSlider*>(watched) && !m_runs)
            start();
        if (event->type() == QEvent::Close)
            m_runs = false;
        return false;
    }

private:
    void start()
    {
        m_runs = true;
        m_lapBegan = computedMs();
    }

    void endLap()
    {
        if (!m_runs)
            return;
        const double now = computedMs();
        m_longest = std::max(m_longest, now - m_lapBegan);
        m_lapBegan = now;
        ++m_laps;
    }

    bool m_runs = false;
    double m_lapBegan = 0;
    double m_longest = 0;
    int m_laps = 0;
};

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("fuotadesk"));
    QApplication application(argc, argv);
    const fuotadesk::Translations translations;
    QApplication::setApplicationDisplayName(QStringLiteral("FUOTA Desk"));
    const Stopwatch stopwatch;
    const int status = fuotadesk::runWindow(application);
    std::printf("computed at most %.2f ms in a stretch of %d\n", stopwatch.longest(),
                stopwatch.laps());
    return status;
}
