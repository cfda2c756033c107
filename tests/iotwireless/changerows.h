#pragma once

#include "iotwireless/servicestack.h"

#include <QMetaType>

#include <vector>

namespace fuotadesk {

using Ask = std::function<CallOf<void>*(ServiceStack&, QObject*)>;

// One operation whose answer holds nothing, asked for through its client, and what has to be sent.
struct ChangeRow {
    const char* operation; // a blank and what follows is for the reader
    Ask ask;
    const char* line; // "PUT /fuota-tasks/t%201"
    const char* body; // empty: none
    int status = 204;
};

std::vector<ChangeRow> changeRows();

// Ids that need encoding, and one that does not.
inline const QString TaskId = QStringLiteral("t 1");
inline const QString DeviceId = QStringLiteral("d/1");
inline const QString GroupId = QStringLiteral("g1");

} // namespace fuotadesk

Q_DECLARE_METATYPE(fuotadesk::Ask)
