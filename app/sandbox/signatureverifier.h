#pragma once

#include "base/clock.h"
#include "base/connection.h"
#include "sandbox/answers.h"

#include <optional>

namespace fuotadesk {

// Says whether a call is signed with the one key there is, as AWS checks Signature Version 4: the
// headers the client names, which must contain host and each x-amz-* header it sent, the path as it
// stands on the wire, the scope, and at most 15 minutes between the two clocks. Refusals carry the
// service's own codes and words.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
class SignatureVerifier {
public:
    SignatureVerifier(Credentials credentials, const QString& region, const Clock& clock);

    std::optional<ServiceError> refusal(const HttpCall& call) const;

private:
    Credentials m_credentials;
    QByteArray m_region;
    const Clock& m_clock;
};

} // namespace fuotadesk
