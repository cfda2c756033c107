#pragma once

#include "aws/transport.h"

namespace fuotadesk {

template <typename T>
using ReadAnswer = Result<T> (*)(const HttpRequest&, const HttpResponse&);

// Sends, and reads what comes back: success or not, read() has it.
template <typename T>
CallOf<T>* answered(Transport& transport, const HttpRequest& request, ReadAnswer<T> read,
                    QObject* owner)
{
    auto* call = new CallOf<T>(owner);
    forward(transport.send(request, call), call,
            [request, read](const Result<HttpResponse>& response) -> Result<T> {
                return response ? read(request, *response) : failure(response.error());
            });
    return call;
}

} // namespace fuotadesk
