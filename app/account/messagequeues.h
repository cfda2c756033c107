#pragma once

#include "account/page.h"
#include "base/clock.h"

#include <QSet>

namespace fuotadesk {

// Downlinks that wait for a device: one device in eight comes with two. Only what was deleted takes
// room.
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_ListQueuedMessages.html
class MessageQueues {
public:
    explicit MessageQueues(const Clock& clock);

    Served<Page<QJsonObject>> list(int device, const ListRequest& request) const;
    // messageId "*": all. Error: there is no such message.
    Served<void> remove(int device, const QString& messageId);

private:
    QDateTime m_queuedAt; // two hours before the sandbox began
    QSet<int> m_deleted; // by message number
};

} // namespace fuotadesk
