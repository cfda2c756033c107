#include "campaign/activitylist.h"

#include "store/activityjournal.h"

#include <algorithm>

namespace fuotadesk {

ActivityList::ActivityList(ActivityJournal& journal, QObject* parent)
    : QObject(parent),
      m_journal(journal),
      m_look(std::make_unique<QObject>())
{
    connect(&journal, &ActivityJournal::written, this, [this](const QList<ActivityEntry>& entries) {
        if (m_state == ListState::Ready)
            takeEntries(entries);
    });
    connect(&journal, &ActivityJournal::errorChanged, this, &ActivityList::recordingErrorChanged);
}

const std::optional<Error>& ActivityList::recordingError() const
{
    return m_journal.error();
}

void ActivityList::setState(ListState state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

void ActivityList::setFilter(const ActivityFilter& filter)
{
    if (std::exchange(m_filter, filter) != filter && m_state != ListState::Empty)
        reload();
}

void ActivityList::reload()
{
    m_look = std::make_unique<QObject>();
    m_isReadingMore = false;
    m_error.reset();
    setState(ListState::Loading);
    m_journal.read({m_filter, 0, 0, PageSize}, m_look.get())
        ->then(m_look.get(), [this](const Result<ActivityExcerpt>& page) { takeFirstPage(page); });
}

void ActivityList::takeFirstPage(const Result<ActivityExcerpt>& page)
{
    if (!page) {
        fail(page.error());
        return;
    }
    m_entries = page->entries;
    m_total = page->total;
    m_operations = page->operations;
    Q_EMIT entriesReset();
    setState(ListState::Ready);
}

// After a first look only what is newer, and what was still open.
void ActivityList::refresh()
{
    if (m_state == ListState::Loading)
        return;
    if (m_state != ListState::Ready || m_entries.isEmpty()) {
        reload();
        return;
    }
    m_journal.read({m_filter, 0, m_entries.first().number, PageSize}, m_look.get())
        ->then(m_look.get(), [this](const Result<ActivityExcerpt>& page) { takeNewer(page); });
    readOpenOnes();
}

void ActivityList::takeNewer(const Result<ActivityExcerpt>& page)
{
    if (!page) {
        fail(page.error());
        return;
    }
    if (page->entries.size() == PageSize) { // there may be a gap below
        reload();
        return;
    }
    takeEntries(page->entries);
    m_operations = page->operations;
    if (std::exchange(m_total, page->total) != page->total)
        Q_EMIT stateChanged();
}

void ActivityList::readOpenOnes()
{
    QList<qint64> numbers;
    for (const ActivityEntry& entry : std::as_const(m_entries))
        if (entry.end.outcome == ChangeOutcome::Open && numbers.size() < PageSize)
            numbers.append(entry.number);
    if (numbers.isEmpty())
        return;
    m_journal.readEach(numbers, m_look.get())
        ->then(m_look.get(), [this](const Result<QList<ActivityEntry>>& entries) {
            takeEntries(entries.value_or(QList<ActivityEntry>()));
        });
}

void ActivityList::readMore()
{
    if (m_isReadingMore || m_state != ListState::Ready || !hasMore())
        return;
    m_isReadingMore = true;
    m_journal.read({m_filter, m_entries.last().number, 0, PageSize}, m_look.get())
        ->then(m_look.get(), [this](const Result<ActivityExcerpt>& page) {
            m_isReadingMore = false;
            if (!page) {
                fail(page.error());
                return;
            }
            const qsizetype first = m_entries.size();
            m_entries += page->entries;
            // What was forgotten meanwhile does not come any more.
            m_total = page->entries.isEmpty() ? m_entries.size() : page->total;
            if (!page->entries.isEmpty())
                Q_EMIT entriesAdded(first, page->entries.size());
        });
}

void ActivityList::takeEntries(const QList<ActivityEntry>& entries)
{
    for (const ActivityEntry& entry : entries)
        takeEntry(entry);
}

// One that is known stays in sight even when the filter would not let it through any more.
void ActivityList::takeEntry(const ActivityEntry& entry)
{
    const auto place =
        std::ranges::lower_bound(m_entries, entry.number, std::greater(), &ActivityEntry::number);
    const qsizetype index = place - m_entries.begin();
    if (place != m_entries.end() && place->number == entry.number) {
        if (std::exchange(*place, entry) != entry)
            Q_EMIT entryChanged(index);
        return;
    }
    if ((place == m_entries.end() && hasMore()) || !matches(entry))
        return;
    m_entries.insert(index, entry);
    ++m_total;
    if (!m_operations.contains(entry.call.operation)) {
        m_operations.append(entry.call.operation);
        m_operations.sort();
    }
    Q_EMIT entriesAdded(index, 1);
}

// As the journal does it.
bool ActivityList::matches(const ActivityEntry& entry) const
{
    const QStringList texts = {entry.call.target, entry.call.member, entry.end.result,
                               entry.end.requestId, entry.call.connectionName};
    return (m_filter.operation.isEmpty() || m_filter.operation == entry.call.operation)
        && (!m_filter.outcome || *m_filter.outcome == entry.end.outcome)
        && texts.join(u' ').contains(m_filter.search, Qt::CaseInsensitive);
}

void ActivityList::fail(const Error& error)
{
    m_error = error;
    setState(ListState::Failed);
}

CallOf<ActivityExcerpt>* ActivityList::readAll(QObject* owner)
{
    return m_journal.read({m_filter, 0, 0, int(ActivityJournal::MostEntries)}, owner);
}

} // namespace fuotadesk
