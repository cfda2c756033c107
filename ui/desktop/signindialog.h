#pragma once

#include "campaign/ssosignin.h"

#include <QDialog>

class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace fuotadesk {

class Clock;
class NoticeBar;
class SteadyLabel;

// Whether a browser could be asked to show it.
bool openInBrowser(const QUrl& page);

// Accompanies a person who signs in with a browser: opens the page once by itself, shows the code
// to compare and the time that is left, changes the way, and says what went wrong. It closes when
// the sign-in is done; closing it earlier cancels that. Shown with open() after
// SsoSignIn::start(), deletes itself.
class SignInDialog : public QDialog {
    Q_OBJECT

public:
    using OpenPage = std::function<bool(const QUrl& page)>;

    SignInDialog(SsoSignIn& signIn, const Clock& clock, OpenPage openPage = openInBrowser,
                 QWidget* parent = nullptr);

private:
    QFormLayout* makeForm();
    QWidget* makeCode();
    void makeButtons();
    void follow();
    void showPlace();
    void showWay();
    void showStatus();
    void showFailure();
    void openPage();
    void changeWay();
    void done(int result) override;
    bool event(QEvent* event) override;

    SsoSignIn& m_signIn;
    const Clock& m_clock;
    OpenPage m_openPage;
    NoticeBar* m_notice;
    QLabel* m_explanation;
    QLabel* m_profile;
    QLabel* m_startPage;
    QWidget* m_codeBox;
    QLineEdit* m_code;
    QPushButton* m_copyCode;
    SteadyLabel* m_status;
    QDialogButtonBox* m_buttons;
    QPushButton* m_open = nullptr;
    QPushButton* m_copyAddress = nullptr;
    QPushButton* m_change = nullptr;
    QUrl m_opened; // by itself
    QTimer m_tick;
};

} // namespace fuotadesk
