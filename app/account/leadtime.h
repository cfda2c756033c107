#pragma once

#include "account/served.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace fuotadesk {

// How far ahead a session is scheduled, in real time: 30 minutes at least (developer guide, "Add
// devices and multicast groups to a FUOTA task and schedule a session").
inline constexpr std::chrono::minutes LeastLead{30};
inline constexpr std::chrono::hours MostLeadOfSession{48}; // of a multicast session

// wanted, or the soonest when it is unset: what AWS does then is not documented. Error: too soon or
// too late.
Served<QDateTime> scheduledStart(const QDateTime& wanted, const QDateTime& now,
                                 std::optional<std::chrono::seconds> mostLead = {});

} // namespace fuotadesk
