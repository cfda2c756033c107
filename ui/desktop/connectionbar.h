#pragma once

#include "campaign/session.h"

#include <QWidget>

class QActionGroup;
class QLabel;
class QMenu;
class QPushButton;

namespace fuotadesk {

class WhoAmI;

// The top of the window: which connection, where and as whom, and "New task". A line in the
// connection's colour runs under it.
class ConnectionBar : public QWidget {
    Q_OBJECT

public:
    ConnectionBar(Session& session, WhoAmI& whoAmI, QWidget* parent = nullptr);

    // The same menu stands in the menu bar.
    QMenu* connectionMenu() const { return m_menu; }

Q_SIGNALS:
    void newTaskRequested();
    void connectionsRequested();

private:
    void paintEvent(QPaintEvent* event) override;
    void follow();
    void fillMenu();
    QString whoAndWhere() const;
    QString who() const;

    Session& m_session;
    WhoAmI& m_whoAmI;
    QMenu* m_menu;
    QActionGroup* m_choices = nullptr;
    QPushButton* m_button;
    QLabel* m_production;
    QLabel* m_who;
    QPushButton* m_newTask;
};

} // namespace fuotadesk
