#pragma once

#include "campaign/workbench.h"

#include <QObject>

class QWidget;

namespace fuotadesk {

class NoticeBar;
class SignInDesk;

// The dialogs in which connections are made, changed, signed in and given keys, and how often they
// call, over one window.
class ConnectionDesk : public QObject {
    Q_OBJECT

public:
    ConnectionDesk(const Workbench& bench, QWidget* window);

    // Says in bar why the session can not work, and opens what helps.
    void attend(NoticeBar* bar);

    void manage();
    // The active connection; the sandbox has nothing to edit and leads to the list.
    void edit();
    // Keys that are kept in memory only.
    void askForSessionKeys();
    void editSettings();

private:
    Session& m_session;
    QWidget* m_window;
    SignInDesk* m_signIn;
};

} // namespace fuotadesk
