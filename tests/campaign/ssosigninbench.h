#pragma once

#include "campaign/ssosignin.h"
#include "signin/signinbench.h"

namespace fuotadesk {

// A sign-in of the profile "dev" with a scripted service. A second lasts a millisecond.
struct SsoSignInBench : SignInBench {
    SsoSignInBench()
    {
        write(QStringLiteral("config"),
              "[profile dev]\nsso_session = corp\nsso_account_id = 123456789012\n"
              "sso_role_name = admin\n"
              "[profile deploy]\nrole_arn = arn:aws:iam::1:role/r\nsource_profile = dev\n"
              "[profile old]\nsso_start_url = https://old.awsapps.com/start\n"
              "sso_region = eu-west-1\nsso_account_id = 1\nsso_role_name = admin\n"
              "[profile keys]\naws_access_key_id = AKIA\naws_secret_access_key = s\n"
              "[sso-session corp]\nsso_region = eu-west-1\n"
              "sso_start_url = https://corp.awsapps.com/start\n");
    }

    void answerRegistration()
    {
        network.answer(
            200, R"({"clientId":"id","clientSecret":"cs","clientSecretExpiresAt":1775100000})");
    }
    void answerAuthorization()
    {
        network.answer(200,
                       "{\"deviceCode\":\"dc\",\"userCode\":\"ABCD-EFGH\","
                       "\"verificationUri\":\"https://corp/device\","
                       "\"verificationUriComplete\":"
                       "\"https://corp/device?user_code=ABCD-EFGH\","
                       "\"expiresIn\":600,\"interval\":1}");
    }
    void answerToken()
    {
        network.answer(200, R"({"accessToken":"at","refreshToken":"rt","expiresIn":28800})");
    }

    SignInTools tools{parts(),
                      FileLocations{folder.filePath(QStringLiteral("config")),
                                    folder.filePath(QStringLiteral("credentials")),
                                    folder.path(),
                                    {}},
                      Environment(), nullptr};
    SsoSignIn signIn{tools, QStringLiteral("Bye."), std::chrono::milliseconds(1)};
};

} // namespace fuotadesk
