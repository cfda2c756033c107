#pragma once

#include "base/result.h"
#include "fuota/template.h"

#include <QDateTime>

namespace fuotadesk {

// One file of the template folder: what stands in it, or why it can not be used.
struct TemplateEntry {
    QString file; // absolute path
    QString name; // of the template, or of the file when it is damaged
    Result<Template> content;
    QDateTime modified;
};

} // namespace fuotadesk
