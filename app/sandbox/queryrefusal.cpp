#include "sandbox/queryrefusal.h"

#include <algorithm>
#include <array>
#include <utility>

namespace fuotadesk {

namespace {

// The query protocol has words of its own for what the front end of the others says.
// https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
constexpr std::array Codes{
    std::pair{"UnrecognizedClientException", "InvalidClientTokenId"},
    std::pair{"InvalidSignatureException", "SignatureDoesNotMatch"},
    std::pair{"ExpiredTokenException", "ExpiredToken"},
    std::pair{"IncompleteSignatureException", "IncompleteSignature"},
    std::pair{"MissingAuthenticationTokenException", "MissingAuthenticationToken"},
};

} // namespace

QueryRefusal queryRefusal(const ServiceError& error)
{
    const auto* const found = std::ranges::find_if(
        Codes, [&error](const auto& each) { return error.code == each.first; });
    return {error.status, found == Codes.end() ? error.code : QByteArray(found->second),
            error.message};
}

} // namespace fuotadesk
