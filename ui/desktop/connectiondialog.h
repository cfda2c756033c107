#pragma once

#include "campaign/session.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

class QDialogButtonBox;
class QPushButton;

namespace fuotadesk {

class ConnectionForm;
class NoticeBar;

// Makes or changes one connection: tests it, stores its secret in the keychain, and offers this
// session alone when the keychain will not. Secrets are wiped from the form when it closes. Shown
// with open().
class ConnectionDialog : public QDialog {
    Q_OBJECT

public:
    enum class Purpose {
        New,
        Edit,
        SessionKeys, // keys for a known connection, for this session only
    };

    ConnectionDialog(Session& session, const Connection& connection, Purpose purpose,
                     QWidget* parent = nullptr);
    ~ConnectionDialog() override;

Q_SIGNALS:
    void saved(const QString& connectionId);

private:
    void makeButtons();
    void done(int result) override;
    void pressTest();
    void takeTest(const Result<void>& tested);
    void pressSave();
    void save(Session::Remember remember);
    void takeSave(const Result<QString>& id);
    void useForThisSession();
    void offerSessionOnly(const Error& error);
    void setBusy(bool busy);
    void showFailure(const QString& what, const Error& error);
    void followRemedy(int index);

    Session& m_session;
    Purpose m_purpose;
    ConnectionForm* m_form;
    NoticeBar* m_notice;
    QDialogButtonBox* m_buttons;
    QPushButton* m_test = nullptr;
    QPushButton* m_save = nullptr;
    QPointer<Call> m_call; // the test or save under way
    QTimer m_slow;
    std::function<void(int)> m_remedy; // what the notice's buttons do
};

} // namespace fuotadesk
