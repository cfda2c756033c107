#pragma once

#include "store/activity.h"
#include "store/journalfile.h"

namespace fuotadesk {

struct ActivityEnd {
    qint64 number = 0;
    QDateTime at;
    ChangeEnd end;
};

// The file of the activity journal, on the one thread that calls it; see JournalFile. What a dead
// process left open has an unknown end from the next look or write on.
class ActivityDatabase {
public:
    ActivityDatabase(QString folder, QDateTime now, qint64 mostEntries);

    // All of it with one write to the disk. Gives the numbers of the new entries, in their order;
    // what they come with for a number does not matter.
    Result<QList<qint64>> write(const QList<ActivityEntry>& begun, const QList<ActivityEnd>& ended);
    Result<ActivityExcerpt> read(const ActivityQuery& query);
    // Those of the numbers that are there.
    Result<QList<ActivityEntry>> readEach(const QList<qint64>& numbers);
    void close() { m_file.close(); }

private:
    Result<qint64> insert(const ActivityEntry& entry);
    Result<void> giveUpOrphans();
    Result<void> forgetOldest();
    Result<QList<ActivityEntry>> select(const QString& condition, const QVariantList& values);

    JournalFile m_file;
    qint64 m_mostEntries;
};

} // namespace fuotadesk
