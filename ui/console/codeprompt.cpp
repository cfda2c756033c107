#include "console/codeprompt.h"

#include <QSocketNotifier>

#include <array>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace fuotadesk {

namespace {

constexpr qsizetype LongestLine = 256;

} // namespace

CodePrompt::CodePrompt(MfaQuestions& questions, Output& output, int input, bool isTerminal,
                       QObject* parent)
    : QObject(parent),
      m_questions(questions),
      m_output(output),
      m_input(input),
      m_isTerminal(isTerminal)
{
    connect(&questions, &MfaQuestions::changed, this, &CodePrompt::follow);
    follow();
}

void CodePrompt::follow()
{
    const auto question = m_questions.current();
    if (question == m_asked)
        return;
    m_asked = question;
    if (!question)
        return;
    m_output.message(tr("The role %1 of profile “%2” wants the code of the device %3:")
                         .arg(question->roleArn, question->profile, question->serial));
    if (!m_isTerminal) {
        m_output.message(tr("There is no terminal to read it from."));
        m_asked.reset();
        m_questions.decline();
        return;
    }
    if (!m_notifier) {
        m_notifier = new QSocketNotifier(m_input, QSocketNotifier::Read, this);
        connect(m_notifier, &QSocketNotifier::activated, this, &CodePrompt::read);
    }
}

#ifdef Q_OS_UNIX

void CodePrompt::read()
{
    std::array<char, LongestLine> bytes{};
    const auto count = ::read(m_input, bytes.data(), bytes.size());
    if (count > 0)
        m_line.append(bytes.data(), qsizetype(count));
    const bool isOver = count <= 0 || m_line.size() > LongestLine;
    const qsizetype end = m_line.indexOf('\n');
    if (end < 0 && !isOver)
        return;
    const QString code = QString::fromUtf8(m_line.left(end)).trimmed();
    m_line.clear();
    m_asked.reset();
    if (count <= 0) // the terminal is gone
        m_notifier->setEnabled(false);
    if (isOver || code.isEmpty())
        m_questions.decline();
    else
        m_questions.answer(code);
}

bool isTerminalInput()
{
    return ::isatty(STDIN_FILENO) != 0;
}

#else

void CodePrompt::read() { }

bool isTerminalInput()
{
    return false;
}

#endif

} // namespace fuotadesk
