#include "preflight/recipientchecks.h"

#include "campaign/devicefitness.h"
#include "preflight/checkrows.h"

#include <algorithm>
#include <functional>

namespace fuotadesk {

namespace {

using enum CheckSubject;

constexpr auto GetDevice = "iotwireless:GetWirelessDevice";
constexpr auto GetGroup = "iotwireless:GetMulticastGroup";
constexpr auto ListDevices = "iotwireless:ListWirelessDevices";
constexpr auto GetProfile = "iotwireless:GetDeviceProfile";
constexpr auto GetStatistics = "iotwireless:GetWirelessDeviceStatistics";

bool isRead(const CheckedDevice& each)
{
    return each.device && each.device->has_value();
}

bool isRead(const CheckedGroup& each)
{
    return each.group && each.group->has_value();
}

QString nameOf(const CheckedDevice& each)
{
    return isRead(each) && !(*each.device)->name.isEmpty() ? (*each.device)->name : each.id;
}

QString nameOf(const CheckedGroup& each)
{
    return isRead(each) && !(*each.group)->name.isEmpty() ? (*each.group)->name : each.id;
}

template <typename T>
QStringList namesOf(const QList<T>& all, const std::function<bool(const T&)>& is)
{
    QStringList names;
    for (const T& each : all)
        if (is(each))
            names.append(nameOf(each));
    return names;
}

std::optional<CheckRow> rowFor(CheckRow row, const QStringList& names)
{
    if (names.isEmpty())
        return {};
    setNames(row, names);
    return row;
}

// What could not be asked: the first error stands for all of one kind.
struct Unread {
    QStringList names;
    std::optional<Error> error;
    const char* action = "";

