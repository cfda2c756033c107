#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "fuota/template.h"

#include <QMap>

namespace fuotadesk {

// The draft a template file stands for once its variables have values: those given, the built-in
// date, the template's defaults. Errors: those of the file; InputInvalid with the variable's name
// in code when one has no value or is not in the template.
Result<CampaignDraft> readCampaignFile(const QString& file, const QMap<QString, QString>& variables,
                                       const Clock& clock);

} // namespace fuotadesk
