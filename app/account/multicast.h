#pragma once

#include "account/groupbook.h"
#include "fleet/campaignplan.h"

namespace fuotadesk {

struct World;
struct FleetDevice;

// Where multicast groups and their members stand. The API has no closed list for either: these are
// the words of the console, spelled as the one the documentation spells, Delete_Waiting.
// https://docs.aws.amazon.com/iot-wireless/latest/developerguide/lorawan-multicast-groups-status.html
QString groupStatus(const World& world, qint64 serial); // Pending, Session_attempting, In_Session
bool isPending(const World& world, qint64 serial);
// Package_attempting, Package_unsupported, Multicast_setup_attempting, Multicast_setup_ready, and
// the two of a session.
QString memberStatus(const World& world, qint64 serial, const FleetDevice& device);
int groupIndex(qint64 serial); // McGroupId, 1 to 256

// The session of the group, or that of the task that sends to it, as GetMulticastGroupSession tells
// it. Error: there is none; what AWS answers then is not documented.
Served<QJsonObject> groupSessionOf(const World& world, qint64 serial);

// What the group brings into a plan: its gateways, and data rate and frequency of a session that
// was started before, or else its defaults.
GroupRadio groupRadio(const Group& group);

} // namespace fuotadesk
