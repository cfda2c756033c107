#include "fuzz/fuzz.h"

#include "account/desk/taskdesk.h"
#include "fuota/taskjson.h"
#include "fuota/validation.h"
#include "iotwireless/operations.h"
#include "sandbox/requestreader.h"

using namespace fuotadesk;

// What the sandbox accepts is within the model's limits.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const auto task =
        readRequest({&createFuotaTaskOperation(), {}, {}}, fuzzBytes(data, size)).and_then(draftOf);
    if (!task)
        return 0;
    mustHold(modelFindings(*task).isEmpty());
    mustHold(taskFromJson(taskJson(*task)).task == *task);
    return 0;
}
