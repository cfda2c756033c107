#pragma once

#include "aws/s3/s3client.h"

#include "aws/signedtransports.h"
#include "support/outcome.h"
#include "support/scriptedtransport.h"

#include <memory>

namespace fuotadesk {

// One network for all regions; remembers for which each request was to be signed.
class ScriptedServices final : public SignedTransports {
public:
    Transport& signedFor(const char* service, const QString& region) override
    {
        signedNames.append(QString::fromLatin1(service) + u' ' + region);
        return network;
    }

    ScriptedTransport network;
    QStringList signedNames;
};

// A client of Amazon S3 in eu-west-1, without its network.
struct S3Bench {
    ScriptedServices services;
    std::unique_ptr<S3Client> client = std::make_unique<S3Client>(
        services,
        ServiceAddress{QUrl(QStringLiteral("https://s3.eu-west-1.amazonaws.com")),
                       QStringLiteral("eu-west-1")});
    QObject owner;
    ImageLocation object{QStringLiteral("firmware"), QStringLiteral("a b/meter+1.bin")};

    void answer(int status, const QByteArray& body = {}, const HttpHeaders& headers = {})
    {
        services.network.answer(status, body, headers);
    }

    // After an attempt that ended without a sure answer.
    void answerUnsurely(int status, const QByteArray& body = {}, const HttpHeaders& headers = {})
    {
        services.network.answer({status, headers, body, true});
    }

    const HttpRequest& sent(qsizetype index = 0) const
    {
        return services.network.requests().at(index);
    }
    qsizetype sentCount() const { return services.network.requests().size(); }

    QByteArray sentHeader(const char* name) const { return headerValue(sent().headers, name); }

    QByteArray line(qsizetype index = 0) const
    {
        return sent(index).method + ' ' + sent(index).url.toEncoded(QUrl::FullyEncoded);
    }
};

// "Welcome to Amazon S3.", hashed by sha256sum and by openssl md5 -binary | base64
inline S3Client::Body s3Body()
{
    return {"Welcome to Amazon S3.",
            "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
            "1EfQ6PKJ8WoS/2AnznfCWA==", nullptr};
}

inline QByteArray s3ErrorXml(const QByteArray& code, const QByteArray& more = {})
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code
        + "</Code><Message>Why.</Message>" + more + "</Error>";
}

} // namespace fuotadesk
