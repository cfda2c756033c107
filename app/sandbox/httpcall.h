#pragma once

#include "aws/httpmessage.h"

namespace fuotadesk {

// One request as it came over the wire. target is raw: "/fuota-tasks/a%2Fb?maxResults=5". Header
// fields of one name keep their order.
struct HttpCall {
    QByteArray method;
    QByteArray target;
    HttpHeaders headers;
    QByteArray body;
    QByteArray bodySha256 = {}; // hex, where somebody has it already
    bool bodyIsCut = false; // it was larger than what is taken
};

// How an answer gets lost: the connection is reset, or ends before the answer or within it.
enum class Cut { None, Reset, BeforeAnswer, InAnswer };

struct HttpAnswer {
    int status = 0;
    HttpHeaders headers;
    QByteArray body;
    std::chrono::milliseconds delay{0};
    Cut cut = Cut::None;
};

struct Halves {
    QByteArray first;
    QByteArray second; // empty without a separator
};

Halves splitOnce(const QByteArray& text, char separator);

// The two sides of the first "?", still encoded.
QByteArray rawPath(const HttpCall& call);
QByteArray rawQuery(const HttpCall& call);

} // namespace fuotadesk
