#include "campaign/submission.h"

#include "base/clock.h"
#include "base/random.h"
#include "campaign/session.h"
#include "campaign/submissionrun.h"

namespace fuotadesk {

Submission::Submission(Session& session, IntentJournal& journal, const Clock& clock,
                       RandomSource& random, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_journal(journal),
      m_clock(clock),
      m_random(random)
{
}

SubmissionRun* Submission::begin(CallOf<SubmittedTask>* call)
{
    m_running = true;
    auto* run = new SubmissionRun({m_journal, m_session.stack(), m_session.active().id,
                                   m_session.endpointKey(), m_clock.now(), m_random.uuid()},
                                  call, this);
    connect(run, &SubmissionRun::stepChanged, this, &Submission::stepChanged);
    connect(run, &SubmissionRun::ended, this, [this](const QString& openToken) {
        m_running = false;
        m_openToken = openToken;
    });
    return run;
}

std::optional<Error> Submission::refusal() const
{
    if (m_running)
        return Error{ErrorKind::IntentClaimed, {}, {}, 0, {}, {}, false};
    if (!m_session.isReady())
        return m_session.error().value_or(
            Error{ErrorKind::CredentialsMissing, {}, {}, 0, {}, {}, false});
    return {};
}

CallOf<SubmittedTask>* Submission::submit(const TaskDraft& task, QObject* owner)
{
    if (const auto error = refusal())
        return settledCall<SubmittedTask>(owner, failure(*error));
    auto* call = new CallOf<SubmittedTask>(owner);
    begin(call)->submit(task, m_openToken);
    return call;
}

CallOf<SubmittedTask>* Submission::resume(const Intent& intent, QObject* owner)
{
    if (const auto error = refusal())
        return settledCall<SubmittedTask>(owner, failure(*error));
    auto* call = new CallOf<SubmittedTask>(owner);
    begin(call)->resume(intent.token);
    return call;
}

CallOf<void>* Submission::change(const QString& token, std::function<void(Intent&)> edit,
                                 QObject* owner)
{
    auto* call = new CallOf<void>(owner);
    m_journal.claimToken(token, call)
        ->then(call,
               [this, call, edit = std::move(edit)](const Result<std::optional<Intent>>& found) {
                   if (!found || !*found) {
                       call->settle(found ? Result<void>() : failure(found.error()));
                       return;
                   }
                   Intent intent = **found;
                   edit(intent);
                   forward(m_journal.update(intent, call), call,
                           [](const Result<void>& updated) { return updated; });
               });
    return call;
}

CallOf<void>* Submission::drop(const Intent& intent, QObject* owner)
{
    return change(
        intent.token, [](Intent& dropped) { dropped.state = IntentState::Dropped; }, owner);
}

CallOf<void>* Submission::acknowledge(const QString& token, QObject* owner)
{
    return change(
        token, [](Intent& seen) { seen.acknowledged = true; }, owner);
}

CallOf<QList<Intent>>* Submission::unfinished(QObject* owner)
{
    if (m_running) // what is under way is not left over
        return settledCall<QList<Intent>>(owner, QList<Intent>());
    auto* call = new CallOf<QList<Intent>>(owner);
    forward(m_journal.unsettled(call), call,
            [endpoint = m_session.endpointKey()](
                const Result<QList<Intent>>& intents) -> Result<QList<Intent>> {
                if (!intents)
                    return intents;
                QList<Intent> here = *intents;
                here.removeIf([&](const Intent& each) { return each.endpoint != endpoint; });
                return here;
            });
    return call;
}

} // namespace fuotadesk
