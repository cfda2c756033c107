#include "campaign/memberships.h"

#include "base/clock.h"
#include "campaign/session.h"
#include "store/memberjournal.h"

namespace fuotadesk {

namespace {

using OutcomeCall = CallOf<MembershipOutcome>;

Error invalid(const char* field)
{
    return Error{ErrorKind::InputInvalid, QString::fromLatin1(field), {}, 0, {}, {}, false};
}

std::optional<Error> faultOf(const MembershipRequest& request)
{
    if (request.taskId.isEmpty())
        return invalid("Id");
    if (request.ids.isEmpty() || request.ids.contains(QString()))
        return invalid(request.kind == MemberKind::Device ? "WirelessDeviceId"
                                                          : "MulticastGroupId");
    return {};
}

ClaimedBatch claimedFrom(const MemberBatch& batch, const QStringList& ids)
{
    ClaimedBatch claimed{batch, {}};
    for (const QString& id : ids)
        claimed.members.append({id, MemberState::Waiting, {}});
    return claimed;
}

} // namespace

Memberships::Memberships(Session& session, MemberJournal& journal, const Clock& clock,
                         QObject* parent)
    : QObject(parent),
      m_session(session),
      m_journal(journal),
      m_clock(clock)
{
}

std::optional<Error> Memberships::refusal() const
{
    if (m_isBusy)
        return Error{ErrorKind::IntentClaimed, {}, {}, 0, {}, {}, false};
    if (!m_session.isReady())
        return m_session.error().value_or(
            Error{ErrorKind::CredentialsMissing, {}, {}, 0, {}, {}, false});
    return {};
}

CallOf<MembershipOutcome>* Memberships::change(const MembershipRequest& request, QObject* owner)
{
    auto refused = refusal();
    if (!refused)
        refused = faultOf(request);
    if (refused)
        return settledCall<MembershipOutcome>(owner, failure(*refused));
    m_isBusy = true;
    QStringList ids = request.ids;
    ids.removeDuplicates();
    const MemberBatch batch{0,
                            m_session.active().id,
                            m_session.endpointKey(),
                            request.taskId,
                            request.change,
                            request.kind,
                            m_clock.now()};
    auto* call = new OutcomeCall(owner);
    const auto take = [this, batch, ids, stack = m_session.stack(),
                       call = QPointer(call)](const Result<qint64>& number) {
        if (!number) {
            fail(call, number.error());
            return;
        }
        ClaimedBatch begun = claimedFrom(batch, ids);
        begun.batch.number = *number;
        begin(begun, stack, call);
    };
    m_journal.begin(batch, ids, this)->then(this, take);
    return call;
}

CallOf<MembershipOutcome>* Memberships::resume(qint64 batch, QObject* owner)
{
    if (const auto refused = refusal())
        return settledCall<MembershipOutcome>(owner, failure(*refused));
    m_isBusy = true;
    auto* call = new OutcomeCall(owner);
    const auto take = [this, endpoint = m_session.endpointKey(), stack = m_session.stack(),
                       call = QPointer(call)](const Result<std::optional<ClaimedBatch>>& found) {
        const bool isHere = found && *found && (*found)->batch.endpoint == endpoint;
        if (isHere)
            begin(**found, stack, call);
        else
            fail(call, found ? invalid("batch") : found.error());
    };
    m_journal.claim(batch, this)->then(this, take);
    return call;
}

void Memberships::begin(const ClaimedBatch& batch, std::shared_ptr<ServiceStack> stack,
                        const QPointer<OutcomeCall>& call)
{
    m_run = std::make_unique<MembershipRun>(
        MembershipRun::Parts{m_journal, std::move(stack), m_clock}, batch, nullptr);
    connect(m_run.get(), &MembershipRun::phaseChanged, this, &Memberships::phaseChanged);
    connect(m_run.get(), &MembershipRun::memberChanged, this, &Memberships::memberChanged);
    connect(m_run.get(), &MembershipRun::ended, this, [this, call](const MembershipOutcome& end) {
        m_isBusy = false;
        if (call)
            call->settle(end);
        Q_EMIT runChanged();
    });
    m_run->start();
    Q_EMIT runChanged();
}

void Memberships::fail(const QPointer<OutcomeCall>& call, const Error& error)
{
    m_isBusy = false;
    if (call)
        call->settle(failure(error));
}

CallOf<void>* Memberships::drop(qint64 batch, QObject* owner)
{
    if (m_isBusy && m_run && m_run->batch().number == batch)
        return settledCall<void>(owner, failure(ErrorKind::IntentClaimed));
    auto* call = new CallOf<void>(owner);
    m_journal.claim(batch, call)
        ->then(call, [this, call, batch](const Result<std::optional<ClaimedBatch>>& found) {
            if (!found || !*found) {
                call->settle(found ? Result<void>() : failure(found.error()));
                return;
            }
            forward(m_journal.settle(batch, BatchState::Dropped, call), call,
                    [](const Result<void>& dropped) { return dropped; });
        });
    return call;
}

CallOf<QList<UnfinishedBatch>>* Memberships::unfinished(QObject* owner)
{
    using Unfinished = QList<UnfinishedBatch>;
    auto* call = new CallOf<Unfinished>(owner);
    forward(m_journal.unsettled(m_session.endpointKey(), call), call,
            [self = QPointer(this)](const Result<Unfinished>& all) {
                return all.map([&self](Unfinished batches) {
                    if (self && self->m_isBusy && self->m_run)
                        batches.removeIf([&self](const UnfinishedBatch& each) {
                            return each.batch.number == self->m_run->batch().number;
                        });
                    return batches;
                });
            });
    return call;
}

void Memberships::pause()
{
    if (m_isBusy && m_run)
        m_run->pause();
}

void Memberships::goOn()
{
    if (m_isBusy && m_run)
        m_run->goOn();
}

void Memberships::cancel()
{
    if (m_isBusy && m_run)
        m_run->cancel();
}

} // namespace fuotadesk
