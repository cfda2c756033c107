#pragma once

#include "identity/keyring.h"
#include "sandbox/answers.h"

namespace fuotadesk {

// What a signature must be for. An empty region: any.
struct SignedScope {
    QByteArray service;
    QByteArray region;
};

// Says with which of the keys there are a call is signed, as AWS checks Signature Version 4: the
// headers the client names, which must contain host and each x-amz-* header it sent, the path as it
// stands on the wire, the scope, and at most 15 minutes between the two clocks. Refusals carry the
// service's own codes and words.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
class SignatureVerifier {
public:
    // keys outlives it.
    SignatureVerifier(const KeyRing& keys, const Clock& clock);

    Served<HeldKey> signer(const HttpCall& call, const SignedScope& wanted) const;

private:
    const KeyRing& m_keys;
    const Clock& m_clock;
};

} // namespace fuotadesk
