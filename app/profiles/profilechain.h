#pragma once

#include "base/connection.h"
#include "profiles/profileset.h"

#include <QList>

#include <optional>
#include <variant>

namespace fuotadesk {

struct StaticKeys {
    Credentials keys;
    QString accountId; // may be empty

    friend bool operator==(const StaticKeys&, const StaticKeys&) = default;
};

// credential_source: "Environment", "Ec2InstanceMetadata", "EcsContainer".
struct NamedSource {
    QString name;

    friend bool operator==(const NamedSource&, const NamedSource&) = default;
};

struct WebIdentitySource {
    QString roleArn;
    QString tokenFile;
    QString sessionName; // may be empty

    friend bool operator==(const WebIdentitySource&, const WebIdentitySource&) = default;
};

// Without accountId and roleName it gives a token, but no credentials.
struct SsoSource {
    QString sessionName; // of the section sso-session; empty in the old form
    QString region;
    QString startUrl;
    QString accountId;
    QString roleName;
    QString scopes; // sso_registration_scopes, separated by commas

    friend bool operator==(const SsoSource&, const SsoSource&) = default;
};

// What "aws login" has left.
struct LoginSource {
    QString session; // an ARN

    friend bool operator==(const LoginSource&, const LoginSource&) = default;
};

struct ProcessSource {
    QString command;
    QString accountId; // where the process does not say one

    friend bool operator==(const ProcessSource&, const ProcessSource&) = default;
};

using CredentialSource =
    std::variant<StaticKeys, NamedSource, WebIdentitySource, SsoSource, LoginSource, ProcessSource>;

// One AssumeRole. What may be empty is then not sent.
struct RoleStep {
    QString profile; // that asks for it
    QString roleArn;
    QString externalId;
    QString sessionName;
    QString mfaSerial; // not empty: a code is asked for
    std::optional<int> durationSeconds; // 900..43200

    friend bool operator==(const RoleStep&, const RoleStep&) = default;
};

// How a profile comes to its credentials: the source first, then the roles in the order they are
// assumed.
struct ProfileChain {
    QString sourceProfile;
    CredentialSource source;
    QList<RoleStep> roles;

    friend bool operator==(const ProfileChain&, const ProfileChain&) = default;
};

// Error: ConfigurationInvalid; code is "profile-missing", "profile-empty", "profile-loop",
// "source-missing" (neither source_profile nor credential_source), "source-twice", "duration", or
// the property that is missing; detail is the profile, or what it names.
// https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html
Result<ProfileChain> resolveChain(const ProfileSet& set, const QString& profile);

} // namespace fuotadesk
