#pragma once

#include "base/result.h"

namespace fuotadesk {

// Where a profile's credentials begin.
enum class ProfileSource { Keys, Environment, WebIdentity, Sso, Login, Process };

// What a list says of a profile; no secret among it.
struct ProfileEntry {
    QString name; // empty: what the environment says
    QString region; // of the profile itself; may be empty
    ProfileSource source = ProfileSource::Keys;
    QString accountId; // where the files tell it
    QString roleArn; // of the last role it assumes; may be empty
    bool asksForCode = false; // of a multi-factor device
    std::optional<Error> error; // why it can not be used

    friend bool operator==(const ProfileEntry&, const ProfileEntry&) = default;
};

} // namespace fuotadesk
