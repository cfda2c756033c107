#include "fuzz/fuzz.h"

#include "aws/iam/iamanswers.h"

using namespace fuotadesk;

namespace {

template <typename T>
void mustBeTyped(const Result<T>& read)
{
    if (read)
        return;
    mustHold(read.error().kind == ErrorKind::AnswerMalformed
             || read.error().kind == ErrorKind::AnswerTooLarge);
    mustHold(!read.error().code.isEmpty());
}

} // namespace

// "Operation\n", and what came as its answer; read as any of them.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes = fuzzBytes(data, size);
    const qsizetype line = bytes.indexOf('\n');
    HttpRequest request;
    request.method = "POST";
    request.operation = QString::fromLatin1(bytes.left(line));
    HttpResponse response;
    response.status = 200;
    response.body = bytes.mid(line + 1);
    const auto result = iamResult(request, response);
    mustBeTyped(result);
    if (result) {
        mustBeTyped(rolesIn(*result));
        mustBeTyped(policyNamesIn(*result));
        mustBeTyped(attachedPoliciesIn(*result));
        mustBeTyped(decisionsIn(*result));
        const auto role = roleIn(*result);
        mustBeTyped(role);
        mustHold(!role || (!role->name.isEmpty() && !role->arn.isEmpty()));
        mustBeTyped(inlinePolicyIn(*result));
        mustBeTyped(defaultVersionIn(*result));
        mustBeTyped(versionDocumentIn(*result));
    }
    response.status = 400;
    const auto refused = iamResult(request, response);
    mustHold(!refused && !refused.error().code.isEmpty());
    return 0;
}
