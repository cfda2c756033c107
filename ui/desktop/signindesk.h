#pragma once

#include "campaign/workbench.h"

#include <QObject>
#include <QPointer>

class QDialog;
class QWidget;

namespace fuotadesk {

// What a sign-in asks of the operator, over one window: the code of a multi-factor device whenever
// one is wanted, and IAM Identity Center in a browser when the operator asks for it.
class SignInDesk : public QObject {
    Q_OBJECT

public:
    SignInDesk(const Workbench& bench, QWidget* window);

    // For the profile of the active connection; when it is done, the connection is taken up again.
    void signIn();

private:
    void followQuestions();
    void takeUp(const QString& profile);

    Workbench m_bench;
    QWidget* m_window;
    QPointer<QDialog> m_question;
};

} // namespace fuotadesk
