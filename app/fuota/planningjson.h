#pragma once

#include "fuota/memberreader.h"
#include "fuota/planning.h"

namespace fuotadesk {

// "planning" of a template file: members that are missing keep their default.
void readPlanning(MemberReader& reader, Planning& planning);
QJsonObject planningJson(const Planning& planning);

} // namespace fuotadesk
