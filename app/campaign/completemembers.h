#pragma once

#include "campaign/memberships.h"

namespace fuotadesk {

// As Memberships::change(), for a command that is run again until all is done: an open batch of the
// task is gone on with first, then the request is compared with what the task has and the rest of
// it is carried out. The outcome is that of whichever batch stopped, else of the request.
CallOf<MembershipOutcome>* completeMembers(Memberships& memberships,
                                           const MembershipRequest& request, QObject* owner);

} // namespace fuotadesk
