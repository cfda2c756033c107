#pragma once

#include "base/error.h"
#include "fuota/finding.h"

namespace fuotadesk {

// One line for the terminal: "error: FirmwareUpdateRole: …" with the API's member name.
QString complaint(const Finding& finding);
// Of a template file: names the file, the member or the variable, and what to do.
QString fileComplaint(const QString& file, const Error& error);
// Of the service, the network or the keychain: sentence, remedy, and the service's own words.
QString serviceComplaint(const Error& error);

} // namespace fuotadesk
