#pragma once

#include <QObject>

class QWidget;

namespace fuotadesk {

class Session;

// The dialogs in which connections are made, changed and given keys, and how often they call, over
// one window.
class ConnectionDesk : public QObject {
    Q_OBJECT

public:
    ConnectionDesk(Session& session, QWidget* window);

    void manage();
    // The active connection; the sandbox has nothing to edit and leads to the list.
    void edit();
    // Keys that are kept in memory only.
    void askForSessionKeys();
    void editSettings();

private:
    Session& m_session;
    QWidget* m_window;
};

} // namespace fuotadesk
