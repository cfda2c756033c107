#pragma once

#include "campaign/session.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace fuotadesk {

class NoticeBar;

// All connections: which is in use, and what can be done with each. Shown with open().
class ConnectionsDialog : public QDialog {
    Q_OBJECT

public:
    explicit ConnectionsDialog(Session& session, QWidget* parent = nullptr);

private:
    void makeList();
    void fill();
    QString lineOf(const Connection& connection) const;
    QString whyNot(const Connection& connection) const;
    void showFiles();
    void follow();
    std::optional<Connection> selected() const;
    void use();
    void edit();
    void add();
    void askToForget();
    void showPermissions();
    void forget(const Connection& connection, Session::Forget what);
    void takeForget(const Connection& connection, const Result<void>& forgotten);

    Session& m_session;
    NoticeBar* m_notice;
    QListWidget* m_list;
    QPushButton* m_use;
    QPushButton* m_add;
    QPushButton* m_edit;
    QPushButton* m_forget;
    QPushButton* m_permissions;
    std::optional<Connection> m_locked; // the keychain would not let its secret go
};

} // namespace fuotadesk
