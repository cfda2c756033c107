#pragma once

#include "iotwireless/deviceprofileclient.h"
#include "iotwireless/gatewayclient.h"
#include "iotwireless/loglevelclient.h"
#include "iotwireless/multicastgroupclient.h"
#include "iotwireless/queuedmessageclient.h"
#include "iotwireless/servicestack.h"
#include "iotwireless/tagclient.h"
#include "iotwireless/wirelessdeviceclient.h"
#include "support/outcome.h"
#include "support/scriptedtransport.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace fuotadesk {

// Every client on one scripted transport, and what they sent over it.
class ClientBench {
public:
    template <typename T>
    Result<T> settled(CallOf<T>* call)
    {
        Outcome<T> outcome;
        outcome.watch(call, &owner);
        if (!QTest::qWaitFor([&] { return outcome.count > 0; }))
            return failure(ErrorKind::TimedOut);
        return *outcome.result;
    }

    // "GET /fuota-tasks?maxResults=250"
    QByteArray line(qsizetype index) const
    {
        const HttpRequest& request = transport.requests().at(index);
        return request.method + ' '
            + request.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    }

    QList<QByteArray> lines() const
    {
        QList<QByteArray> result;
        for (qsizetype i = 0; i < transport.requests().size(); ++i)
            result.append(line(i));
        return result;
    }

    // An answer that follows an attempt of which nobody knows how it ended.
    void answerAfterUnsure(int status, const QByteArray& type)
    {
        HttpResponse response{status, {{"x-amzn-errortype", type}}, "{}", true};
        transport.answer(response);
    }

    ScriptedTransport transport;
    QObject owner;
    std::shared_ptr<ServiceStack> stack =
        std::make_shared<ServiceStack>(std::make_shared<Below>(transport));

private:
    class Below final : public TransportStack {
    public:
        explicit Below(Transport& transport) : m_transport(transport) { }
        Transport& transport() override { return m_transport; }
        QUrl endpoint() const override
        {
            return QUrl(QStringLiteral("https://api.iotwireless.eu-west-1.amazonaws.com"));
        }
        void limitCalls(double) override { }
        Transport& signedFor(const char*, const QString&) override { return m_transport; }

    private:
        Transport& m_transport;
    };
};

inline QJsonObject jsonObject(const QByteArray& text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace fuotadesk
