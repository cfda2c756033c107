#include "desktop/connectiondesk.h"

#include "campaign/session.h"
#include "desktop/connectiondialog.h"
#include "desktop/connectionsdialog.h"
#include "desktop/settingsdialog.h"

namespace fuotadesk {

namespace {

void openOnce(QDialog* dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

ConnectionDesk::ConnectionDesk(Session& session, QWidget* window)
    : QObject(window),
      m_session(session),
      m_window(window)
{
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
