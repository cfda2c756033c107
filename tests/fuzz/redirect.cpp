#include "fuzz/fuzz.h"

#include "signin/redirectrequest.h"

using namespace fuotadesk;

// Only a request with our state, on the one path, gives a code, and that one is printable; anything
// else is refused.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray target = fuzzBytes(data, size);
    const RedirectVerdict verdict = judgedRedirect("GET", target, "state-of-ours");
    if (!verdict.outcome) {
        mustHold(verdict.status == 400 || verdict.status == 404);
        return 0;
    }
    mustHold(verdict.status == 200 && target.startsWith("/oauth/callback?"));
    if (*verdict.outcome) {
        const QByteArray code = (*verdict.outcome)->reveal();
        mustHold(!code.isEmpty() && code.size() <= 4096 && !code.contains('\n'));
    } else {
        mustHold(!verdict.outcome->error().code.isEmpty());
    }
    mustHold(!judgedRedirect("GET", target, "another-state").outcome);
    mustHold(!judgedRedirect("POST", target, "state-of-ours").outcome);
    return 0;
}
