#include "desktop/interruptedcreates.h"

#include "campaign/earliertask.h"
#include "campaign/session.h"
#include "desktop/noticestack.h"
#include "desktop/question.h"

namespace fuotadesk {

InterruptedCreates::InterruptedCreates(Session& session, Submission& submission,
                                       NoticeStack* notices, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_submission(submission),
      m_notices(notices)
{
    connect(&session, &Session::stateChanged, this, &InterruptedCreates::look);
    look();
}

void InterruptedCreates::look()
{
    m_round = std::make_unique<QObject>();
    // A create that is running in this window is not an interrupted one.
    if (!m_session.isReady() || m_submission.isRunning())
        return;
    m_submission.unfinished(m_round.get())
        ->then(m_round.get(), [this](const Result<QList<Intent>>& intents) {
            if (!intents)
                return; // a journal that can not be read refuses the next create, and says why
            for (const Intent& intent : *intents)
                offer(intent);
        });
}

void InterruptedCreates::offer(const Intent& intent)
{
    if (m_offered.contains(intent.token))
        return;
    m_offered << intent.token;
    const QString name = taskOf(intent).name.value_or(tr("without a name"));
    if (intent.state == IntentState::Done) {
        m_notices->post(
            {NoticeKind::Info,
             tr("A create of “%1” ended while nobody looked: the task exists.").arg(name),
             {tr("Show task")},
             {}},
            [this, intent](int) {
                TaskDraft parameters = taskOf(intent);
                parameters.clientRequestToken.reset();
                Q_EMIT finished({intent.created, intent.token, true, parameters});
            });
        return;
    }
    m_notices->post({NoticeKind::Warning,
                     tr("A create of “%1” was interrupted. Checking finds out whether the task "
                        "exists, and creates it if not.")
                         .arg(name),
                     {tr("Check and finish"), tr("Give up…")},
                     {}},
                    [this, intent, name](int index) {
                        if (index == 0)
                            finish(intent, name);
                        else
                            askToDrop(intent, name);
                    });
}

void InterruptedCreates::offerAgain(const Intent& intent, const QString& name, const Error& error)
{
    Notice notice = errorNotice(tr("The create of “%1” could not be finished.").arg(name), error);
    notice.remedies = {tr("Check and finish"), tr("Give up…")};
    m_notices->post(notice, [this, intent, name](int index) {
        if (index == 0)
            finish(intent, name);
        else
            askToDrop(intent, name);
    });
}

void InterruptedCreates::finish(const Intent& intent, const QString& name)
{
    m_submission.resume(intent, this)
        ->then(this, [this, intent, name](const Result<SubmittedTask>& task) {
            if (task)
                Q_EMIT finished(*task);
            else
                offerAgain(intent, name, task.error());
        });
}

void InterruptedCreates::askToDrop(const Intent& intent, const QString& name)
{
    Question question;
    question.text = tr("Give up the create of “%1”?").arg(name);
    question.consequence = intent.everUnsure
        ? tr("The task may exist at the service all the same. Creating it "
             "again can then make a second one.")
        : tr("It will not be sent again by itself.");
    question.verb = tr("Give up");
    auto* window = m_notices->window();
    ask(window, question, [this, intent, name] { drop(intent, name); });
    m_offered.remove(intent.token); // unless it is given up, the next look offers it again
}

void InterruptedCreates::drop(const Intent& intent, const QString& name)
{
    m_offered << intent.token;
    m_submission.drop(intent, this)->then(this, [this, intent, name](const Result<void>& dropped) {
        if (!dropped)
            offerAgain(intent, name, dropped.error());
    });
}

} // namespace fuotadesk
