#include "aws/pacedtransport.h"

#include "aws/retrypolicy.h"

#include <algorithm>
#include <tuple>

namespace fuotadesk {

namespace {

CallPace::Time present()
{
    return std::chrono::steady_clock::now();
}

} // namespace

PacedTransport::PacedTransport(Transport& inner, double limit) : m_inner(inner), m_limit(limit)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_life, [this] { pump(); });
}

PacedTransport::~PacedTransport() = default;

void PacedTransport::setLimit(double limit)
{
    m_limit = limit;
    const auto now = present();
    for (CallPace& pace : m_paces)
        pace.setLimit(limit, now);
    pump();
}

CallPace& PacedTransport::paceOf(const QString& operation)
{
    const auto found = m_paces.find(operation);
    return found == m_paces.end() ? *m_paces.insert(operation, CallPace(m_limit)) : *found;
}

CallOf<HttpResponse>* PacedTransport::send(const HttpRequest& request, QObject* owner)
{
    auto* call = new CallOf<HttpResponse>(owner);
    QObject::connect(&m_life, &QObject::destroyed, call, &Call::cancel);
    m_queues[request.operation]
        .at(size_t(request.urgency))
        .push_back({request, call, ++m_lastNumber});
    pump();
    return call;
}

void PacedTransport::pump()
{
    const auto now = present();
    while (Queue* queue = nextQueue(now))
        sendFirst(*queue, now);
    wakeLater(now);
}

bool PacedTransport::hasPlaceFor(const Waiting& waiting) const
{
    return m_underWay < MostUnderWay
        && (waiting.request.urgency != Urgency::Behind || m_behindUnderWay < MostBehind);
}

// The most urgent request that may go now, of several the one that has waited longest.
PacedTransport::Queue* PacedTransport::nextQueue(CallPace::Time now)
{
    Queue* best = nullptr;
    const auto rank = [](const Queue& queue) {
        return std::tuple(queue.front().request.urgency, queue.front().number);
    };
    for (auto each = m_queues.begin(); each != m_queues.end(); ++each) {
        const bool isTime = paceOf(each.key()).nextAt(now) <= now;
        for (Queue& queue : *each) {
            while (!queue.empty() && (!queue.front().call || queue.front().call->isSettled()))
                queue.pop_front();
            if (isTime && !queue.empty() && hasPlaceFor(queue.front())
                && (!best || rank(queue) < rank(*best)))
                best = &queue;
        }
    }
    return best;
}

void PacedTransport::sendFirst(Queue& queue, CallPace::Time now)
{
    const Waiting first = std::move(queue.front());
    queue.pop_front();
    const QString operation = first.request.operation;
    const bool isBehind = first.request.urgency == Urgency::Behind;
    paceOf(operation).called(now);
    ++m_underWay;
    m_behindUnderWay += isBehind ? 1 : 0;
    auto* inner = m_inner.send(first.request, first.call);
    // A call whose owner dies says nothing: its place is free when it is gone.
    QObject::connect(inner, &QObject::destroyed, &m_life, [this, isBehind] {
        --m_underWay;
        m_behindUnderWay -= isBehind ? 1 : 0;
        m_timer.start(0);
    });
    inner->then(&m_life, [this, operation](const Result<HttpResponse>& outcome) {
        if (retryCause(outcome) == RetryCause::Throttling)
            paceOf(operation).throttled(present());
    });
    forward(inner, first.call.data(), [](const Result<HttpResponse>& outcome) { return outcome; });
}

void PacedTransport::wakeLater(CallPace::Time now)
{
    std::optional<CallPace::Time> next;
    for (auto each = m_queues.cbegin(); each != m_queues.cend(); ++each) {
        if (std::ranges::all_of(*each, &Queue::empty))
            continue;
        const auto at = paceOf(each.key()).nextAt(now);
        if (at > now) // what only waits for a place is woken by the one that leaves
            next = next ? std::min(*next, at) : at;
    }
    if (next)
        m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(*next - now));
}

} // namespace fuotadesk
