#pragma once

#include "preflight/checkrow.h"

#include <QJsonObject>

namespace fuotadesk {

// What `check` prints: a line for each row, with outcome, title, sentence and remedy.
QString checkReportText(const QList<CheckRow>& rows);
QJsonObject checkReportJson(const QList<CheckRow>& rows, CheckOutcome outcome);
// Whether nobody has answered: neither S3 nor IAM nor AWS IoT Wireless.
bool nobodyAnswered(const QList<CheckRow>& rows);

} // namespace fuotadesk
