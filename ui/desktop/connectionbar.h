#pragma once

#include "campaign/session.h"

#include <QWidget>

class QActionGroup;
class QLabel;
class QMenu;
class QPushButton;

namespace fuotadesk {

// The top of the window: which connection, where and as whom, and "New task".
class ConnectionBar : public QWidget {
    Q_OBJECT

public:
    explicit ConnectionBar(Session& session, QWidget* parent = nullptr);

    // The same menu stands in the menu bar.
    QMenu* connectionMenu() const { return m_menu; }

Q_SIGNALS:
    void newTaskRequested();
    void connectionsRequested();

private:
    void follow();
    void fillMenu();
    QString whoAndWhere() const;

    Session& m_session;
    QMenu* m_menu;
    QActionGroup* m_choices = nullptr;
    QPushButton* m_button;
    QLabel* m_who;
    QPushButton* m_newTask;
};

} // namespace fuotadesk
