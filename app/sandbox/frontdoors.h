#pragma once

#include "sandbox/accountimages.h"
#include "sandbox/iamdoor.h"
#include "sandbox/identitydoor.h"
#include "sandbox/s3door.h"

namespace fuotadesk {

// The services of the account beside IoT Wireless, each behind its own door: S3, IAM, and those
// that say who somebody is. S3 lets in whom the roles allow. clock, random and faults outlive it.
class FrontDoors {
public:
    FrontDoors(const Credentials& credentials, const QString& region, const Clock& clock,
               RandomSource& random, FaultInjector& faults);
    FrontDoors(const FrontDoors&) = delete;
    FrontDoors& operator=(const FrontDoors&) = delete;

    // Nothing: the request is for none of them.
    std::optional<HttpAnswer> answer(const HttpCall& call, const QString& requestId);

    Identity& identity() { return m_identity; }
    const SignatureVerifier& verifier() const { return m_verifier; }
    BucketStore& buckets() { return m_buckets; }
    const ImageSource& images() const { return m_images; }

private:
    Identity m_identity;
    SignatureVerifier m_verifier;
    IdentityDoor m_identityDoor;
    BucketStore m_buckets;
    S3Door m_s3Door;
    RoleBook m_roles;
    IamDoor m_iamDoor;
    AccountImages m_images;
};

} // namespace fuotadesk
