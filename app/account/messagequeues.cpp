#include "account/messagequeues.h"

#include "aws/timestamps.h"
#include "fleet/numberedid.h"

#include <map>

namespace fuotadesk {

namespace {

constexpr int MessagesOfAQueue = 2;
constexpr int OneInSo = 8;
constexpr int WithMessages = 5; // of each eight devices
constexpr qint64 SecondsApart = 600;
constexpr qint64 TwoHours = 7200;

QList<int> messagesOf(int device)
{
    QList<int> numbers;
    for (int i = 0; i < MessagesOfAQueue && device % OneInSo == WithMessages; ++i)
        numbers.append(device * MessagesOfAQueue + i);
    return numbers;
}

QJsonObject messageJson(int number, const QDateTime& queuedAt)
{
    const int position = number % MessagesOfAQueue;
    return {{QStringLiteral("MessageId"), numberedId(IdFamily::Message, number)},
            {QStringLiteral("TransmitMode"), position},
            {QStringLiteral("ReceivedAt"),
             QString::fromLatin1(iso8601Text(queuedAt.addSecs(position * SecondsApart)))},
            {QStringLiteral("LoRaWAN"), QJsonObject{{QStringLiteral("FPort"), 10 + position}}}};
}

} // namespace

MessageQueues::MessageQueues(const Clock& clock) : m_queuedAt(clock.now().addSecs(-TwoHours)) { }

Served<Page<QJsonObject>> MessageQueues::list(int device, const ListRequest& request) const
{
    std::map<qint64, QJsonObject> messages;
    for (const int number : messagesOf(device))
        if (!m_deleted.contains(number))
            messages.emplace(number, messageJson(number, m_queuedAt));
    return pageOf(messages, request, [](const QJsonObject& message) { return message; });
}

Served<void> MessageQueues::remove(int device, const QString& messageId)
{
    bool found = messageId == u"*";
    for (const int number : messagesOf(device)) {
        if (messageId != u"*" && numberedId(IdFamily::Message, number) != messageId)
            continue;
        found |= !m_deleted.contains(number);
        m_deleted.insert(number);
    }
    if (!found)
        return refused(notFound("Message", messageId));
    return {};
}

} // namespace fuotadesk
