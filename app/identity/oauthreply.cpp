#include "identity/oauthreply.h"

#include "identity/identitycall.h"

#include <algorithm>
#include <array>

namespace fuotadesk {

namespace {

struct Wording {
    OAuthError error;
    int status;
    const char* exception;
    const char* code;
    const char* description;
};

using enum OAuthError;

constexpr std::array Wordings{
    Wording{AccessDenied, 400, "AccessDeniedException", "access_denied",
            "The person denied the request"},
    Wording{AuthorizationPending, 400, "AuthorizationPendingException", "authorization_pending",
            "The person has not answered yet"},
    Wording{ExpiredToken, 400, "ExpiredTokenException", "expired_token",
            "The code is no longer valid"},
    Wording{InvalidClient, 401, "InvalidClientException", "invalid_client",
            "Invalid client provided"},
    Wording{InvalidClientMetadata, 400, "InvalidClientMetadataException", "invalid_client_metadata",
            "Invalid client metadata"},
    Wording{InvalidGrant, 400, "InvalidGrantException", "invalid_grant", "Invalid grant provided"},
    Wording{InvalidRedirectUri, 400, "InvalidRedirectUriException", "invalid_redirect_uri",
            "Invalid redirect URI provided"},
    Wording{InvalidRequest, 400, "InvalidRequestException", "invalid_request", "Invalid request"},
    Wording{SlowDown, 400, "SlowDownException", "slow_down", "Too many requests"},
    Wording{UnauthorizedClient, 400, "UnauthorizedClientException", "unauthorized_client",
            "The client is not registered for this grant type"},
    Wording{UnsupportedGrantType, 400, "UnsupportedGrantTypeException", "unsupported_grant_type",
            "Unsupported grant type"},
};

} // namespace

HttpResponse oauthReply(const OAuthResult<QJsonObject>& result)
{
    if (result)
        return jsonReply(200, *result);
    const auto* const found = std::ranges::find(Wordings, result.error(), &Wording::error);
    return errorReply(found->status, found->exception,
                      {{QStringLiteral("error"), QLatin1String(found->code)},
                       {QStringLiteral("error_description"), QLatin1String(found->description)}});
}

} // namespace fuotadesk
