#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>

namespace fuotadesk {

class BodyMeter;

struct HttpHeader {
    QByteArray name;
    QByteArray value;

    friend bool operator==(const HttpHeader&, const HttpHeader&) = default;
};

using HttpHeaders = QList<HttpHeader>;

// Who waits for the answer: calls that must wait for the service's quota go in this order.
enum class Urgency {
    Pressed, // the operator asked for it just now
    InSight, // it fills what is on the screen
    Behind, // it fills what may be looked at later
};

// One request, before it is signed. url is made with QUrl::fromEncoded(…, StrictMode) from RFC 3986
// text: its encoded path and query are the bytes that go out and the bytes that are signed.
// repeatable: sending it twice does no harm (GET; a create that carries its token). timeout is how
// long the far end may be silent; while bytes of a body go out it is not.
struct HttpRequest {
    QByteArray method;
    QUrl url;
    HttpHeaders headers;
    QByteArray body;
    QByteArray bodySha256; // hex, where somebody has it already; else the signer looks
    std::shared_ptr<BodyMeter> meter; // told how much of the body has left
    QString operation; // "CreateFuotaTask": for the log
    QString target; // id, ARN or name of what it is about, for those who keep account of changes
    QString member; // the device or group that comes to it or leaves it
    bool repeatable = false;
    bool isNoted = true; // by those who keep account of changes; no GET is
    Urgency urgency = Urgency::Pressed;
    std::chrono::milliseconds timeout = std::chrono::seconds(30);

    friend bool operator==(const HttpRequest&, const HttpRequest&) = default;
};

// Any answer with a status line, also 4xx and 5xx. earlierMaybeExecuted: an attempt before this one
// ended without a sure answer, so the request may have been carried out even though this answer
// says no.
struct HttpResponse {
    int status = 0;
    HttpHeaders headers;
    QByteArray body;
    bool earlierMaybeExecuted = false;

    friend bool operator==(const HttpResponse&, const HttpResponse&) = default;
};

// The first header of that name, compared without case; empty when there is none.
QByteArray headerValue(const HttpHeaders& headers, const QByteArray& name);

} // namespace fuotadesk
