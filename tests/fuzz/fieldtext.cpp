#include "fuzz/fuzz.h"

#include "aws/canonicalrequest.h"
#include "fuota/descriptor.h"
#include "fuota/imagelocation.h"

using namespace fuotadesk;

// Texts that people type or paste: what is understood is understood the same again from its own
// form.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes = fuzzBytes(data, size);
    const QString text = QString::fromUtf8(bytes);
    if (const auto uri = imageUriFromPasted(text))
        mustHold(imageUriFromPasted(*uri) == uri);
    if (const auto location = parseImageLocation(text))
        mustHold(parseImageLocation(imageUri(*location)) == location);
    if (const auto descriptor = descriptorBytes(text))
        mustHold(descriptorBytes(descriptorBase64(*descriptor)) == descriptor);
    if (const auto descriptor = descriptorFromHex(text))
        mustHold(descriptorFromHex(descriptorHex(*descriptor)) == descriptor);
    canonicalPath(bytes, {});
    canonicalQuery(bytes);
    return 0;
}
