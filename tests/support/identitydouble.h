#pragma once

#include "aws/transport.h"

namespace fuotadesk {

// STS that knows everybody as the same one.
class IdentityDouble final : public Transport {
public:
    CallOf<HttpResponse>* send(const HttpRequest&, QObject* owner) override
    {
        const QByteArray body =
            "<R><Arn>arn:aws:iam::123456789012:user/operator</Arn><UserId>AIDAEXAMPLE</UserId>"
            "<Account>123456789012</Account></R>";
        return settledCall<HttpResponse>(owner, HttpResponse{200, {}, body, false});
    }
};

} // namespace fuotadesk
