#include "text/statustext.h"

#include <QCoreApplication>

namespace fuotadesk {

namespace {

struct StatusText {
    Q_DECLARE_TR_FUNCTIONS(StatusText)
};

} // namespace

QString statusLabel(const FuotaTask& task)
{
    return statusLabel(task.status, task.statusText);
}

QString statusLabel(TaskStatus status, const QString& word)
{
    return status == TaskStatus::Unknown && !word.isEmpty() ? word : statusLabel(status);
}

QString statusLabel(TaskStatus status)
{
    switch (status) {
    case TaskStatus::Pending:
        return StatusText::tr("Pending");
    case TaskStatus::SessionWaiting:
        return StatusText::tr("Session waiting");
    case TaskStatus::InSession:
        return StatusText::tr("In session");
    case TaskStatus::Done:
        return StatusText::tr("Done");
    case TaskStatus::DeleteWaiting:
        return StatusText::tr("Being deleted");
    case TaskStatus::Unknown:
        break;
    }
    return StatusText::tr("Not known");
}

QString statusMeaning(TaskStatus status)
{
    switch (status) {
    case TaskStatus::Pending:
        return StatusText::tr(
            "Created; no session is scheduled yet. It can be changed and deleted.");
    case TaskStatus::SessionWaiting:
        return StatusText::tr(
            "A session is scheduled and has not begun. It can no longer be changed.");
    case TaskStatus::InSession:
        return StatusText::tr("Fragments are being sent to the devices.");
    case TaskStatus::Done:
        return StatusText::tr(
            "The session has ended. Whether each device has the image is told per device.");
    case TaskStatus::DeleteWaiting:
        return StatusText::tr(
            "The service is deleting it. This can take a while and can not be undone.");
    case TaskStatus::Unknown:
        break;
    }
    return StatusText::tr("This version of FUOTA Desk does not know what the status means.");
}

} // namespace fuotadesk
