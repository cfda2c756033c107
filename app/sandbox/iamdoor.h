#pragma once

#include "access/iamserver.h"
#include "sandbox/faultinjector.h"
#include "sandbox/signatureverifier.h"

namespace fuotadesk {

// Lets requests in to IAM, and its answers out: it knows them by the service that they are signed
// for, or by IAM's version where they are not signed; both IAM and STS are asked at "/". It checks
// the signature, for whatever region, and which fault strikes, and refuses in IAM's form.
class IamDoor {
public:
    // All outlive it.
    IamDoor(RoleBook& roles, const SignatureVerifier& verifier, FaultInjector& faults)
        : m_server(roles),
          m_verifier(verifier),
          m_faults(faults)
    {
    }

    // Nothing: the request is not for IAM.
    std::optional<HttpAnswer> answer(const HttpCall& call, const QString& requestId);

private:
    IamServer m_server;
    const SignatureVerifier& m_verifier;
    FaultInjector& m_faults;
};

} // namespace fuotadesk
