#include "buckets/copysource.h"

#include <array>

namespace fuotadesk {

namespace {

constexpr std::array Conditions{"if-match", "if-none-match", "if-modified-since",
                                "if-unmodified-since"};

HttpHeaders conditionsOfSource(const BucketRequest& request)
{
    HttpHeaders headers;
    for (const char* name : Conditions) {
        const QByteArray value =
            request.header(QByteArray("x-amz-copy-source-").append(name).constData());
        if (!value.isEmpty())
            headers.append({name, value});
    }
    return headers;
}

} // namespace

S3Result<std::optional<BucketRequest>> copySourceOf(const BucketRequest& request)
{
    QByteArray text = request.header("x-amz-copy-source");
    if (text.isEmpty())
        return std::nullopt;
    if (!text.startsWith('/'))
        text.prepend('/');
    BucketCall call{"GET", text, {}, conditionsOfSource(request), {}};
    if (const qsizetype mark = text.indexOf('?'); mark >= 0) {
        call.path = text.left(mark);
        call.query = text.mid(mark + 1);
    }
    const auto source = bucketRequestOf(call);
    if (!source || source->bucket.isEmpty() || source->key.isEmpty())
        return tl::unexpected(
            S3Refusal{400,
                      "InvalidArgument",
                      QStringLiteral("Copy Source must mention the source bucket and key: "
                                     "sourcebucket/sourcekey"),
                      {{QStringLiteral("ArgumentName"), QStringLiteral("x-amz-copy-source")}}});
    return *source;
}

} // namespace fuotadesk
