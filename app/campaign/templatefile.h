#pragma once

#include "base/result.h"
#include "fuota/template.h"

namespace fuotadesk {

// A template file, read at once: for the console, where nobody waits for a window. Errors: as
// TemplateStore::load.
Result<Template> readTemplateFile(const QString& file);

} // namespace fuotadesk
