#pragma once

#include "identity/identitycall.h"
#include "identity/stsreply.h"

namespace fuotadesk {

struct SandboxRole;

// The Security Token Service, version 2011-06-15: GetCallerIdentity, AssumeRole and
// AssumeRoleWithWebIdentity, for the roles of the sandbox.
// https://docs.aws.amazon.com/STS/latest/APIReference
class StsServer {
public:
    explicit StsServer(KeyRing& keys) : m_keys(keys) { }

    // Every request of the query protocol goes to "/".
    static bool isAsked(const IdentityCall& call);
    static bool wantsSignature(const IdentityCall& call);

    // asker: whose signature was found good; null where none is wanted.
    HttpResponse answer(const IdentityCall& call, const HeldKey* asker);

private:
    QueryResult<QList<XmlMember>> perform(const FormFields& fields, const HeldKey* asker);
    QueryResult<QList<XmlMember>> assumeRole(const FormFields& fields, const HeldKey& asker);
    QueryResult<QList<XmlMember>> assumeWithWebIdentity(const FormFields& fields);
    HeldKey issue(const SandboxRole& role, const FormFields& fields);

    KeyRing& m_keys;
};

} // namespace fuotadesk
