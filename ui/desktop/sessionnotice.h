#pragma once

#include "campaign/session.h"

namespace fuotadesk {

class NoticeBar;

// Says over the pages why the session can not work and what can be done: unlock, keys for this
// session, signing in, the sandbox. Speaks of the keychain only when it has kept people waiting.
class SessionNotice : public QObject {
    Q_OBJECT

public:
    SessionNotice(Session& session, NoticeBar* bar, QObject* parent = nullptr);

Q_SIGNALS:
    void editWanted();
    void sessionKeysWanted();
    void signInWanted();

private:
    enum class Way { Retry, Edit, SessionKeys, SignIn, Sandbox };

    void takeState();
    void showSignedOut();
    void showWaiting();
    void offer(QString text, const QString& details, const QList<Way>& ways, bool isError);
    QList<Way> waysOut(const Error& error) const;
    QList<Way> waysOutOfProfile(const Error& error) const;
    void go(int index);

    Session& m_session;
    NoticeBar* m_bar;
    QList<Way> m_ways;
};

} // namespace fuotadesk
