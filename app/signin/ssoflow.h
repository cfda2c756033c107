#pragma once

#include "signin/signintools.h"

#include <QTimer>

#include <chrono>

namespace fuotadesk {

// A person signs in at IAM Identity Center with a browser; the token is then in the cache, for the
// aws CLI too. The ways are DeviceSignIn and BrowserSignIn. Deleting the flow, or cancelling its
// call, ends it.
class SsoFlow : public QObject {
    Q_OBJECT

public:
    struct Plan {
        SsoSource source;
        QUrl oidcEndpoint;
        std::chrono::milliseconds second{1000}; // how long one lasts: shorter in tests
    };

    // Settles once the token is kept. Errors with a code: "expired_token" (TimedOut, the person did
    // not come), "access_denied" (AccessDenied, the person said no), others of RFC 6749; those of
    // the way to the service, FileUnwritable.
    CallOf<void>* start(QObject* owner);

    // What the person is asked with, from personAsked() on. The code is empty where there is none.
    const QUrl& page() const { return m_page; }
    const QString& userCode() const { return m_userCode; }
    const QDateTime& expiresAt() const { return m_expiresAt; }

Q_SIGNALS:
    void personAsked();

protected:
    SsoFlow(SignInTools& tools, const Plan& plan, QObject* parent);

    virtual void begin() = 0;
    // wakeAfter() is over.
    virtual void wake() = 0;

    void askPerson(const QUrl& page, const QString& userCode, const QDateTime& expiresAt);
    void wakeAfter(std::chrono::seconds pause);
    void stopWaking() { m_timer.stop(); }
    // The call has neither settled nor gone.
    bool isWanted() const { return m_call && !m_call->isSettled(); }
    // Fails, when the time is over in which the person may come.
    bool isOver();
    void fail(Error error);
    void keep(const OidcRegistration& client, const OidcToken& token);

    SignInTools& tools() const { return m_tools; }
    const SsoSource& source() const { return m_plan.source; }
    OidcClient& client() { return m_client; }
    QObject* work() { return m_work.get(); } // owns the calls under way

private:
    void stop();

    SignInTools& m_tools;
    Plan m_plan;
    OidcClient m_client;
    std::unique_ptr<QObject> m_work = std::make_unique<QObject>();
    QPointer<CallOf<void>> m_call;
    QTimer m_timer;
    QUrl m_page;
    QString m_userCode;
    QDateTime m_expiresAt;
};

} // namespace fuotadesk
