#pragma once

#include "signin/ssoflow.h"

#include <QObject>

#include <memory>
#include <optional>

namespace fuotadesk {

// A person signs in for one profile of the AWS tools, in a browser. The token is then in the cache
// that the profile takes its credentials from. Neither code nor address belongs into a log.
class SsoSignIn : public QObject {
    Q_OBJECT

public:
    enum class Way {
        Browser, // of this computer, which comes back by itself
        Device, // any browser, with a code
    };
    enum class State { Idle, Preparing, WaitingForPerson, Done, Failed };

    // farewell: what the browser shows at the end, plain text. second: how long one lasts; shorter
    // in tests.
    SsoSignIn(SignInTools& tools, QString farewell,
              std::chrono::milliseconds second = std::chrono::seconds(1),
              QObject* parent = nullptr);
    ~SsoSignIn() override;

    // Ends what is under way first. profile empty: the one of the environment, or "default". A
    // profile of the old form, without a session, signs in with a code, whatever the way.
    void start(const QString& profile, Way way);
    // Back to Idle.
    void cancel();

    State state() const { return m_state; }
    const QString& profile() const { return m_profile; }
    Way way() const { return m_way; }
    bool offersBrowser() const { return m_offersBrowser; }
    // The page of the organization; empty until the files are read.
    const QString& startUrl() const { return m_startUrl; }
    // While a person is waited for: what to open, until when, and the code of Way::Device.
    const QUrl& page() const { return m_page; }
    const QDateTime& expiresAt() const { return m_expiresAt; }
    const QString& userCode() const { return m_userCode; }
    // Of Failed. Those of readProfileSet(), resolveChain() and SsoFlow; ConfigurationInvalid, code
    // "sso-session", detail the profile, when its credentials come from elsewhere.
    const std::optional<Error>& error() const { return m_error; }

Q_SIGNALS:
    void changed();
    void finished(const QString& profile);

private:
    void stop();
    void resolve(const Result<ProfileSet>& set);
    void begin(const SsoFlow::Plan& plan);
    void askPerson();
    void take(const Result<void>& signedIn);
    void fail(const Error& error);
    void setState(State state);

    SignInTools& m_tools;
    QString m_farewell;
    std::chrono::milliseconds m_second;
    State m_state = State::Idle;
    QString m_profile;
    Way m_way = Way::Browser;
    bool m_offersBrowser = true;
    QString m_startUrl;
    QUrl m_page;
    QString m_userCode;
    QDateTime m_expiresAt;
    std::optional<Error> m_error;
    std::unique_ptr<QObject> m_work; // owns the calls under way
    std::unique_ptr<SsoFlow> m_flow;
};

} // namespace fuotadesk
