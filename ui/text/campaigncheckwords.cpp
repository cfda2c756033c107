#include "text/checkwords.h"

#include <QtGlobal>

#include <array>

namespace fuotadesk {

namespace {

constexpr std::array ThereWords = {
    CheckWords{"recipients-there",
               QT_TRANSLATE_NOOP("CheckText", "All recipients are known. Devices in all: %2.")},
    CheckWords{"no-recipients", QT_TRANSLATE_NOOP("CheckText", "The task has no recipients."),
               QT_TRANSLATE_NOOP("CheckText", "Add devices or multicast groups.")},
    CheckWords{
        "devices-and-groups",
        QT_TRANSLATE_NOOP("CheckText", "A task has devices or multicast groups, never both."),
        QT_TRANSLATE_NOOP("CheckText", "Remove either the devices or the multicast groups.")},
    CheckWords{
        "recipients-missing",
        QT_TRANSLATE_NOOP("CheckText", "The account has no such recipients in this region: %1."),
        QT_TRANSLATE_NOOP("CheckText", "Remove them from the task.")},
    CheckWords{"groups-empty",
               QT_TRANSLATE_NOOP("CheckText", "No device is in these multicast groups: %1."),
               QT_TRANSLATE_NOOP("CheckText", "Add devices to them.")},
};

constexpr std::array FitWords = {
    CheckWords{"fit",
               QT_TRANSLATE_NOOP("CheckText",
                                 "Nothing speaks against an update of the devices over the air.")},
    CheckWords{"other-rf-region",
               QT_TRANSLATE_NOOP("CheckText",
                                 "These recipients are of another RF region than the task: %1."),
               QT_TRANSLATE_NOOP("CheckText", "Remove them, or change the RF region.")},
    CheckWords{"unfit",
               QT_TRANSLATE_NOOP("CheckText", "These devices can not be updated over the air: %1."),
               QT_TRANSLATE_NOOP("CheckText", "Look at each of them, or remove them.")},
    CheckWords{
        "class-unsupported",
        QT_TRANSLATE_NOOP(
            "CheckText",
            "The profiles of these devices lack the class of their multicast group: %1."),
        QT_TRANSLATE_NOOP("CheckText",
                          "Give the devices another profile, or remove them from the group.")},
    CheckWords{
        "class-differs",
        QT_TRANSLATE_NOOP("CheckText",
                          "The plan assumes another class than these multicast groups have: %1."),
        QT_TRANSLATE_NOOP("CheckText",
                          "Change “Assumed class” of the plan, or the multicast groups.")},
    CheckWords{
        "fitness-unknown",
        QT_TRANSLATE_NOOP("CheckText",
                          "Whether these devices can be updated over the air is not known: %1."),
        QT_TRANSLATE_NOOP("CheckText", "Look at each of them.")},
    CheckWords{"fit-with-warnings",
               QT_TRANSLATE_NOOP("CheckText", "These devices have something that may matter: %1."),
               QT_TRANSLATE_NOOP("CheckText", "Look at each of them.")},
};

constexpr std::array AliveWords = {
    CheckWords{"alive",
               QT_TRANSLATE_NOOP("CheckText", "Every device was heard in the last %3 days.")},
    CheckWords{"silent", QT_TRANSLATE_NOOP("CheckText", "Not heard for more than %3 days: %1."),
               QT_TRANSLATE_NOOP("CheckText",
                                 "Look whether they are switched on and in reach of a gateway.")},
};

constexpr std::array FreeWords = {
    CheckWords{"free", QT_TRANSLATE_NOOP("CheckText", "No other task has any of the recipients.")},
    CheckWords{"held",
               QT_TRANSLATE_NOOP(
                   "CheckText",
                   "Other tasks have recipients of this one: %1. Whether they keep them before "
                   "their start is not documented."),
               QT_TRANSLATE_NOOP("CheckText", "Delete those tasks, or remove the recipients.")},
    CheckWords{"held-in-session",
               QT_TRANSLATE_NOOP("CheckText",
                                 "Other tasks have recipients of this one and are in session: %1."),
               QT_TRANSLATE_NOOP("CheckText", "Wait for their end, or remove the recipients.")},
    CheckWords{"too-many-tasks",
               QT_TRANSLATE_NOOP("CheckText", "Further tasks that were not looked through: %2.")},
};

constexpr std::array PayloadWords = {
    CheckWords{"payload-fits",
               QT_TRANSLATE_NOOP("CheckText", "A fragment has %2; the data rate carries %3.")},
};

constexpr std::array DutyWords = {
    CheckWords{"duty-cycle-kept",
               QT_TRANSLATE_NOOP("CheckText", "The duty cycle is %2; the band allows %3.")},
    CheckWords{"duty-cycle-unlimited",
               QT_TRANSLATE_NOOP("CheckText", "The band has no duty cycle limit.")},
};

constexpr std::array StartWords = {
    CheckWords{"start-open", QT_TRANSLATE_NOOP("CheckText", "No start is set yet.")},
    CheckWords{"start-good", QT_TRANSLATE_NOOP("CheckText", "The session begins in about %2.")},
    CheckWords{"too-soon",
               QT_TRANSLATE_NOOP("CheckText", "A session begins %3 from now at the earliest."),
               QT_TRANSLATE_NOOP("CheckText", "Choose a later start.")},
    CheckWords{
        "too-far",
        QT_TRANSLATE_NOOP("CheckText",
                          "A multicast session begins at most %3 from now; whether that holds for "
                          "tasks is not documented."),
        QT_TRANSLATE_NOOP("CheckText", "Choose an earlier start to be sure.")},
};

constexpr std::array TimeoutWords = {
    CheckWords{
        "timeout-fits",
        QT_TRANSLATE_NOOP("CheckText", "The session needs a time-out of %2; %3 are possible.")},
};

} // namespace

std::span<const CheckWords> campaignCheckWords(CheckSubject subject)
{
    switch (subject) {
    case CheckSubject::RecipientsThere:
        return ThereWords;
    case CheckSubject::RecipientsFit:
        return FitWords;
    case CheckSubject::RecipientsAlive:
        return AliveWords;
    case CheckSubject::RecipientsFree:
        return FreeWords;
    case CheckSubject::Payload:
        return PayloadWords;
    case CheckSubject::DutyCycle:
        return DutyWords;
    case CheckSubject::StartTime:
        return StartWords;
    case CheckSubject::SessionTimeout:
        return TimeoutWords;
    default:
        return {};
    }
}

} // namespace fuotadesk
