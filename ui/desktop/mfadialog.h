#pragma once

#include "campaign/mfaquestions.h"

#include <QDialog>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace fuotadesk {

// Asks for the code of a multi-factor device: for the current question, and for those that follow
// as long as it is open. It closes when there is none left. Cancel declines the current one. Shown
// with open(), deletes itself.
class MfaDialog : public QDialog {
    Q_OBJECT

public:
    explicit MfaDialog(MfaQuestions& questions, QWidget* parent = nullptr);

private:
    QFormLayout* makeForm();
    void makeButtons();
    void follow();
    void takeDigits(const QString& text);
    void accept() override;
    void reject() override;

    MfaQuestions& m_questions;
    std::optional<MfaQuestion> m_shown;
    QLabel* m_explanation;
    QLabel* m_role;
    QLabel* m_device;
    QLineEdit* m_code;
    QPushButton* m_continue = nullptr;
};

} // namespace fuotadesk
