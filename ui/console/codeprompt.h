#pragma once

#include "campaign/mfaquestions.h"
#include "console/output.h"

class QSocketNotifier;

namespace fuotadesk {

// Asks for the codes of multi-factor devices in the terminal. input is a file descriptor; without a
// terminal behind it nobody can answer, and every question is declined.
class CodePrompt : public QObject {
    Q_OBJECT

public:
    CodePrompt(MfaQuestions& questions, Output& output, int input, bool isTerminal,
               QObject* parent = nullptr);

private:
    void follow();
    void read();

    MfaQuestions& m_questions;
    Output& m_output;
    int m_input;
    bool m_isTerminal;
    std::optional<MfaQuestion> m_asked;
    QByteArray m_line; // as far as it has come
    QSocketNotifier* m_notifier = nullptr;
};

// Whether somebody sits at standard input.
bool isTerminalInput();

} // namespace fuotadesk
