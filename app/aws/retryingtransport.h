#pragma once

#include "aws/retryquota.h"
#include "aws/transport.h"
#include "base/random.h"

namespace fuotadesk {

// Repeats repeatable requests as retryCause() says, three attempts in all, with one quota for all
// requests. Tells the service with amz-sdk-invocation-id and amz-sdk-request. The answer tells with
// earlierMaybeExecuted (an error with maybeExecuted) when an attempt before the last one may have
// been carried out.
class RetryingTransport final : public Transport {
public:
    RetryingTransport(Transport& inner, RandomSource& random);
    ~RetryingTransport() override;

    CallOf<HttpResponse>* send(const HttpRequest& request, QObject* owner) override;

private:
    class Exchange;

    Transport& m_inner;
    RandomSource& m_random;
    RetryQuota m_quota;
    QObject m_life; // calls end with the transport
};

} // namespace fuotadesk
