#pragma once

#include "buckets/s3reply.h"
#include "identity/keyring.h"
#include "sandbox/httpcall.h"

namespace fuotadesk {

// What S3 knows of who calls once the signature is found good.
struct S3Signer {
    HeldKey key;
    QString region; // that the signature is good for
};

// Checks Signature Version 4 as S3 does: any region, the path as it was sent and the payload hash
// as its header says it (whether that is the body's is looked at later). Refusals in S3's words.
// https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
class S3Signature {
public:
    // Both outlive it.
    S3Signature(const KeyRing& keys, const Clock& clock) : m_keys(keys), m_clock(clock) { }

    // That the header names S3 as the service; no more is looked at.
    static bool isFor(const HttpCall& call);

    S3Result<S3Signer> signer(const HttpCall& call) const;

private:
    const KeyRing& m_keys;
    const Clock& m_clock;
};

} // namespace fuotadesk
