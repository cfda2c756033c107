#pragma once

#include "signin/loginsessions.h"
#include "signin/processcredentials.h"
#include "signin/ssotokens.h"

namespace fuotadesk {

// Asks the operator for the code of a multi-factor device. Error: Cancelled.
class MfaPrompt {
public:
    virtual ~MfaPrompt() = default;
    virtual CallOf<QString>* askCode(const RoleStep& role, QObject* owner) = 0;
};

// What every profile signs in with. It outlives the calls that use it.
struct SignInTools {
    SignInTools(const SignInParts& signInParts, const FileLocations& locations,
                const Environment& variables, MfaPrompt* mfaPrompt)
        : parts(signInParts),
          files(locations),
          environment(variables),
          prompt(mfaPrompt),
          ssoTokens(parts, files.ssoCache),
          logins(parts, files.loginCache)
    {
    }

    SignInParts parts;
    FileLocations files;
    Environment environment;
    MfaPrompt* prompt; // null: nobody can be asked
    SsoTokens ssoTokens;
    LoginSessions logins;
    ProcessCredentials processes;
    Worker worker;
};

// The keys in AWS_ACCESS_KEY_ID and its companions; nothing when none of them is set. Error:
// CredentialsMissing, code = the variable that is missing.
std::optional<Result<IssuedCredentials>> environmentCredentials(const Environment& environment);

} // namespace fuotadesk
