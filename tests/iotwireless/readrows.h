#pragma once

#include "iotwireless/servicestack.h"

#include <QMetaType>

#include <vector>

namespace fuotadesk {

// Settles with whether the answer was read as what it says.
using Read = std::function<CallOf<bool>*(ServiceStack&, QObject*)>;

// One operation whose answer holds something: what has to be sent, and an answer of the service.
struct ReadRow {
    const char* operation;
    Read read;
    const char* line; // "GET /fuota-tasks?maxResults=250"
    const char* body; // empty: none
    const char* answer;
    int status = 200;
};

std::vector<ReadRow> readRows();

} // namespace fuotadesk

Q_DECLARE_METATYPE(fuotadesk::Read)
