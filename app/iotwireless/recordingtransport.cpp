#include "iotwireless/recordingtransport.h"

#include "aws/serviceerror.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace fuotadesk {

namespace {

constexpr int Created = 201;

ChangeEnd endOf(const Error& error)
{
    // Nobody knows how far a request that was taken back had come.
    const bool isUnsure = error.maybeExecuted || error.kind == ErrorKind::Cancelled;
    return {isUnsure ? ChangeOutcome::Unknown : ChangeOutcome::Failed,
            error.kind,
            error.code,
            error.requestId,
            {}};
}

ChangeEnd endOf(const HttpRequest& request, const Result<HttpResponse>& answer)
{
    if (!answer)
        return endOf(answer.error());
    if (answer->status < 200 || answer->status > 299)
        return endOf(serviceError(request, *answer));
    ChangeEnd end{ChangeOutcome::Done, {}, {}, {}, {}};
    end.requestId = QString::fromLatin1(headerValue(answer->headers, "x-amzn-requestid"));
    if (answer->status == Created)
        end.result =
            QJsonDocument::fromJson(answer->body).object().value(QStringLiteral("Id")).toString();
    return end;
}

ChangeEnd cancelled(ChangeOutcome outcome)
{
    return {outcome, ErrorKind::Cancelled, {}, {}, {}};
}

} // namespace

RecordingTransport::RecordingTransport(Transport& inner, ChangeRecorder& recorder,
                                       ChangeCall origin)
    : m_inner(inner),
      m_recorder(recorder),
      m_origin(std::move(origin))
{
}

CallOf<HttpResponse>* RecordingTransport::send(const HttpRequest& request, QObject* owner)
{
    if (request.method == "GET" || request.method == "HEAD" || !request.isNoted)
        return m_inner.send(request, owner);
    auto* outer = new CallOf<HttpResponse>(owner);
    QObject::connect(&m_life, &QObject::destroyed, outer, &Call::cancel);
    ChangeCall call = m_origin;
    call.operation = request.operation;
    call.target = request.target;
    call.member = request.member;
    const auto sendNow = [this, request, outer = QPointer(outer)](const Result<qint64>& number) {
        if (outer && !outer->isSettled())
            sendRecorded(request, outer, number.value_or(0));
        else if (number)
            m_recorder.end(*number, cancelled(ChangeOutcome::Failed));
    };
    m_recorder.begin(call, &m_life)->then(&m_life, sendNow);
    return outer;
}

void RecordingTransport::sendRecorded(const HttpRequest& request, CallOf<HttpResponse>* outer,
                                      qint64 number)
{
    auto* inner = m_inner.send(request, outer);
    forward(inner, outer, [](const Result<HttpResponse>& answer) { return answer; });
    if (number == 0) // it could not be written down
        return;
    const auto hasEnded = std::make_shared<bool>(false);
    inner->then(&m_life, [this, request, number, hasEnded](const Result<HttpResponse>& answer) {
        *hasEnded = true;
        m_recorder.end(number, endOf(request, answer));
    });
    // A call whose owner dies says nothing.
    QObject::connect(inner, &QObject::destroyed, &m_life, [this, number, hasEnded] {
        if (!*hasEnded)
            m_recorder.end(number, cancelled(ChangeOutcome::Unknown));
    });
}

} // namespace fuotadesk