    void add(const QString& name, const Error& why, const char* how)
    {
        names.append(name);
        if (error)
            return;
        error = why;
        action = how;
    }
    std::optional<CheckRow> row(CheckSubject subject) const
    {
        if (!error)
            return {};
        CheckRow row = unansweredRow(subject, *error, action);
        if (row.reason == u"not-answered")
            row.names = names.first(std::min(names.size(), MostCheckNames));
        row.figure = names.size();
        return row;
    }
};

template <typename T>
bool isMissing(const std::optional<Result<T>>& answer)
{
    return answer && !*answer && answer->error().kind == ErrorKind::NotFound;
}

template <typename T>
bool isRefused(const std::optional<Result<T>>& answer)
{
    return answer && !*answer && answer->error().kind != ErrorKind::NotFound;
}

Unread unreadRecipients(const RecipientAnswers& answers)
{
    Unread unread;
    for (const CheckedGroup& each : answers.groups) {
        if (isRefused(each.group))
            unread.add(each.id, each.group->error(), GetGroup);
        else if (each.membersError && !isMissing(each.group))
            unread.add(nameOf(each), *each.membersError, ListDevices);
    }
    for (const CheckedDevice& each : answers.devices)
        if (isRefused(each.device))
            unread.add(each.id, each.device->error(), GetDevice);
    return unread;
}

CheckRow thereRow(const RecipientAnswers& answers)
{
    QStringList missing;
    for (const CheckedGroup& each : answers.groups)
        if (isMissing(each.group))
            missing.append(each.id);
    for (const CheckedDevice& each : answers.devices)
        if (isMissing(each.device))
            missing.append(each.id);
    if (const auto row = rowFor(
            failedRow(RecipientsThere, "recipients-missing", CheckPlace::Recipients), missing))
        return *row;
    if (const auto row = unreadRecipients(answers).row(RecipientsThere))
        return *row;
    const auto isEmpty = [](const CheckedGroup& each) {
        return isRead(each) && (*each.group)->devicesInGroup == 0;
    };
    if (const auto row = rowFor(warningRow(RecipientsThere, "groups-empty", CheckPlace::Recipients),
                                namesOf<CheckedGroup>(answers.groups, isEmpty)))
        return *row;
    CheckRow row = passedRow(RecipientsThere, "recipients-there");
    row.figure = answers.devices.size();
    return row;
}

// Without what is said of its silence: that is another row's.
QList<FitnessFinding> findingsOf(const CheckedDevice& each, const QDateTime& now)
{
    const bool hasProfile = each.profile && each.profile->has_value();
    return fitnessFindings(**each.device, hasProfile ? std::optional(**each.profile) : std::nullopt,
                           now, now);
}

bool isOfOtherRegion(const std::optional<QString>& wanted, const QString& region)
{
    return wanted && !region.isEmpty() && *wanted != region;
}

QStringList recipientsOfOtherRegion(const CampaignDraft& draft, const RecipientAnswers& answers)
{
    const auto& wanted = draft.task.rfRegion;
    const auto isOtherGroup = [&](const CheckedGroup& each) {
        return isRead(each)
            && isOfOtherRegion(wanted, (*each.group)->transmission.rfRegion.value_or(QString()));
    };
    const auto isOtherDevice = [&](const CheckedDevice& each) {
        return each.profile && each.profile->has_value()
            && isOfOtherRegion(wanted, (*each.profile)->rfRegion);
    };
    return namesOf<CheckedGroup>(answers.groups, isOtherGroup)
        + namesOf<CheckedDevice>(answers.devices, isOtherDevice);
}

bool lacksClassOfGroup(const CheckedDevice& each)
{
    if (!each.profile || !each.profile->has_value())
        return false;
    const DeviceProfile& profile = **each.profile;
    return (each.groupClass == u"ClassB" && profile.supportsClassB == false)
        || (each.groupClass == u"ClassC" && profile.supportsClassC == false);
}

std::optional<CheckRow> unreadProfilesRow(const RecipientAnswers& answers)
{
    Unread unread = unreadRecipients(answers);
    for (const CheckedDevice& each : answers.devices)
        if (isRefused(each.profile))
            unread.add(nameOf(each), each.profile->error(), GetProfile);
    return unread.row(RecipientsFit);
}

QStringList groupsOfOtherClass(const CampaignDraft& draft, const RecipientAnswers& answers)
{
    const QString planned =
        draft.planning.classB ? QStringLiteral("ClassB") : QStringLiteral("ClassC");
    return namesOf<CheckedGroup>(answers.groups, [&](const CheckedGroup& each) {
        const QString told = isRead(each)
            ? (*each.group)->transmission.downlinkClass.value_or(QString())
            : QString();
        return !told.isEmpty() && told != planned;
    });
}

CheckRow fitRow(const CampaignDraft& draft, const RecipientAnswers& answers, const QDateTime& now)
{
    const auto devicesThat = [&](const std::function<bool(const QList<FitnessFinding>&)>& are) {
        return namesOf<CheckedDevice>(answers.devices, [&](const CheckedDevice& each) {
            return isRead(each) && are(findingsOf(each, now));
        });
    };
    const auto isOf = [](Fitness fitness) {
        return
            [fitness](const QList<FitnessFinding>& found) { return fitnessOf(found) == fitness; };
    };
    const std::initializer_list<std::function<std::optional<CheckRow>()>> questions = {
        [&] {
            return rowFor(failedRow(RecipientsFit, "other-rf-region", CheckPlace::Recipients),
                          recipientsOfOtherRegion(draft, answers));
        },
        [&] {
            return rowFor(failedRow(RecipientsFit, "unfit", CheckPlace::Devices),
                          devicesThat(isOf(Fitness::Unfit)));
        },
        [&] {
            return rowFor(failedRow(RecipientsFit, "class-unsupported", CheckPlace::Devices),
                          namesOf<CheckedDevice>(answers.devices, lacksClassOfGroup));
        },
        [&] { return unreadProfilesRow(answers); },
        [&] {
            return rowFor(unknownRow(RecipientsFit, "fitness-unknown", CheckPlace::Devices),
                          devicesThat(isOf(Fitness::Unknown)));
        },
        [&] {
            return rowFor(warningRow(RecipientsFit, "class-differs", CheckPlace::Recipients),
                          groupsOfOtherClass(draft, answers));
        },
        [&] {
            return rowFor(warningRow(RecipientsFit, "fit-with-warnings", CheckPlace::Devices),
                          devicesThat(hasWarnings));
        },
    };
    for (const auto& ask : questions)
        if (const auto row = ask())
            return *row;
    CheckRow row = passedRow(RecipientsFit, "fit");
    row.figure = std::ranges::count_if(answers.devices,
                                       [](const CheckedDevice& each) { return isRead(each); });
    return row;
}

CheckRow aliveRow(const RecipientAnswers& answers, const QDateTime& now)
{
    const auto isSilent = [&now](const CheckedDevice& each) {
        return each.uplink && each.uplink->has_value()
            && (!(*each.uplink)->isValid() || (*each.uplink)->daysTo(now) > DaysUntilDoubtful);
    };
    CheckRow silent = warningRow(RecipientsAlive, "silent", CheckPlace::Devices);
    silent.limit = DaysUntilDoubtful;
    if (const auto row = rowFor(silent, namesOf<CheckedDevice>(answers.devices, isSilent)))
        return *row;
    Unread unread;
    for (const CheckedGroup& each : answers.groups)
        if (each.membersError)
            unread.add(nameOf(each), *each.membersError, ListDevices);
    for (const CheckedDevice& each : answers.devices)
        if (isRefused(each.uplink))
            unread.add(nameOf(each), each.uplink->error(), GetStatistics);
    if (const auto row = unread.row(RecipientsAlive))
        return *row;
    CheckRow row = passedRow(RecipientsAlive, "alive");
    row.figure = answers.devices.size();
    row.limit = DaysUntilDoubtful;
    return row;
}

QList<CheckRow> rowsWithout(const CheckRow& first)
{
    const QByteArray reason = first.reason.toLatin1();
    return {first, unknownRow(RecipientsFit, reason.constData()),
            unknownRow(RecipientsAlive, reason.constData())};
}

CheckRow heldRow(const HolderAnswers& answers)
{
    const bool isSure = std::ranges::any_of(answers.holders, &Holder::isInSession);
    CheckRow row = isSure ? failedRow(RecipientsFree, "held-in-session", CheckPlace::Recipients)
                          : warningRow(RecipientsFree, "held", CheckPlace::Recipients);
    QStringList tasks;
    qint64 recipients = 0;
    for (const Holder& each : answers.holders) {
        tasks.append(each.task);
        recipients += each.recipients;
    }
    setNames(row, tasks);
    row.figure = recipients;
    row.limit = tasks.size();
    return row;
}

} // namespace

bool hasRecipients(const CampaignDraft& draft)
{
    return !draft.recipients.wirelessDeviceIds.isEmpty()
        || !draft.recipients.multicastGroupIds.isEmpty();
}

QList<CheckRow> recipientRows(const CampaignDraft& draft, const RecipientAnswers& answers,
                              const QDateTime& now)
{
    const Recipients& recipients = draft.recipients;
    if (!hasRecipients(draft))
        return rowsWithout(warningRow(RecipientsThere, "no-recipients", CheckPlace::Recipients));
    CheckRow there = thereRow(answers);
    if (!recipients.wirelessDeviceIds.isEmpty() && !recipients.multicastGroupIds.isEmpty())
        there = failedRow(RecipientsThere, "devices-and-groups", CheckPlace::Recipients);
    return {there, fitRow(draft, answers, now), aliveRow(answers, now)};
}

CheckRow recipientsFreeRow(const HolderAnswers& answers)
{
    if (!answers.holders.isEmpty())
        return heldRow(answers);
    if (answers.error)
        return unansweredRow(RecipientsFree, *answers.error, answers.action);
    if (answers.leftOut > 0) {
        CheckRow row = unknownRow(RecipientsFree, "too-many-tasks");
        row.figure = answers.leftOut;
        return row;
    }
    return passedRow(RecipientsFree, "free");
}

} // namespace fuotadesk
