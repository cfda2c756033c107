#pragma once

#include "aws/httpmessage.h"

#include <QJsonObject>
#include <tl/expected.hpp>

namespace fuotadesk {

// The errors of RFC 6749 and RFC 8628 that OpenID Connect of IAM Identity Center has.
enum class OAuthError {
    AccessDenied,
    AuthorizationPending,
    ExpiredToken,
    InvalidClient,
    InvalidClientMetadata,
    InvalidGrant,
    InvalidRedirectUri,
    InvalidRequest,
    SlowDown,
    UnauthorizedClient,
    UnsupportedGrantType,
};

template <typename T>
using OAuthResult = tl::expected<T, OAuthError>;

// {"error", "error_description"}, and the exception's name in a header.
// https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_CreateToken.html
HttpResponse oauthReply(const OAuthResult<QJsonObject>& result);

} // namespace fuotadesk
