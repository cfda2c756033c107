#pragma once

#include "aws/shape.h"

namespace fuotadesk {

// The operations of AWS IoT Wireless that the program uses, as its model (version 2020-11-22)
// declares them. The members of a task and their limits come from the table of fields.
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_Operations.html
const Operation& createFuotaTaskOperation();
const Operation& getFuotaTaskOperation();
const Operation& listFuotaTasksOperation();
const Operation& deleteFuotaTaskOperation();

std::vector<const Operation*> fuotaTaskOperations();

inline constexpr int LargestTaskPage = 250; // maxResults of ListFuotaTasks

} // namespace fuotadesk
