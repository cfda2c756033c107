#pragma once

#include "base/call.h"
#include "fuota/fuotatask.h"

#include <QUrl>

namespace fuotadesk {

class Transport;

// The FUOTA task operations of AWS IoT Wireless. Errors are typed from the six modelled exceptions
// and the front end's authentication errors; Error::maybeExecuted tells when the outcome is not
// known. https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_Operations.html
class FuotaTaskClient {
public:
    // endpoint is scheme://host[:port]; transport signs.
    FuotaTaskClient(Transport& transport, QUrl endpoint);

    // task.clientRequestToken must be set: without it a lost answer could make a second task.
    CallOf<CreatedTask>* create(const TaskDraft& task, QObject* owner);
    CallOf<FuotaTask>* get(const QString& id, QObject* owner);
    // All pages of ListFuotaTasks, 250 a page. A page token that comes again ends in
    // AnswerMalformed.
    CallOf<QList<FuotaTaskSummary>>* list(QObject* owner);
    CallOf<void>* remove(const QString& id, QObject* owner);

private:
    Transport& m_transport;
    QUrl m_endpoint;
    QObject m_life; // a list under way ends with the client
};

} // namespace fuotadesk
