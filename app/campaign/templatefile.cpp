#include "campaign/templatefile.h"

#include "store/templatestore.h"

namespace fuotadesk {

Result<Template> readTemplateFile(const QString& file)
{
    const Result<QByteArray> bytes = readBoundedFile(file, LargestTemplateBytes);
    if (!bytes)
        return failure(bytes.error());
    return parseTemplate(*bytes);
}

} // namespace fuotadesk
