#include "sandbox/s3door.h"

#include "aws/sigv4.h"
#include "sandbox/faultyanswer.h"

#include <utility>

namespace fuotadesk {

namespace {

S3Refusal accessDenied()
{
    return {403, "AccessDenied", QStringLiteral("Access Denied")};
}

S3Refusal slowDown()
{
    return {503, "SlowDown", QStringLiteral("Please reduce your request rate.")};
}

S3Refusal internalFailure()
{
    return {500, "InternalError",
            QStringLiteral("We encountered an internal error. Please try again.")};
}

HttpAnswer answerOf(const HttpResponse& response, const QString& requestId)
{
    HttpAnswer answer{response.status, response.headers, response.body};
    answer.headers.append({"x-amz-request-id", requestId.toLatin1()});
    answer.headers.append(HttpHeader{"Server", "AmazonS3"});
    return answer;
}

QString bucketArn(const QString& objectArn)
{
    return objectArn.section(u'/', 0, 0);
}

// Where somebody may not list a bucket he is not told what is not in it.
bool tellsOfAbsence(const HttpResponse& response, const S3Server::Demand& demand)
{
    return response.status == 404 && demand.action == u"s3:GetObject";
}

} // namespace

S3Door::S3Door(const Identity& identity, const Clock& clock, FaultInjector& faults,
               BucketStore& store, const QString& homeRegion)
    : m_signature(identity.keys(), clock),
      m_faults(faults),
      m_server(store, homeRegion),
      m_store(store)
{
}

std::optional<HttpAnswer> S3Door::answer(const HttpCall& call, const QString& requestId)
{
    BucketCall asked{call.method, rawPath(call), rawQuery(call), call.headers, call.body};
    asked.bodySha256 = call.bodySha256.isEmpty() ? sha256Hex(call.body) : call.bodySha256;
    asked.requestId = requestId;
    asked.bodyIsCut = call.bodyIsCut;
    const auto refused = [&](const S3Refusal& refusal) {
        return answerOf(S3Server::refusal(asked, refusal), requestId);
    };
    if (!S3Signature::isFor(call)) {
        const bool isNamed = headerValue(call.headers, "authorization").isEmpty()
            && m_store.bucket(QString::fromLatin1(asked.path.split('/').value(1)));
        return isNamed ? std::optional(refused(accessDenied())) : std::nullopt;
    }
    const auto signer = m_signature.signer(call);
    if (!signer)
        return refused(signer.error());
    asked.signedRegion = signer->region;
    const S3Server::Demand demand = S3Server::demandOf(asked);
    return struckAnswer(
        m_faults.strike(demand.operation), [&] { return refused(slowDown()); },
        [&] { return refused(internalFailure()); },
        [&] { return answerOf(serve(asked, demand, signer->key.principal), requestId); });
}

HttpResponse S3Door::serve(const BucketCall& asked, const S3Server::Demand& demand,
                           const Principal& principal)
{
    if (!isAllowed(principal, demand.action, demand.resource)
        || !isAllowed(principal, demand.sourceAction, demand.source))
        return S3Server::refusal(asked, accessDenied());
    HttpResponse response = m_server.answer(asked);
    if (tellsOfAbsence(response, demand)
        && !isAllowed(principal, QStringLiteral("s3:ListBucket"), bucketArn(demand.resource)))
        return S3Server::refusal(asked, accessDenied());
    return response;
}

bool S3Door::isAllowed(const Principal& principal, const QString& action,
                       const QString& resource) const
{
    return !m_gate || action.isEmpty() || m_gate(principal, action, resource);
}

} // namespace fuotadesk
