#include "wiring/interruption.h"

#include <QSocketNotifier>

#include <csignal>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace fuotadesk {

#ifdef Q_OS_UNIX

namespace {

int wakeup[2] = {-1, -1};

// Only what a signal handler may do: one byte into a socket the event loop watches.
extern "C" void wakeEventLoop(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(wakeup[0], &byte, 1);
}

} // namespace

Interruption::Interruption()
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, wakeup) != 0)
        return; // then the signals end the program the hard way, as they always did
    auto* notifier = new QSocketNotifier(wakeup[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        [[maybe_unused]] const auto count = ::read(wakeup[1], &byte, 1);
        Q_EMIT happened();
    });
    struct sigaction action = {};
    action.sa_handler = wakeEventLoop;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

Interruption::~Interruption()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    for (int& end : wakeup) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
}

#else

Interruption::Interruption() = default;
Interruption::~Interruption() = default;

#endif

} // namespace fuotadesk
