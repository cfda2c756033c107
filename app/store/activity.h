#pragma once

#include "base/changerecorder.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

namespace fuotadesk {

// A change as the activity journal keeps it. Times are UTC; endedAt is invalid while it is open,
// and where its end was never heard of.
struct ActivityEntry {
    qint64 number = 0; // counts up; newer is higher
    QDateTime at;
    QDateTime endedAt;
    ChangeCall call;
    ChangeEnd end;

    friend bool operator==(const ActivityEntry&, const ActivityEntry&) = default;
};

// Which entries are wanted; an empty member does not narrow. search is looked for in the target,
// the member, the result, the request id and the name of the connection, without case.
struct ActivityFilter {
    QString search;
    QString operation;
    std::optional<ChangeOutcome> outcome;

    bool isEmpty() const { return search.isEmpty() && operation.isEmpty() && !outcome; }
    friend bool operator==(const ActivityFilter&, const ActivityFilter&) = default;
};

// What part of them, the newest first: those of the filter below a number and above another (0: no
// bound), at most so many.
struct ActivityQuery {
    ActivityFilter filter;
    qint64 below = 0;
    qint64 above = 0;
    int most = 200;
};

struct ActivityExcerpt {
    QList<ActivityEntry> entries;
    qint64 total = 0; // that the filter has, whatever the bounds
    QStringList operations; // that occur in the journal, whatever the filter
};

} // namespace fuotadesk
