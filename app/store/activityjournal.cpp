#include "store/activityjournal.h"

#include "store/activitydatabase.h"

namespace fuotadesk {

namespace {

// A damaged file is checked anew each time it is opened.
constexpr std::chrono::seconds RestAfterFailure{30};
constexpr qsizetype MostEndsKept = 10'000; // while nothing can be written

} // namespace

struct ActivityJournal::Group {
    QList<std::pair<ActivityEntry, QPointer<CallOf<qint64>>>> begun;
    QList<ActivityEnd> ended;
    QList<QPointer<CallOf<void>>> flushes;
};

ActivityJournal::ActivityJournal(const QString& folder, const Clock& clock, qint64 mostEntries)
    : m_clock(clock),
      m_database(std::make_unique<ActivityDatabase>(folder, clock.now(), mostEntries)),
      m_rest(0)
{
}

// What is left is written, and a connection is closed on the thread that opened it.
ActivityJournal::~ActivityJournal()
{
    if (!m_ended.isEmpty())
        writeGroup({{}, m_ended, {}});
    m_worker.run<void>(&m_worker, [database = m_database.get()]() -> Result<void> {
        database->close();
        return {};
    });
}

CallOf<qint64>* ActivityJournal::begin(const ChangeCall& call, QObject* owner)
{
    if (m_error && !m_rest.hasExpired())
        return settledCall<qint64>(owner, failure(*m_error));
    auto* asked = new CallOf<qint64>(owner);
    m_begun.append(
        {ActivityEntry{0, m_clock.now(), {}, call, {ChangeOutcome::Open, {}, {}, {}, {}}}, asked});
    write();
    return asked;
}

void ActivityJournal::end(qint64 number, const ChangeEnd& end)
{
    if (m_ended.size() == MostEndsKept)
        m_ended.removeFirst();
    m_ended.append({number, m_clock.now(), end});
    if (!m_error || m_rest.hasExpired())
        write();
}

CallOf<void>* ActivityJournal::flush(QObject* owner)
{
    auto* call = new CallOf<void>(owner);
    m_flushes.append(call);
    write();
    return call;
}

CallOf<QList<qint64>>* ActivityJournal::writeGroup(const Group& group)
{
    QList<ActivityEntry> begun;
    for (const auto& each : group.begun)
        begun.append(each.first);
    return m_worker.run<QList<qint64>>(this,
                                       [database = m_database.get(), begun, ended = group.ended] {
                                           if (begun.isEmpty() && ended.isEmpty())
                                               return Result<QList<qint64>>();
                                           return database->write(begun, ended);
                                       });
}

// One write at a time: the slower the disk, the more stand in each.
void ActivityJournal::write()
{
    if (m_isWriting || (m_begun.isEmpty() && m_ended.isEmpty() && m_flushes.isEmpty()))
        return;
    m_isWriting = true;
    const Group group{std::exchange(m_begun, {}), std::exchange(m_ended, {}),
                      std::exchange(m_flushes, {})};
    writeGroup(group)->then(this, [this, group](const Result<QList<qint64>>& numbers) {
        m_isWriting = false;
        takeWritten(group, numbers);
        if (numbers)
            write();
        else
            giveUpWaiting(numbers.error());
    });
}

// What came meanwhile would fail as well, and changes wait for it.
void ActivityJournal::giveUpWaiting(const Error& error)
{
    for (const auto& each : std::exchange(m_begun, {}))
        if (each.second)
            each.second->settle(failure(error));
    for (const auto& each : std::exchange(m_flushes, {}))
        if (each)
            each->settle({});
}

void ActivityJournal::takeWritten(const Group& group, const Result<QList<qint64>>& numbers)
{
    QList<ActivityEntry> entries;
    for (qsizetype i = 0; i < group.begun.size(); ++i) {
        const auto& [entry, asked] = group.begun.at(i);
        if (numbers) {
            const qint64 number = numbers->at(i);
            ActivityEntry written = entry;
            written.number = number;
            m_open.insert(number, written);
            entries.append(written);
        }
        if (asked)
            asked->settle(numbers.map([i](const QList<qint64>& all) { return all.at(i); }));
    }
    for (const ActivityEnd& ended : numbers ? group.ended : QList<ActivityEnd>()) {
        ActivityEntry entry = m_open.take(ended.number);
        entry.endedAt = ended.at;
        entry.end = ended.end;
        entries.append(entry);
    }
    if (!numbers) {
        m_rest.setRemainingTime(RestAfterFailure);
        m_ended = group.ended + m_ended;
    }
    setError(numbers ? std::nullopt : std::optional(numbers.error()));
    for (const auto& each : group.flushes)
        if (each)
            each->settle({});
    if (!entries.isEmpty())
        Q_EMIT written(entries);
}

void ActivityJournal::setError(const std::optional<Error>& error)
{
    if (std::exchange(m_error, error) != error)
        Q_EMIT errorChanged();
}

CallOf<ActivityExcerpt>* ActivityJournal::read(const ActivityQuery& query, QObject* owner)
{
    return m_worker.run<ActivityExcerpt>(
        owner, [database = m_database.get(), query] { return database->read(query); });
}

CallOf<QList<ActivityEntry>>* ActivityJournal::readEach(const QList<qint64>& numbers,
                                                        QObject* owner)
{
    return m_worker.run<QList<ActivityEntry>>(
        owner, [database = m_database.get(), numbers] { return database->readEach(numbers); });
}

} // namespace fuotadesk
