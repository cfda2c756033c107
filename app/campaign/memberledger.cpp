#include "campaign/memberledger.h"

namespace fuotadesk {

namespace {

qint64& countOf(MemberCounts& counts, MemberState state)
{
    switch (state) {
    case MemberState::Waiting:
        return counts.waiting;
    case MemberState::Sent:
        return counts.sent;
    case MemberState::Done:
        return counts.done;
    case MemberState::Failed:
        break;
    }
    return counts.failed;
}

bool isSettled(const Member& member)
{
    return member.state == MemberState::Done || member.state == MemberState::Failed;
}

} // namespace

MemberLedger::MemberLedger(QList<Member> members) : m_members(std::move(members))
{
    for (const Member& each : std::as_const(m_members))
        ++countOf(m_counts, each.state);
}

QList<qsizetype> MemberLedger::unsettledPositions() const
{
    QList<qsizetype> positions;
    for (qsizetype i = 0; i < m_members.size(); ++i)
        if (!isSettled(m_members.at(i)))
            positions.append(i);
    return positions;
}

QList<qsizetype> MemberLedger::takeNext(qsizetype most)
{
    QList<qsizetype> next;
    while (next.size() < most && !m_queue.empty()) {
        next.append(m_queue.front());
        change(m_queue.front(), MemberState::Sent, {});
        m_queue.pop_front();
    }
    return next;
}

void MemberLedger::settle(qsizetype position, const std::optional<Error>& error)
{
    change(position, error ? MemberState::Failed : MemberState::Done, error);
}

void MemberLedger::change(qsizetype position, MemberState state, const std::optional<Error>& error)
{
    Member& member = m_members[position];
    --countOf(m_counts, member.state);
    ++countOf(m_counts, state);
    member.state = state;
    member.error = error;
    m_updates.append({position, state, error});
}

} // namespace fuotadesk
