#include "support/scriptedtransport.h"

#include <QTest>

namespace fuotadesk {

void ScriptedTransport::answer(int status, const QByteArray& body, const HttpHeaders& headers)
{
    answer({status, headers, body});
}

void ScriptedTransport::fail(ErrorKind kind, bool maybeExecuted)
{
    Error error;
    error.kind = kind;
    error.maybeExecuted = maybeExecuted;
    m_script.emplace_back(failure(error));
}

CallOf<HttpResponse>* ScriptedTransport::send(const HttpRequest& request, QObject* owner)
{
    m_requests.append(request);
    auto* call = new CallOf<HttpResponse>(owner);
    call->onCancel([this] { ++m_cancelled; });
    if (m_script.empty()) {
        QTest::qFail("a request beyond the script", __FILE__, __LINE__);
        return call;
    }
    if (const auto step = m_script.front())
        call->settle(*step);
    m_script.pop_front();
    return call;
}

} // namespace fuotadesk
