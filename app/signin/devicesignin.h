#pragma once

#include "signin/ssoflow.h"

namespace fuotadesk {

// The device flow: the person compares or enters a code on a page, in a browser that may be
// anywhere, while the service is asked again and again. A lost connection does not end it.
// https://www.rfc-editor.org/rfc/rfc8628
class DeviceSignIn final : public SsoFlow {
    Q_OBJECT

public:
    DeviceSignIn(SignInTools& tools, const Plan& plan, QObject* parent = nullptr);

    // Between two questions.
    std::chrono::seconds interval() const { return m_interval; }

private:
    void begin() override;
    void wake() override;
    void takeCached(const Result<SsoToken>& token);
    void registerClient();
    void authorize();
    void takeAuthorization(const Result<DeviceAuthorization>& given);
    void takeAnswer(const Result<OidcToken>& token);

    OidcRegistration m_registration;
    bool m_isReused = false; // the registration is of an earlier sign-in
    Secret m_deviceCode;
    std::chrono::seconds m_interval{0};
};

} // namespace fuotadesk
