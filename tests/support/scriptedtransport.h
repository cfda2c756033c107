#pragma once

#include "aws/transport.h"

#include <deque>
#include <functional>
#include <optional>

namespace fuotadesk {

// A transport without a network: takes its answers from a script, in order, and remembers what was
// sent. Answers come later, never inside send(); a step may stay silent for ever. A request beyond
// the script fails the test.
class ScriptedTransport final : public Transport {
public:
    void answer(const HttpResponse& response) { m_script.emplace_back(response); }
    void answer(int status, const QByteArray& body = {}, const HttpHeaders& headers = {});
    void fail(ErrorKind kind, bool maybeExecuted);
    void staySilent() { m_script.emplace_back(std::nullopt); }

    CallOf<HttpResponse>* send(const HttpRequest& request, QObject* owner) override;

    const QList<HttpRequest>& requests() const { return m_requests; }
    int cancelled() const { return m_cancelled; }
    bool isUsedUp() const { return m_script.empty(); }

private:
    std::deque<std::optional<Result<HttpResponse>>> m_script;
    QList<HttpRequest> m_requests;
    int m_cancelled = 0;
};

} // namespace fuotadesk
