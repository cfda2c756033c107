#include "fuzz/fuzz.h"

#include "sandbox/authorizationheader.h"

using namespace fuotadesk;

// A header is refused, or its parts are kept apart. Parts may be empty: such a key is known to
// nobody.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const auto parsed = parseAuthorization({{"Authorization", fuzzBytes(data, size)}});
    if (parsed) {
        mustHold(!parsed->signedHeaders.isEmpty());
        for (const QByteArray& part :
             {parsed->accessKeyId, parsed->date, parsed->region, parsed->service})
            mustHold(!part.contains(','));
    }
    return 0;
}
