#pragma once

#include "base/result.h"
#include "fuota/campaigndraft.h"
#include "iotwireless/deviceprofile.h"
#include "iotwireless/multicastgroup.h"
#include "iotwireless/wirelessdevice.h"
#include "preflight/checkrow.h"

namespace fuotadesk {

// What was read of one recipient. groupClass: of the group whose member it is, "ClassB"; empty for
// a device of the task itself. uplink: when it was last heard, invalid for never in three months;
// unset: not asked.
struct CheckedDevice {
    QString id;
    QString groupClass;
    std::optional<Result<WirelessDevice>> device;
    std::optional<Result<DeviceProfile>> profile; // unset: it has none
    std::optional<Result<QDateTime>> uplink;
};

struct CheckedGroup {
    QString id;
    std::optional<Result<MulticastGroup>> group;
    std::optional<Error> membersError; // its devices could not be listed
};

struct RecipientAnswers {
    QList<CheckedDevice> devices; // of the task and of its groups, each once
    QList<CheckedGroup> groups;
};

// A device that was not heard for so long may be gone.
inline constexpr qint64 DaysUntilDoubtful = 30;

// RecipientsThere, RecipientsFit and RecipientsAlive, once all was asked.
// https://docs.aws.amazon.com/iot-wireless/latest/developerguide/lorawan-prepare-devices-multicast.html
QList<CheckRow> recipientRows(const CampaignDraft& draft, const RecipientAnswers& answers,
                              const QDateTime& now);

// Another task that has some of the recipients.
struct Holder {
    QString task; // its name, or its id
    bool isInSession = false; // or about to be
    qint64 recipients = 0;

    friend bool operator==(const Holder&, const Holder&) = default;
};

// error and action: of what could not be read; leftOut: tasks nobody has looked at.
struct HolderAnswers {
    QList<Holder> holders;
    qsizetype leftOut = 0;
    std::optional<Error> error;
    const char* action = "";
};

// RecipientsFree. A device is in one task only; from when to when is not documented, so a task that
// has not begun only warns.
CheckRow recipientsFreeRow(const HolderAnswers& answers);

bool hasRecipients(const CampaignDraft& draft);

} // namespace fuotadesk
