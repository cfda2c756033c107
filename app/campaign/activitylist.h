#pragma once

#include "campaign/tasklist.h"
#include "store/activity.h"

namespace fuotadesk {

class ActivityJournal;

// The entries of the activity journal that a filter lets through, the newest first, read page by
// page. What this process does comes by itself, what others do with refresh(). Nothing is read
// before the first refresh(). What is known stays after a failure.
class ActivityList : public QObject {
    Q_OBJECT

public:
    static constexpr int PageSize = 200;

    explicit ActivityList(ActivityJournal& journal, QObject* parent = nullptr);

    void setFilter(const ActivityFilter& filter);
    const ActivityFilter& filter() const { return m_filter; }
    void refresh();
    void readMore();
    bool hasMore() const { return m_entries.size() < m_total; }

    const QList<ActivityEntry>& entries() const { return m_entries; }
    qint64 total() const { return m_total; } // that the filter lets through
    const QStringList& operations() const { return m_operations; } // that the journal has
    ListState state() const { return m_state; }
    const std::optional<Error>& error() const { return m_error; }
    // Why changes are not being recorded; unset while they are.
    const std::optional<Error>& recordingError() const;
    // All that the filter lets through, for an export.
    CallOf<ActivityExcerpt>* readAll(QObject* owner);

Q_SIGNALS:
    void entriesReset();
    void entriesAdded(qsizetype first, qsizetype count);
    void entryChanged(qsizetype index);
    void stateChanged();
    void recordingErrorChanged();

private:
    void reload();
    void takeFirstPage(const Result<ActivityExcerpt>& page);
    void takeNewer(const Result<ActivityExcerpt>& page);
    void takeEntries(const QList<ActivityEntry>& entries);
    void takeEntry(const ActivityEntry& entry);
    void readOpenOnes();
    void fail(const Error& error);
    void setState(ListState state);
    bool matches(const ActivityEntry& entry) const;

    ActivityJournal& m_journal;
    ActivityFilter m_filter;
    QList<ActivityEntry> m_entries;
    qint64 m_total = 0;
    QStringList m_operations;
    ListState m_state = ListState::Empty;
    std::optional<Error> m_error;
    std::unique_ptr<QObject> m_look; // owns what is being read
    bool m_isReadingMore = false;
};

} // namespace fuotadesk
