#pragma once

#include "store/memberbatch.h"

#include <deque>

namespace fuotadesk {

// How far each member of a batch is: who is next, what the journal has yet to hear. Nothing goes
// out but what takeNext() gave, after the updates that came with it are on disk.
class MemberLedger {
public:
    explicit MemberLedger(QList<Member> members);

    const QList<Member>& members() const { return m_members; }
    const Member& at(qsizetype position) const { return m_members.at(position); }
    MemberCounts counts() const { return m_counts; }
    qint64 unsettled() const { return m_counts.waiting + m_counts.sent; }
    // Unsettled ones, in order, whether they are to be sent or only to be judged.
    QList<qsizetype> unsettledPositions() const;

    bool hasNext() const { return !m_queue.empty(); }
    // The next to send; they are Sent from now on.
    QList<qsizetype> takeNext(qsizetype most);
    // To be sent, behind all that waits.
    void putBack(qsizetype position) { m_queue.push_back(position); }
    // Done, or Failed with its error.
    void settle(qsizetype position, const std::optional<Error>& error);
    // Nothing is to be sent any more.
    void clearQueue() { m_queue.clear(); }

    // What changed since the last call.
    QList<MemberUpdate> takeUpdates() { return std::exchange(m_updates, {}); }

private:
    void change(qsizetype position, MemberState state, const std::optional<Error>& error);

    QList<Member> m_members;
    MemberCounts m_counts;
    std::deque<qsizetype> m_queue;
    QList<MemberUpdate> m_updates;
};

} // namespace fuotadesk
