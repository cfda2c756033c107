#include "aws/s3/s3desk.h"

#include "aws/s3/s3reply.h"
#include "aws/serviceerror.h"
#include "aws/signedtransports.h"
#include "aws/transport.h"

#include <QTimer>

namespace fuotadesk {

// One request until it is answered where its bucket is; a child of its call.
class S3Desk::Exchange final : public QObject {
public:
    Exchange(S3Desk& desk, S3Request request, CallOf<HttpResponse>* outer)
        : QObject(outer),
          m_desk(desk),
          m_request(std::move(request)),
          m_outer(outer),
          m_region(desk.m_regions.value(m_request.target.bucket, desk.m_address.region))
    {
        outer->onCancel([this] {
            if (m_inner)
                m_inner->cancel();
        });
    }

    void start()
    {
        if (m_outer->isSettled())
            return;
        HttpRequest message = m_request.message;
        auto url = s3Url(s3AddressIn(m_region, m_desk.m_address).endpoint, m_request.target,
                         m_request.scope, m_request.query);
        if (!url) {
            m_outer->settle(failure(url.error()));
            return;
        }
        message.url = *url;
        CallOf<HttpResponse>* inner =
            m_desk.m_transports.signedFor("s3", m_region).send(message, this);
        m_inner = inner;
        inner->then(this, [this](const Result<HttpResponse>& answer) { take(answer); });
    }

private:
    void take(const Result<HttpResponse>& answer)
    {
        if (m_outer->isSettled()) // cancelled, and the desk may be gone
            return;
        if (!answer)
            m_outer->settle(failure(ofUs(answer.error())));
        else if (isElsewhere(*answer))
            start();
        else if (isLateFailure(*answer))
            QTimer::singleShot(LateDelay * m_lateFailures, this, [this] { start(); });
        else if (answer->status >= 200 && answer->status < 300)
            m_outer->settle(*answer);
        else
            m_outer->settle(failure(ofUs(s3Error(m_request.message, *answer))));
    }

    bool isElsewhere(const HttpResponse& answer)
    {
        const QString told = regionTold(answer);
        if (told.isEmpty() || m_request.scope == S3Scope::Service)
            return false;
        m_desk.m_regions.insert(m_request.target.bucket, told);
        if (m_isMoved || told == m_region || answer.status < 300 || answer.status >= 500)
            return false;
        m_isMoved = true;
        m_region = told;
        return true;
    }

    // An error inside a 200, which the transports below do not see as one.
    bool isLateFailure(const HttpResponse& answer)
    {
        if (m_request.message.operation != u"CompleteMultipartUpload" || answer.status != 200)
            return false;
        const auto completed = completedFrom(m_request.message, answer);
        const bool passes = !completed
            && (completed.error().kind == ErrorKind::ServiceFailed
                || completed.error().kind == ErrorKind::ServiceUnavailable
                || completed.error().kind == ErrorKind::Throttled);
        return passes && m_lateFailures++ < MostLateFailures;
    }

    Error ofUs(Error error) const
    {
        error.maybeExecuted = error.maybeExecuted || m_lateFailures > 0;
        return error;
    }

    static constexpr int MostLateFailures = 2;
    static constexpr std::chrono::milliseconds LateDelay{200};

    S3Desk& m_desk;
    S3Request m_request;
    CallOf<HttpResponse>* m_outer;
    QString m_region;
    QPointer<Call> m_inner;
    bool m_isMoved = false;
    int m_lateFailures = 0;
};

S3Desk::S3Desk(SignedTransports& transports, const ServiceAddress& address)
    : m_transports(transports),
      m_address(address)
{
}

CallOf<HttpResponse>* S3Desk::send(const S3Request& request, QObject* owner)
{
    auto* outer = new CallOf<HttpResponse>(owner);
    endWithUs(outer);
    (new Exchange(*this, request, outer))->start();
    return outer;
}

void S3Desk::endWithUs(Call* call)
{
    QObject::connect(&m_life, &QObject::destroyed, call, &Call::cancel);
}

Error S3Desk::unread(const Error& error, const HttpRequest& request, const HttpResponse& response)
{
    if (error.kind != ErrorKind::AnswerMalformed)
        return error;
    Error result = unreadableAnswer(request, response, error.code);
    result.maybeExecuted = result.maybeExecuted && request.method != "HEAD";
    return result;
}

CallOf<S3Written>* S3Desk::settledByLook(CallOf<S3Written>* inner, CallOf<S3Written>* outer,
                                         const ImageLocation& object, const IsOurs& isOurs)
{
    endWithUs(outer);
    outer->onCancel([alive = QPointer(inner)] {
        if (alive)
            alive->cancel();
    });
    inner->then(&m_life, [=, this](const Result<S3Written>& written) {
        if (outer->isSettled())
            return;
        // The network layer sends a request again by itself when its connection closes without an
        // answer, and says nothing: also what seems sure may come of us.
        const bool mayBeOurs = !written
            && (written.error().code == u"PreconditionFailed"
                || written.error().code == u"NoSuchUpload");
        if (mayBeOurs)
            look(written.error(), object, outer, isOurs);
        else
            outer->settle(written);
    });
    return outer;
}

void S3Desk::look(const Error& error, const ImageLocation& object, CallOf<S3Written>* outer,
                  const IsOurs& isOurs)
{
    const auto read = [](const HttpRequest&, const HttpResponse& response) {
        return objectFactsFrom(response);
    };
    forward(ask<S3ObjectFacts>(headRequest(object), outer, read), outer,
            [=](const Result<S3ObjectFacts>& facts) -> Result<S3Written> {
                const bool isThere = facts.has_value();
                const auto ours = isThere ? isOurs(*facts) : std::optional<bool>();
                if (ours.value_or(false))
                    return S3Written{facts->eTag, facts->versionId};
                Error sure = error;
                const bool isNotThere = !isThere && facts.error().kind == ErrorKind::NotFound;
                sure.maybeExecuted = error.maybeExecuted && !ours.has_value() && !isNotThere;
                return failure(sure);
            });
}

} // namespace fuotadesk
