#include "sandbox/signedcall.h"

#include "aws/sigv4.h"

namespace fuotadesk {

Credentials TestSigner::credentials() const
{
    return {QString::fromLatin1(accessKeyId), Secret(secret), Secret(sessionToken)};
}

HttpCall TestSigner::operator()(HttpCall call) const
{
    if (headerValue(call.headers, "Host").isEmpty())
        call.headers.append(HttpHeader{"Host", "127.0.0.1:8000"});
    const SigningScope scope{amzTimestamp(time), region, service};
    Signer signer{accessKeyId, signingKey(Secret(secret), scope), Secret(sessionToken), scope};
    signer.addPayloadHash = addPayloadHash;
    const auto signature = signWithHeaders(
        {call.method, rawPath(call), rawQuery(call), call.headers, sha256Hex(call.body)}, signer);
    call.headers += signature->headers;
    return call;
}

TestSigner signerFor(const Credentials& credentials)
{
    TestSigner signer;
    signer.accessKeyId = credentials.accessKeyId.toLatin1();
    signer.secret = credentials.secretAccessKey.reveal();
    signer.time = QDateTime::currentDateTimeUtc();
    return signer;
}

} // namespace fuotadesk
