#include "fuzz/fuzz.h"

#include "fuota/template.h"
#include "fuota/transferplan.h"
#include "fuota/validation.h"

using namespace fuotadesk;

// Whatever was taken is written and read back as the same.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const auto read = parseTemplate(fuzzBytes(data, size));
    if (!read)
        return 0;
    findingsOf(read->draft);
    planTransfer(read->draft);
    const auto again = parseTemplate(templateJson(*read));
    mustHold(again.has_value());
    mustHold(again->name == read->name && again->draft == read->draft
             && again->variables == read->variables);
    return 0;
}
