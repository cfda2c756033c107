#include "fuzz/fuzz.h"

#include "store/settingsjson.h"

using namespace fuotadesk;

// Settings that were taken survive a save.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const auto document = parseSettings(fuzzBytes(data, size));
    if (!document)
        return 0;
    const auto settings = settingsFromJson(*document);
    if (!settings)
        return 0;
    const auto again = parseSettings(settingsJson(*settings, *document));
    mustHold(again.has_value());
    mustHold(settingsFromJson(*again) == settings);
    return 0;
}
