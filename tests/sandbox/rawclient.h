#pragma once

#include "sandbox/httpcall.h"

#include <optional>

namespace fuotadesk {

// Sends bytes as they are and reads until the far end closes; nothing when that takes over ten
// seconds.
std::optional<QByteArray> exchanged(quint16 port, const QByteArray& request);

// The call as HTTP/1.1, with a Content-Length when it has a body.
QByteArray wireForm(const HttpCall& call);

// Status 0: not an HTTP answer.
HttpAnswer parsedAnswer(const QByteArray& bytes);

HttpAnswer answerTo(quint16 port, const QByteArray& request);

} // namespace fuotadesk
