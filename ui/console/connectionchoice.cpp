#include "console/connectionchoice.h"

#include "campaign/session.h"
#include "console/environmentconnection.h"

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
    connect(&m_session, &Session::keychainIsSlow, this, [this] {
        m_output.message(tr("Waiting for the keychain: it may be asking for its password."));
    });
}

bool ConnectionChoice::choose()
{
    if (m_line.useSandbox) {
        m_session.activate(sandboxConnection().id);
        return true;
    }
    if (m_line.connection.isEmpty())
        return chooseFromEnvironment();
    const QList<Connection> known = m_session.connections();
    const auto found = std::ranges::find(known, m_line.connection, &Connection::name);
    if (found == known.end()) {
        m_output.message(tr("There is no connection “%1”. Make it in the window, under "
                            "Tools > Connections.")
                             .arg(m_line.connection));
        return false;
    }
    m_session.activate(found->id);
    return true;
}

bool ConnectionChoice::chooseFromEnvironment()
{
    const auto fromEnvironment = environmentConnection(m_line.region, m_line.endpointUrl);
    if (!fromEnvironment) {
        m_output.message(tr("Where to? Name a connection with --connection, use --sandbox, or "
                            "set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_REGION."));
        return false;
    }
    m_session.activateOnce(fromEnvironment->connection, fromEnvironment->credentials);
    return true;
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
