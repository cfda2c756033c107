#include "desktop/sessionnotice.h"

#include "desktop/noticebar.h"
#include "text/errortext.h"

namespace fuotadesk {

SessionNotice::SessionNotice(Session& session, NoticeBar* bar, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_bar(bar)
{
    connect(&session, &Session::stateChanged, this, &SessionNotice::takeState);
    connect(&session, &Session::signInIsSlow, this, &SessionNotice::showWaiting);
    connect(bar, &NoticeBar::remedyPressed, this, &SessionNotice::go);
    takeState();
}

void SessionNotice::takeState()
{
    if (m_session.state() == SessionState::SignedOut && m_session.error())
        showSignedOut();
    else
        m_bar->clear();
}

void SessionNotice::showSignedOut()
{
    const Error& error = *m_session.error();
    const QString what = tr("“%1” can not be used.").arg(m_session.active().name);
    offer(what + u' ' + errorMessage(error), errorDetails(error), waysOut(error), true);
}

void SessionNotice::showWaiting()
{
    if (m_session.state() != SessionState::SigningIn)
        return;
    if (m_session.active().kind == ConnectionKind::Profile) {
        offer(tr("Still signing in as “%1”.").arg(m_session.active().name), {}, {Way::Sandbox},
              false);
        return;
    }
    offer(tr("Waiting for the keychain. It may be asking for its password in another window."), {},
          {Way::SessionKeys, Way::Sandbox}, false);
}

QList<SessionNotice::Way> SessionNotice::waysOut(const Error& error) const
{
    if (m_session.active().kind == ConnectionKind::Sandbox)
        return {Way::Retry};
    if (m_session.active().kind == ConnectionKind::Profile)
        return waysOutOfProfile(error);
    switch (error.kind) {
    case ErrorKind::KeychainUnavailable:
    case ErrorKind::KeychainLocked:
    case ErrorKind::KeychainDenied:
    case ErrorKind::KeychainSilent:
    case ErrorKind::SecretNotFound:
        return {Way::Retry, Way::SessionKeys, Way::Sandbox};
    case ErrorKind::CredentialsMissing:
        return {Way::Edit, Way::SessionKeys, Way::Sandbox};
    case ErrorKind::ConfigurationInvalid:
        return {Way::Edit, Way::Sandbox};
    default:
        return {Way::Retry, Way::Edit, Way::Sandbox};
    }
}

// What is wrong in the files is mended there; they are watched.
QList<SessionNotice::Way> SessionNotice::waysOutOfProfile(const Error& error) const
{
    const auto remedy = errorRemedy(error);
    if (remedy && remedy->action == RemedyAction::SignIn)
        return {Way::SignIn, Way::Retry, Way::Sandbox};
    if (remedy && remedy->action == RemedyAction::EditConnection)
        return {Way::Retry, Way::Edit, Way::Sandbox};
    return {Way::Retry, Way::Sandbox};
}

void SessionNotice::offer(QString text, const QString& details, const QList<Way>& ways,
                          bool isError)
{
    Notice notice{isError ? NoticeKind::Error : NoticeKind::Info, std::move(text), {}, details};
    const bool locked = m_session.error() && m_session.error()->kind == ErrorKind::KeychainLocked;
    for (const Way way : ways) {
        switch (way) {
        case Way::Retry:
            notice.remedies << (locked ? tr("Unlock and try again") : tr("Try again"));
            break;
        case Way::Edit:
            notice.remedies << tr("Edit connection…");
            break;
        case Way::SessionKeys:
            notice.remedies << tr("Enter keys for this session…");
            break;
        case Way::SignIn:
            notice.remedies << tr("Sign in…");
            break;
        case Way::Sandbox:
            notice.remedies << tr("Use the sandbox");
            break;
        }
    }
    m_ways = ways;
    m_bar->showNotice(notice);
}

void SessionNotice::go(int index)
{
    switch (m_ways.value(index, Way::Retry)) {
    case Way::Retry:
        m_session.activate(m_session.active().id);
        break;
    case Way::Edit:
        Q_EMIT editWanted();
        break;
    case Way::SessionKeys:
        Q_EMIT sessionKeysWanted();
        break;
    case Way::SignIn:
        Q_EMIT signInWanted();
        break;
    case Way::Sandbox:
        m_session.activate(sandboxConnection().id);
        break;
    }
}

} // namespace fuotadesk
