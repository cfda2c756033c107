#include "desktop/connectiondesk.h"

#include "campaign/session.h"
#include "desktop/connectiondialog.h"
#include "desktop/connectionsdialog.h"
#include "desktop/sessionnotice.h"
#include "desktop/settingsdialog.h"
#include "desktop/signindesk.h"

namespace fuotadesk {

namespace {

void openOnce(QDialog* dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

ConnectionDesk::ConnectionDesk(const Workbench& bench, QWidget* window)
    : QObject(window),
      m_session(bench.session),
      m_window(window),
      m_signIn(new SignInDesk(bench, window))
{
}

void ConnectionDesk::attend(NoticeBar* bar)
{
    auto* notice = new SessionNotice(m_session, bar, this);
    connect(notice, &SessionNotice::editWanted, this, &ConnectionDesk::edit);
    connect(notice, &SessionNotice::sessionKeysWanted, this, &ConnectionDesk::askForSessionKeys);
    connect(notice, &SessionNotice::signInWanted, m_signIn, &SignInDesk::signIn);
}

void ConnectionDesk::manage()
{
    openOnce(new ConnectionsDialog(m_session, m_window));
}

void ConnectionDesk::edit()
{
    if (m_session.active().kind == ConnectionKind::Sandbox)
        manage();
    else
        openOnce(new ConnectionDialog(
            m_session, m_session.book().find(m_session.active().id).value_or(m_session.active()),
            ConnectionDialog::Purpose::Edit, m_window));
}

void ConnectionDesk::askForSessionKeys()
{
    openOnce(new ConnectionDialog(m_session, m_session.active(),
                                  ConnectionDialog::Purpose::SessionKeys, m_window));
}

void ConnectionDesk::editSettings()
{
    openOnce(new SettingsDialog(m_session, m_window));
}

} // namespace fuotadesk
