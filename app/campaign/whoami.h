#pragma once

#include "base/result.h"
#include "signin/calleridentity.h"
#include "signin/signinparts.h"

#include <QObject>

#include <memory>

namespace fuotadesk {

class Session;
class StsClient;

// As whom the active connection works: asked of STS once after each sign-in. GetCallerIdentity
// needs no permission, so a failure says little; the session goes on without.
// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
class WhoAmI : public QObject {
    Q_OBJECT

public:
    WhoAmI(Session& session, const SignInParts& parts, QObject* parent = nullptr);
    ~WhoAmI() override;

    bool isAsking() const { return m_sts && !m_identity && !m_error; }
    const std::optional<CallerIdentity>& identity() const { return m_identity; }
    const std::optional<Error>& error() const { return m_error; }

Q_SIGNALS:
    void changed();

private:
    void follow();
    void ask();
    void take(const Result<CallerIdentity>& identity);

    Session& m_session;
    SignInParts m_parts;
    std::unique_ptr<StsClient> m_sts;
    std::optional<CallerIdentity> m_identity;
    std::optional<Error> m_error;
};

} // namespace fuotadesk
