#include "conformance/profilewords.h"

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
};

} // namespace

QString profileErrorCode(const QString& sentence)
{
    for (const Words& each : Table) {
        if (sentence.contains(QLatin1String(each.sentence)))
            return QString::fromLatin1(each.code);
    }
    return sentence;
}

} // namespace fuotadesk
