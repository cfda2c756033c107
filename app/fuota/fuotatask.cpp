#include "fuota/fuotatask.h"

#include <algorithm>
#include <array>
#include <utility>

namespace fuotadesk {

namespace {

constexpr std::array Words = {
    std::pair{TaskStatus::Pending, "Pending"},
    std::pair{TaskStatus::SessionWaiting, "FuotaSession_Waiting"},
    std::pair{TaskStatus::InSession, "In_FuotaSession"},
    std::pair{TaskStatus::Done, "FuotaDone"},
    std::pair{TaskStatus::DeleteWaiting, "Delete_Waiting"},
};

// An unset text and an empty one read back the same.
bool sameText(const std::optional<QString>& read, const std::optional<QString>& sent)
{
    return !sent || sent->isEmpty() || read.value_or(QString()) == *sent;
}

bool sameNumber(const std::optional<qint64>& read, const std::optional<qint64>& sent)
{
    return !sent || read == sent;
}

} // namespace

TaskStatus taskStatusFromText(const QString& text)
{
    const auto found = std::ranges::find_if(
        Words, [&](const auto& word) { return text == QLatin1String(word.second); });
    return found == Words.end() ? TaskStatus::Unknown : found->first;
}

QString taskStatusText(TaskStatus status)
{
    const auto found =
        std::ranges::find(Words, status, [](const auto& word) { return word.first; });
    return found == Words.end() ? QString() : QString::fromLatin1(found->second);
}

bool couldBeMadeFrom(const FuotaTask& task, const TaskDraft& parameters)
{
    const TaskDraft& read = task.parameters;
    // The service may round the interval to whole seconds and show it so.
    const bool sameInterval = sameNumber(read.fragmentIntervalMs, parameters.fragmentIntervalMs)
        || (read.fragmentIntervalMs && parameters.fragmentIntervalMs
            && std::abs(*read.fragmentIntervalMs - *parameters.fragmentIntervalMs) <= 500);
    return sameText(read.name, parameters.name)
        && read.name.value_or(QString()).isEmpty() == parameters.name.value_or(QString()).isEmpty()
        && sameText(read.description, parameters.description)
        && sameText(read.rfRegion, parameters.rfRegion)
        && read.firmwareUpdateImage == parameters.firmwareUpdateImage
        && read.firmwareUpdateRole == parameters.firmwareUpdateRole
        && sameNumber(read.redundancyPercent, parameters.redundancyPercent)
        && sameNumber(read.fragmentSizeBytes, parameters.fragmentSizeBytes) && sameInterval
        && sameText(read.descriptor, parameters.descriptor);
}

} // namespace fuotadesk
