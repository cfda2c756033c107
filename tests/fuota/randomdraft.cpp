#include "fuota/randomdraft.h"

#include <array>

namespace fuotadesk {

int RandomDraft::upTo(int largest)
{
    return int(m_engine() % unsigned(largest + 1));
}

QString RandomDraft::text()
{
    static const std::array pieces = {
        QStringLiteral("meter"),
        QString::fromUtf8("\xf0\x9f\x93\xa1"),
        QStringLiteral("${version}"),
        QString::fromUtf8("\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d"),
        QStringLiteral("\"\\/\b\f\n\r\t"),
        QString(QChar(0x2028)),
        QStringLiteral("</script>"),
        QString(QChar(1)),
        QStringLiteral("'$`"),
    };
    QString result;
    for (int i = upTo(4); i > 0; --i)
        result += pieces.at(std::size_t(upTo(int(pieces.size()) - 1)));
    return result;
}

qint64 RandomDraft::number()
{
    const qint64 bits = upTo(52);
    const qint64 value =
        qint64(m_engine() | (quint64(m_engine()) << 32U)) & ((qint64(1) << bits) - 1);
    return upTo(3) == 0 ? -value : value;
}

TaskDraft RandomDraft::task()
{
    TaskDraft task;
    task.name = maybe(text());
    task.description = maybe(text());
    task.clientRequestToken = maybe(text());
    task.rfRegion = maybe(text());
    task.firmwareUpdateImage = text();
    task.firmwareUpdateRole = text();
    for (int i = upTo(3); i > 0; --i)
        task.tags.append({text(), text()});
    task.redundancyPercent = maybe(number());
    task.fragmentSizeBytes = maybe(number());
    task.fragmentIntervalMs = maybe(number());
    task.descriptor = maybe(text());
    return task;
}

Template RandomDraft::saved()
{
    Template value;
    value.name = text();
    value.draft.task = task();
    value.draft.task.clientRequestToken.reset();
    value.draft.imageSizeBytes = maybe(qint64(upTo(1 << 30)));
    value.draft.imageETag = text();
    value.draft.imageUploadTo = text();
    Planning& planning = value.draft.planning;
    planning.dataRate = upTo(15);
    planning.fragmentSizeBytes = 1 + upTo(300);
    planning.redundancyPercent = upTo(100);
    planning.fragmentIntervalMs = 1 + upTo(100'000);
    planning.loss = upTo(1000) / 1000.0;
    planning.gateways = 1 + upTo(19);
    planning.decoder = text();
    planning.burstFragments = 1 + upTo(100) / 10.0;
    planning.transmissionIntervalMs = upTo(60'000);
    planning.classB = upTo(1) == 1;
    planning.variant = text();
    planning.devices = 1 + upTo(1000);
    planning.target = upTo(1000) / 1000.0;
    for (int i = upTo(3); i > 0; --i)
        planning.fleet.append({(1 + upTo(99)) / 100.0, upTo(100) / 100.0});
    planning.ownDecoder = {1 + upTo(1000), 1 + upTo(200), upTo(100), 1 + upTo(7)};
    if (upTo(1) == 1)
        planning.startAt = QDateTime::fromSecsSinceEpoch(1'700'000'000 + upTo(1000), Qt::UTC);
    for (int i = upTo(2); i > 0; --i)
        value.draft.recipients.wirelessDeviceIds.append(text());
    for (int i = upTo(2); i > 0; --i)
        value.draft.recipients.multicastGroupIds.append(text());
    for (int i = 0; i < upTo(3); ++i) // JSON sorts them by name
        value.variables.append({QStringLiteral("v%1").arg(i), text(), text()});
    return value;
}

} // namespace fuotadesk
