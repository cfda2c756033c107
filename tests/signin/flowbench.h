#pragma once

#include "signin/signinbench.h"
#include "signin/ssoflow.h"

namespace fuotadesk {

// What a sign-in at IAM Identity Center works with. A second lasts a millisecond.
struct FlowBench : SignInBench {
    SignInTools tools{parts(), FileLocations{{}, {}, folder.path(), {}}, Environment(), nullptr};
    SsoFlow::Plan plan{{QStringLiteral("dev"),
                        QStringLiteral("eu-west-1"),
                        QStringLiteral("https://d.awsapps.com/start"),
                        {},
                        {},
                        {}},
                       QUrl(QStringLiteral("https://oidc.eu-west-1.amazonaws.com")),
                       std::chrono::milliseconds(1)};
    Outcome<void> outcome;

    void start(SsoFlow& flow) { outcome.watch(flow.start(&owner), &owner); }

    void answerRegistration()
    {
        network.answer(
            200, R"({"clientId":"id","clientSecret":"cs","clientSecretExpiresAt":1775100000})");
    }
    void answerToken()
    {
        network.answer(200, R"({"accessToken":"at","refreshToken":"rt","expiresIn":28800})");
    }
    void refuse(const char* code)
    {
        network.answer(400, QByteArray(R"({"error":")") + code + R"("})");
    }

    QString pathOf(qsizetype index) const { return network.requests().at(index).url.path(); }

    Result<SsoToken> cached()
    {
        Outcome<SsoToken> cachedToken;
        cachedToken.watch(tools.ssoTokens.cached(plan.source, &owner), &owner);
        (void)QTest::qWaitFor([&] { return cachedToken.count > 0; }, 30'000);
        return *cachedToken.result;
    }
};

} // namespace fuotadesk
