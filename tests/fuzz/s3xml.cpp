#include "fuzz/fuzz.h"

#include "aws/s3/s3address.h"
#include "aws/s3/s3lists.h"
#include "aws/s3/s3reply.h"

#include <algorithm>

using namespace fuotadesk;

namespace {

void mustBeTyped(const Error& error)
{
    mustHold(error.kind == ErrorKind::AnswerMalformed && !error.code.isEmpty());
}

void readLists(const HttpResponse& answer)
{
    if (const auto page = pageFrom(answer); !page)
        mustBeTyped(page.error());
    else
        for (const S3Object& object : page->objects)
            mustHold(!object.key.isEmpty() && object.size >= 0 && object.modifiedAt.isValid());
    if (const auto buckets = bucketsFrom(answer); !buckets)
        mustBeTyped(buckets.error());
    if (const auto parts = partsFrom(answer); !parts)
        mustBeTyped(parts.error());
    else
        for (const S3Part& part : parts->items)
            mustHold(part.number >= 1 && part.number <= MostS3Parts && part.size >= 0);
    if (const auto uploads = uploadsFrom(answer); !uploads)
        mustBeTyped(uploads.error());
    else
        for (const S3Upload& upload : uploads->items)
            mustHold(!upload.key.isEmpty() && !upload.id.isEmpty());
}

int depthOf(const XmlElement& element)
{
    int deepest = 0;
    for (const XmlElement& child : element.children)
        deepest = std::max(deepest, depthOf(child));
    return deepest + 1;
}

} // namespace

// Bytes as the body of each answer of S3: read, or refused with the element; a region is one.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    HttpResponse answer{200, {}, fuzzBytes(data, size), false};
    if (const auto root = parseXml(answer.body); !root)
        mustBeTyped(root.error());
    else
        mustHold(!root->name.isEmpty() && depthOf(*root) <= DeepestXml);
    readLists(answer);
    if (const auto region = bucketRegionFrom(answer); !region)
        mustBeTyped(region.error());
    else
        mustHold(isRegionName(*region));
    if (const auto id = uploadIdFrom(answer); !id)
        mustBeTyped(id.error());
    HttpRequest request;
    request.method = "POST";
    if (const auto completed = completedFrom(request, answer); !completed)
        mustHold(!completed.error().code.isEmpty());
    for (const int status : {301, 400, 403, 404, 412, 503}) {
        answer.status = status;
        mustHold(!s3Error(request, answer).code.isEmpty());
        const QString region = regionTold(answer);
        mustHold(region.isEmpty() || isRegionName(region));
    }
    return 0;
}
