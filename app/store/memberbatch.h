#pragma once

#include "base/error.h"

#include <QDateTime>
#include <QList>

namespace fuotadesk {

enum class MemberChange { Add, Remove };
enum class MemberKind { Device, Group };

// How far one device or group has come. Sent: the request may have gone out and how it ended is not
// known.
enum class MemberState { Waiting, Sent, Done, Failed };

struct Member {
    QString id;
    MemberState state = MemberState::Waiting;
    std::optional<Error> error; // when Failed: kind, code, detail and status only

    friend bool operator==(const Member&, const Member&) = default;
};

// What is to change in the recipients of one task. number is given by the journal.
struct MemberBatch {
    qint64 number = 0;
    QString connectionId;
    QString endpoint; // as Intent::endpoint
    QString taskId;
    MemberChange change = MemberChange::Add;
    MemberKind kind = MemberKind::Device;
    QDateTime madeAt;

    friend bool operator==(const MemberBatch&, const MemberBatch&) = default;
};

// Open: somebody is, or should go on, working at it. Dropped: an operator gave it up.
enum class BatchState { Open, Done, Dropped };

struct MemberCounts {
    qint64 waiting = 0;
    qint64 sent = 0;
    qint64 done = 0;
    qint64 failed = 0;

    qint64 all() const { return waiting + sent + done + failed; }
    friend bool operator==(const MemberCounts&, const MemberCounts&) = default;
};

struct UnfinishedBatch {
    MemberBatch batch;
    MemberCounts counts;

    friend bool operator==(const UnfinishedBatch&, const UnfinishedBatch&) = default;
};

struct ClaimedBatch {
    MemberBatch batch;
    QList<Member> members; // in the order they were given

    friend bool operator==(const ClaimedBatch&, const ClaimedBatch&) = default;
};

// position: in the members of the batch.
struct MemberUpdate {
    qsizetype position = 0;
    MemberState state = MemberState::Waiting;
    std::optional<Error> error;
};

} // namespace fuotadesk
