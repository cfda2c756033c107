#include "signin/profilecatalog.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

using namespace fuotadesk;

namespace {

constexpr int Rounds = 9;

template <typename Work>
double medianMs(Work work)
{
    std::array<double, Rounds> times{};
    for (double& time : times) {
        QElapsedTimer timer;
        timer.start();
        work();
        time = double(timer.nsecsElapsed()) / 1e6;
    }
    std::ranges::sort(times);
    return times[Rounds / 2];
}

} // namespace

// benchprofiles CONFIG: what it costs to read the file, and to make the list of its profiles.
int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QString file = QCoreApplication::arguments().value(1);
    ProfileSet set;
    const double read = medianMs([&] { set = readProfileSet(file, {}).value_or(ProfileSet()); });
    qsizetype usable = 0;
    const double listed = medianMs([&] {
        const QList<ProfileEntry> entries = profileEntries(set, Environment());
        usable =
            std::ranges::count_if(entries, [](const ProfileEntry& each) { return !each.error; });
    });
    std::printf("{\"profiles\": %d, \"usable\": %d, \"read_ms\": %.3f, \"list_ms\": %.3f}\n",
                int(set.profiles.size()), int(usable), read, listed);
    return 0;
}
