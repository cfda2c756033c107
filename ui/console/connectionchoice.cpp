#include "console/connectionchoice.h"

#include "campaign/session.h"

#include <algorithm>

namespace fuotadesk {

ConnectionChoice::ConnectionChoice(const CommandLine& line, Session& session, Output& output,
                                   QObject* parent)
    : QObject(parent),
      m_line(line),
      m_session(session),
      m_output(output)
{
    connect(&m_session, &Session::stateChanged, this, &ConnectionChoice::takeState);
    connect(&m_session, &Session::signInIsSlow, this, [this] {
        m_output.message(m_session.active().kind == ConnectionKind::Profile
                             ? tr("Still signing in.")
                             : tr("Waiting for the keychain: it may be asking for its password."));
    });
}

bool ConnectionChoice::choose()
{
    if (m_line.useSandbox)
        return take(sandboxConnection());
    if (!m_line.profile.isEmpty())
        return take(profileConnection(m_line.profile));
    if (m_line.connection.isEmpty())
        return takeUsualProfile();
    const QList<Connection> known = m_session.connections();
    const auto found = std::ranges::find(known, m_line.connection, &Connection::name);
    if (found != known.end())
        return take(*found);
    m_output.message(tr("There is no connection “%1”. Make it in the window, under "
                        "Tools > Connections.")
                         .arg(m_line.connection));
    return false;
}

bool ConnectionChoice::take(const Connection& connection)
{
    m_session.setDetour(connection.id, {m_line.region, m_line.endpointUrl});
    m_session.activate(connection.id);
    return true;
}

bool ConnectionChoice::takeUsualProfile()
{
    if (const auto usual = m_session.book().usualProfile())
        return take(*usual);
    m_output.message(tr("Where to? Name a connection with --connection or a profile of the AWS "
                        "files with --profile, use --sandbox, or set AWS_ACCESS_KEY_ID, "
                        "AWS_SECRET_ACCESS_KEY and AWS_REGION."));
    return false;
}

void ConnectionChoice::takeState()
{
    if (m_told)
        return;
    if (m_session.isReady()) {
        m_told = true;
        Q_EMIT ready();
    } else if (m_session.state() == SessionState::SignedOut && m_session.error()) {
        m_told = true;
        Q_EMIT refused(*m_session.error());
    }
}

} // namespace fuotadesk
