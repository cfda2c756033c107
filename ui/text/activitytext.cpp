#include "text/activitytext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace fuotadesk {

namespace {

struct ActivityText {
    Q_DECLARE_TR_FUNCTIONS(ActivityText)
};

constexpr std::array Operations = {
    std::pair{"CreateFuotaTask", QT_TRANSLATE_NOOP("ActivityText", "Create task")},
    std::pair{"UpdateFuotaTask", QT_TRANSLATE_NOOP("ActivityText", "Change task")},
    std::pair{"DeleteFuotaTask", QT_TRANSLATE_NOOP("ActivityText", "Delete task")},
    std::pair{"StartFuotaTask", QT_TRANSLATE_NOOP("ActivityText", "Start task")},
    std::pair{"AssociateWirelessDeviceWithFuotaTask",
              QT_TRANSLATE_NOOP("ActivityText", "Add device to task")},
    std::pair{"DisassociateWirelessDeviceFromFuotaTask",
              QT_TRANSLATE_NOOP("ActivityText", "Remove device from task")},
    std::pair{"AssociateMulticastGroupWithFuotaTask",
              QT_TRANSLATE_NOOP("ActivityText", "Add group to task")},
    std::pair{"DisassociateMulticastGroupFromFuotaTask",
              QT_TRANSLATE_NOOP("ActivityText", "Remove group from task")},
    std::pair{"CreateMulticastGroup", QT_TRANSLATE_NOOP("ActivityText", "Create group")},
    std::pair{"UpdateMulticastGroup", QT_TRANSLATE_NOOP("ActivityText", "Change group")},
    std::pair{"DeleteMulticastGroup", QT_TRANSLATE_NOOP("ActivityText", "Delete group")},
    std::pair{"StartMulticastGroupSession",
              QT_TRANSLATE_NOOP("ActivityText", "Start session of group")},
    std::pair{"CancelMulticastGroupSession",
              QT_TRANSLATE_NOOP("ActivityText", "Cancel session of group")},
    std::pair{"AssociateWirelessDeviceWithMulticastGroup",
              QT_TRANSLATE_NOOP("ActivityText", "Add device to group")},
    std::pair{"DisassociateWirelessDeviceFromMulticastGroup",
              QT_TRANSLATE_NOOP("ActivityText", "Remove device from group")},
    std::pair{"StartBulkAssociateWirelessDeviceWithMulticastGroup",
              QT_TRANSLATE_NOOP("ActivityText", "Add many devices to group")},
    std::pair{"StartBulkDisassociateWirelessDeviceFromMulticastGroup",
              QT_TRANSLATE_NOOP("ActivityText", "Remove many devices from group")},
    std::pair{"DeleteQueuedMessages", QT_TRANSLATE_NOOP("ActivityText", "Delete queued messages")},
    std::pair{"TagResource", QT_TRANSLATE_NOOP("ActivityText", "Set tags")},
    std::pair{"UntagResource", QT_TRANSLATE_NOOP("ActivityText", "Remove tags")},
    std::pair{"PutResourceLogLevel", QT_TRANSLATE_NOOP("ActivityText", "Set log level")},
    std::pair{"ResetResourceLogLevel", QT_TRANSLATE_NOOP("ActivityText", "Reset log level")},
};

QString journalRemedy(const Error& error)
{
    if (error.kind == ErrorKind::FileTooNew)
        return ActivityText::tr("A newer version of FUOTA Desk has written it: use that one.");
    return error.code == u"disk-full"
        ? ActivityText::tr("The disk is full: make room.")
        : ActivityText::tr("Check its file, the free space and your rights.");
}

} // namespace

QString operationLabel(const QString& operation)
{
    const auto* const found = std::ranges::find_if(
        Operations, [&](const auto& each) { return operation == QLatin1String(each.first); });
    return found == Operations.end() ? operation : ActivityText::tr(found->second);
}

QString changeOutcomeLabel(ChangeOutcome outcome)
{
    switch (outcome) {
    case ChangeOutcome::Open:
        return ActivityText::tr("Under way");
    case ChangeOutcome::Done:
        return ActivityText::tr("Done");
    case ChangeOutcome::Failed:
        return ActivityText::tr("Failed");
    case ChangeOutcome::Unknown:
        break;
    }
    return ActivityText::tr("Outcome not known");
}

QString changeOutcomeText(const ChangeEnd& end)
{
    Error error;
    error.kind = end.errorKind.value_or(ErrorKind::Refused);
    const QString unknown =
        ActivityText::tr("It may have been carried out: look at what it was about.");
    switch (end.outcome) {
    case ChangeOutcome::Open:
        return ActivityText::tr("The service has not answered yet.");
    case ChangeOutcome::Done:
        return ActivityText::tr("The service has carried it out.");
    case ChangeOutcome::Failed:
        return errorSentence(error);
    case ChangeOutcome::Unknown:
        break;
    }
    if (!end.errorKind)
        return ActivityText::tr("The program ended before an answer came.") + u' ' + unknown;
    return errorSentence(error) + u' ' + unknown;
}

QString notRecordedText(const Error& error)
{
    return ActivityText::tr("Changes go on but are not being recorded: the journal of activity "
                            "can not be written.")
        + u' ' + journalRemedy(error);
}

QString activityUnreadableText(const Error& error)
{
    return ActivityText::tr("The journal of activity can not be read.") + u' '
        + journalRemedy(error);
}

} // namespace fuotadesk
