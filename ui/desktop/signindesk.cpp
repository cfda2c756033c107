#include "desktop/signindesk.h"

#include "campaign/session.h"
#include "desktop/mfadialog.h"
#include "desktop/signindialog.h"

#include <QApplication>

namespace fuotadesk {

SignInDesk::SignInDesk(const Workbench& bench, QWidget* window)
    : QObject(window),
      m_bench(bench),
      m_window(window)
{
    connect(&bench.questions, &MfaQuestions::changed, this, &SignInDesk::followQuestions);
    connect(&bench.signIn, &SsoSignIn::finished, this, &SignInDesk::takeUp);
    followQuestions();
}

void SignInDesk::signIn()
{
    if (m_bench.session.active().kind != ConnectionKind::Profile)
        return;
    m_bench.signIn.start(m_bench.session.active().profile, SsoSignIn::Way::Browser);
    (new SignInDialog(m_bench.signIn, m_bench.clock, openInBrowser, m_window))->open();
}

// One dialog asks one question after the other. It may come while another one is open.
void SignInDesk::followQuestions()
{
    if (m_question || !m_bench.questions.current())
        return;
    QWidget* above = QApplication::activeModalWidget();
    m_question = new MfaDialog(m_bench.questions, above ? above : m_window);
    m_question->open();
}

void SignInDesk::takeUp(const QString& profile)
{
    const Connection& active = m_bench.session.active();
    if (active.kind == ConnectionKind::Profile && active.profile == profile)
        m_bench.session.activate(active.id);
}

} // namespace fuotadesk
