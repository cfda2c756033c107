#include "campaign/submissionrun.h"

#include "campaign/earliertask.h"
#include "fuota/taskjson.h"
#include "iotwireless/servicestack.h"

#include <QJsonDocument>

namespace fuotadesk {

namespace {

// Two drafts are the same create when the service would get the same body, token aside.
QByteArray requestOf(TaskDraft task)
{
    task.clientRequestToken.reset();
    return QJsonDocument(taskJson(task)).toJson(QJsonDocument::Compact);
}

Error earlierUnknown(const Error& reason)
{
    Error error = reason;
    error.kind = ErrorKind::EarlierOutcomeUnknown;
    error.maybeExecuted = true;
    return error;
}

} // namespace

SubmissionRun::SubmissionRun(const Parts& parts, CallOf<SubmittedTask>* call, QObject* parent)
    : QObject(parent),
      m_parts(parts),
      m_call(call)
{
    call->onCancel([run = QPointer<SubmissionRun>(this)] {
        if (!run)
            return;
        run->m_cancelled = true;
        if (run->m_underWay)
            run->m_underWay->cancel();
    });
}

void SubmissionRun::submit(const TaskDraft& task, const QString& openToken)
{
    m_task = task;
    m_request = requestOf(task);
    if (openToken.isEmpty())
        claim();
    else
        settleEarlier(openToken);
}

void SubmissionRun::resume(const QString& token)
{
    m_parts.journal.claimToken(token, this)
        ->then(this, [this](const Result<std::optional<Intent>>& intent) {
            if (intent && *intent) {
                m_task = taskOf(**intent);
                m_request = (*intent)->request;
            }
            takeClaim(intent);
        });
}

void SubmissionRun::settleEarlier(const QString& token)
{
    m_openToken = token;
    m_parts.journal.claimToken(token, this)
        ->then(this, [this](const Result<std::optional<Intent>>& intent) {
            if (!intent) {
                fail(intent.error());
                return;
            }
            const bool sameCreate = !*intent || (*intent)->state != IntentState::Open
                || ((*intent)->request == m_request && (*intent)->endpoint == m_parts.endpoint);
            if (sameCreate || (*intent)->endpoint != m_parts.endpoint) {
                claim();
                return;
            }
            m_intent = **intent;
            lookUp(&SubmissionRun::takeEarlier);
        });
}

void SubmissionRun::takeEarlier(const Result<std::optional<CreatedTask>>& found)
{
    if (!found) {
        fail(earlierUnknown(found.error()));
        return;
    }
    if (!*found) {
        record(IntentState::Dropped, [this] { claim(); });
        return;
    }
    const CreatedTask made = **found;
    m_intent.created = made;
    m_intent.acknowledged = true;
    record(IntentState::Done, [this, made] {
        m_openToken.clear();
        fail(Error{ErrorKind::EarlierCreateSucceeded, made.id, made.arn, 0, {}, {}, false});
    });
}

void SubmissionRun::claim()
{
    Q_EMIT stepChanged(SubmissionStep::Journalling);
    m_parts.journal.claim(m_parts.endpoint, m_request, this)
        ->then(this, [this](const Result<std::optional<Intent>>& intent) {
            if (intent && !*intent)
                beginNew();
            else
                takeClaim(intent);
        });
}

void SubmissionRun::takeClaim(const Result<std::optional<Intent>>& intent)
{
    if (!intent || !*intent) {
        fail(intent ? Error{ErrorKind::IntentClaimed, {}, {}, 0, {}, {}, false} : intent.error());
        return;
    }
    m_intent = **intent;
    m_openToken = m_intent.token;
    if (m_intent.state == IntentState::Done)
        confirmMade();
    else
        lookUp(&SubmissionRun::takeLookUp);
}

void SubmissionRun::beginNew()
{
    m_intent = Intent{};
    m_intent.token = m_task.clientRequestToken.value_or(m_parts.freshToken);
    m_intent.connectionId = m_parts.connectionId;
    m_intent.endpoint = m_parts.endpoint;
    m_intent.request = m_request;
    m_intent.madeAt = m_parts.now;
    m_parts.journal.begin(m_intent, this)->then(this, [this](const Result<void>& begun) {
        if (begun)
            create();
        else
            fail(begun.error());
    });
}

// The journal says it was made, but nobody was told. If it has been deleted since, the press is a
// new one.
void SubmissionRun::confirmMade()
{
    Q_EMIT stepChanged(SubmissionStep::CheckingEarlier);
    auto* got = m_parts.stack->fuotaTasks().get(m_intent.created.id, this);
    m_underWay = got;
    got->then(this, [this](const Result<FuotaTask>& task) {
        if (task) {
            m_openToken.clear();
            succeed(true);
        } else if (task.error().kind == ErrorKind::NotFound) {
            m_intent.acknowledged = true;
            record(IntentState::Done, [this] { beginNew(); });
        } else {
            fail(earlierUnknown(task.error()));
        }
    });
}

void SubmissionRun::lookUp(void (SubmissionRun::*then)(const Result<std::optional<CreatedTask>>&))
{
    Q_EMIT stepChanged(SubmissionStep::CheckingEarlier);
    m_parts.journal.knownTaskIds(m_parts.endpoint, this)
        ->then(this, [this, then](const Result<QStringList>& known) {
            if (!known) {
                fail(known.error());
                return;
            }
            auto* found = findEarlierTask(m_parts.stack, m_intent, *known, this);
            m_underWay = found;
            found->then(this, [this, then](const Result<std::optional<CreatedTask>>& task) {
                (this->*then)(task);
            });
        });
}

void SubmissionRun::takeLookUp(const Result<std::optional<CreatedTask>>& found)
{
    if (!found)
        fail(earlierUnknown(found.error()));
    else if (*found)
        adopt(**found);
    else
        create();
}

void SubmissionRun::create()
{
    if (m_cancelled) { // before the first byte: surely not carried out, unless an earlier press was
        record(m_intent.everUnsure ? IntentState::Open : IntentState::Failed, [this] {
            fail(Error{ErrorKind::Cancelled, {}, {}, 0, {}, {}, false});
        });
        return;
    }
    Q_EMIT stepChanged(SubmissionStep::Creating);
    TaskDraft task = m_task;
    task.clientRequestToken = m_intent.token;
    auto* created = m_parts.stack->fuotaTasks().create(task, this);
    m_underWay = created;
    created->then(this, [this](const Result<CreatedTask>& result) { takeCreated(result); });
}

void SubmissionRun::takeCreated(const Result<CreatedTask>& created)
{
    if (created) {
        m_intent.created = *created;
        record(IntentState::Done, [this] {
            m_openToken.clear();
            succeed(false);
        });
        return;
    }
    Error error = created.error();
    if (error.kind == ErrorKind::Cancelled)
        error.maybeExecuted = true;
    m_intent.everUnsure = m_intent.everUnsure || error.maybeExecuted;
    m_openToken = error.maybeExecuted ? m_intent.token : QString();
    record(error.maybeExecuted ? IntentState::Open : IntentState::Failed,
           [this, error] { fail(error); });
}

void SubmissionRun::adopt(const CreatedTask& task)
{
    m_intent.created = task;
    record(IntentState::Done, [this] {
        m_openToken.clear();
        succeed(true);
    });
}

// then runs whether or not the journal could be written: the row stays open then, which is safe.
void SubmissionRun::record(IntentState state, std::function<void()> then)
{
    m_intent.state = state;
    m_parts.journal.update(m_intent, this)
        ->then(this, [then = std::move(then)](const Result<void>&) { then(); });
}

void SubmissionRun::succeed(bool adopted)
{
    TaskDraft parameters = m_task;
    parameters.clientRequestToken.reset();
    if (m_call)
        m_call->settle(SubmittedTask{m_intent.created, m_intent.token, adopted, parameters});
    Q_EMIT ended(m_openToken);
    deleteLater();
}

void SubmissionRun::fail(const Error& error)
{
    if (m_call)
        m_call->settle(failure(error));
    Q_EMIT ended(m_openToken);
    deleteLater();
}

} // namespace fuotadesk
