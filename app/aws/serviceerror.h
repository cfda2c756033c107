#pragma once

#include "aws/httpmessage.h"
#include "base/error.h"

namespace fuotadesk {

// What an answer that is not a success says, typed: the modelled exceptions, the front end's
// authentication errors, else the status. Error::maybeExecuted is set for 5xx on anything but GET
// and when an earlier attempt ended unsure.
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/CommonErrors.html
Error serviceError(const HttpRequest& request, const HttpResponse& response);

// A success that can not be read; member names what was wrong in it.
Error unreadableAnswer(const HttpRequest& request, const HttpResponse& response,
                       const QString& member = {});

// The service's word for the error: header x-amzn-errortype, else "code", else "__type" of the
// body, cut to the bare name; empty when it has none.
QString serviceErrorCode(const HttpResponse& response);

ErrorKind errorKindOfCode(const QString& code, ErrorKind otherwise);
bool isThrottlingCode(const QString& code);

} // namespace fuotadesk
