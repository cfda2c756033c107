#pragma once

namespace fuotadesk {

// What a reading of policies comes to. It is a reading: organisation policies, permission
// boundaries and session policies are not in it.
enum class Verdict {
    Allowed,
    Denied, // a statement says so
    NotAllowed, // no statement says yes
    Depends, // on a condition that can not be judged from here
};

} // namespace fuotadesk
