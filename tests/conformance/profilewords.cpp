#include "conformance/profilewords.h"

#include <algorithm>
#include <array>

namespace fuotadesk {

namespace {

struct Words {
    const char* sentence;
    const char* code;
};

constexpr std::array Table = {
    Words{"Profile definition must end with ']'", "section-open"},
    Words{"Expected a profile definition", "no-section"},
    Words{"Property did not have a name", "no-name"},
    Words{"Expected an '=' sign defining a property", "no-equals"},
    Words{"Expected a property definition", "no-property"},
    Words{"Expected an '=' sign defining a sub-property", "sub-no-equals"},
    Words{"profile must contain `source_profile`", "source-missing"},
    Words{"profile missing aws_secret_access_key", "aws_secret_access_key"},
    Words{"profile missing aws_access_key_id", "aws_access_key_id"},
    Words{"did not contain credential information", "profile-empty"},
    Words{"could not find source profile", "profile-missing"},
    Words{"profile formed an infinite loop", "profile-loop"},
    Words{"`role_arn` was missing", "role_arn"},
    Words{"then `sso_account_id` must also be set", "sso_account_id"},
    Words{"then `sso_role_name` must also be set", "sso_role_name"},
    Words{"sso-session named", "sso_session"},
    Words{"provider was not enabled", "AWS_ACCESS_KEY_ID"},
    Words{"provider was not enabled", "no-profile"},
    Words{"provider was not enabled", "profile-missing"},
    Words{"failed to read `/home/.aws/sso/cache/", "sso-token"},
    Words{"could not parse profile file", "no-name"},
    Words{"will resolve an access token instead of credentials", "sso_account_id"},
    Words{"could not parse response: invalid JSON", "credential_process"},
};

} // namespace

bool isProfileError(const QString& sentence, const QString& code)
{
    return std::ranges::any_of(Table, [&](const Words& each) {
        return sentence.contains(QLatin1String(each.sentence)) && code == QLatin1String(each.code);
    });
}

} // namespace fuotadesk
