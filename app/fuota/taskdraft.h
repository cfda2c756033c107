#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace fuotadesk {

struct Tag {
    QString key;
    QString value;

    friend bool operator==(const Tag&, const Tag&) = default;
};

// What CreateFuotaTask takes, member for member. An optional that is not set is not sent: the
// service decides. An empty list of tags is not sent either.
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_CreateFuotaTask.html
struct TaskDraft {
    std::optional<QString> name;
    std::optional<QString> description;
    std::optional<QString>
        clientRequestToken; // only an operator's own one; else the submission makes it
    std::optional<QString> rfRegion;
    QString firmwareUpdateImage;
    QString firmwareUpdateRole;
    QList<Tag> tags;
    std::optional<qint64> redundancyPercent;
    std::optional<qint64> fragmentSizeBytes;
    std::optional<qint64> fragmentIntervalMs;
    std::optional<QString> descriptor; // base64, as it is sent

    friend bool operator==(const TaskDraft&, const TaskDraft&) = default;
};

} // namespace fuotadesk
