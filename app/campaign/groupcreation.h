#pragma once

#include "base/call.h"
#include "iotwireless/multicastgroup.h"

namespace fuotadesk {

class RandomSource;
class Session;

// Creates one multicast group, once: the token is made with the first press and stays the same
// until there is a sure answer. Pressed again after an unsure one with another draft, it first
// finds out what became of the draft before.
class GroupCreation : public QObject {
    Q_OBJECT

public:
    GroupCreation(Session& session, RandomSource& random, QObject* parent = nullptr);

    // draft comes without a token. Errors: those of MulticastGroupClient; CredentialsMissing;
    // Error::maybeExecuted: press again to find out; EarlierCreateSucceeded (code is the id): the
    // draft before this one has made its group.
    CallOf<CreatedGroup>* submit(const GroupDraft& draft, QObject* owner);

private:
    // What was sent and has no sure answer, and over which connection.
    struct Open {
        GroupDraft draft;
        QString connectionId;
    };

    void send(const GroupDraft& draft, const QPointer<CallOf<CreatedGroup>>& call);
    void settleEarlier(const GroupDraft& draft, const QPointer<CallOf<CreatedGroup>>& call);
    CallOf<CreatedGroup>* request(const GroupDraft& draft);

    Session& m_session;
    RandomSource& m_random;
    std::optional<Open> m_open;
};

} // namespace fuotadesk
