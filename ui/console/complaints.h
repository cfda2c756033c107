#pragma once

#include "base/error.h"
#include "fuota/finding.h"

namespace fuotadesk {

// One line for the terminal: "error: FirmwareUpdateRole: …" with the API's member name.
QString complaint(const Finding& finding);
// Of a template file: names the file, the member or the variable, and what to do.
QString fileComplaint(const QString& file, const Error& error);
// Of a file of devices.
QString deviceFileComplaint(const QString& file, const Error& error);
// What was asked of the service when it is not known whether it was done.
enum class Asked { Create, Start };
// Of the service, the network or the keychain: sentence, remedy, and the service's own words.
QString serviceComplaint(const Error& error, Asked asked = Asked::Create);
// Of an upload to S3.
QString uploadComplaint(const Error& error);
// Likewise of a change of recipients.
QString membershipComplaint(const Error& error);

} // namespace fuotadesk
