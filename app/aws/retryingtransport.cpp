#include "aws/retryingtransport.h"

#include <QTimer>

namespace fuotadesk {

// One request with all its attempts; a child of its call.
class RetryingTransport::Exchange final : public QObject {
public:
    Exchange(RetryingTransport& transport, HttpRequest request, CallOf<HttpResponse>* outer)
        : QObject(outer),
          m_transport(transport),
          m_request(std::move(request)),
          m_outer(outer),
          m_invocation(transport.m_random.uuid().toLatin1())
    {
        outer->onCancel([this] { cancelAttempt(); });
    }

    void sendAttempt();

private:
    void finishAttempt(const Result<HttpResponse>& outcome);
    void settle(Result<HttpResponse> outcome);
    void cancelAttempt();
    bool mayHaveBeenExecuted(const Result<HttpResponse>& outcome, RetryCause cause) const;

    RetryingTransport& m_transport;
    HttpRequest m_request;
    CallOf<HttpResponse>* m_outer;
    QByteArray m_invocation;
    QPointer<Call> m_inner;
    int m_attempt = 0;
    RetryCause m_lastRetry = RetryCause::None;
    bool m_earlierMaybeExecuted = false;
};

void RetryingTransport::Exchange::sendAttempt()
{
    if (m_outer->isSettled())
        return;
    ++m_attempt;
    HttpRequest request = m_request;
    request.headers.append({QByteArrayLiteral("amz-sdk-invocation-id"), m_invocation});
    request.headers.append(
        {QByteArrayLiteral("amz-sdk-request"),
         "attempt=" + QByteArray::number(m_attempt) + "; max=" + QByteArray::number(MostAttempts)});
    CallOf<HttpResponse>* inner = m_transport.m_inner.send(request, this);
    m_inner = inner;
    inner->then(this, [this](const Result<HttpResponse>& outcome) { finishAttempt(outcome); });
}

void RetryingTransport::Exchange::finishAttempt(const Result<HttpResponse>& outcome)
{
    if (m_outer->isSettled()) // cancelled, and the transport may be gone
        return;
    const RetryCause cause = retryCause(outcome);
    const bool again = cause != RetryCause::None && m_request.repeatable && m_attempt < MostAttempts
        && m_transport.m_quota.take(cause);
    if (!again) {
        settle(outcome);
        return;
    }
    m_lastRetry = cause;
    m_earlierMaybeExecuted = m_earlierMaybeExecuted || mayHaveBeenExecuted(outcome, cause);
    QTimer::singleShot(retryDelay(cause, m_attempt, m_transport.m_random.unit(), outcome), this,
                       [this] { sendAttempt(); });
}

void RetryingTransport::Exchange::settle(Result<HttpResponse> outcome)
{
    if (outcome) {
        if (outcome->status >= 200 && outcome->status < 300)
            m_transport.m_quota.succeededAfter(m_lastRetry);
        outcome->earlierMaybeExecuted = outcome->earlierMaybeExecuted || m_earlierMaybeExecuted;
    } else {
        outcome.error().maybeExecuted = outcome.error().maybeExecuted || m_earlierMaybeExecuted;
    }
    m_outer->settle(std::move(outcome));
}

void RetryingTransport::Exchange::cancelAttempt()
{
    if (m_inner)
        m_inner->cancel();
}

bool RetryingTransport::Exchange::mayHaveBeenExecuted(const Result<HttpResponse>& outcome,
                                                      RetryCause cause) const
{
    if (!outcome)
        return outcome.error().maybeExecuted;
    const bool isSureNo = cause == RetryCause::Throttling || outcome->status < 500;
    return outcome->earlierMaybeExecuted || !isSureNo;
}

RetryingTransport::RetryingTransport(Transport& inner, RandomSource& random)
    : m_inner(inner),
      m_random(random)
{
}

RetryingTransport::~RetryingTransport() = default;

CallOf<HttpResponse>* RetryingTransport::send(const HttpRequest& request, QObject* owner)
{
    auto* outer = new CallOf<HttpResponse>(owner);
    QObject::connect(&m_life, &QObject::destroyed, outer, &Call::cancel);
    (new Exchange(*this, request, outer))->sendAttempt();
    return outer;
}

} // namespace fuotadesk
