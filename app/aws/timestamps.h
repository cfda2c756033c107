#pragma once

#include <QDateTime>

namespace fuotadesk {

// The three spellings of a time in AWS protocols. Formatting gives UTC; a fraction is written only
// when there is one. Parsing gives UTC, or an invalid time.
// https://smithy.io/2.0/spec/protocol-traits.html#timestampformat-trait
QByteArray iso8601Text(const QDateTime& time); // "2014-04-29T18:30:38Z"
QByteArray httpDateText(const QDateTime& time); // "Tue, 29 Apr 2014 18:30:38 GMT"
QDateTime parseIso8601(const QString& text); // with offset and fraction
QDateTime parseHttpDate(const QString& text);

// Seconds since 1970, exact to the millisecond.
QDateTime fromEpochSeconds(double seconds);
double epochSeconds(const QDateTime& time);

} // namespace fuotadesk
