#pragma once

#include "fuota/taskdraft.h"
#include "sandbox/answers.h"
#include "sandbox/router.h"

#include <tl/expected.hpp>

namespace fuotadesk {

inline constexpr qsizetype LargestBody = qsizetype{1024} * 1024; // bytes

template <typename T>
using Served = tl::expected<T, ServiceError>;

// The body of CreateFuotaTask, held to the table of fields: wrong JSON, wrong types and values
// outside the model's limits are a ValidationException that names the member. Unknown members are
// ignored, as AWS does; an empty body counts as {}.
Served<TaskDraft> readCreateRequest(const QByteArray& body);

struct ListRequest {
    int maxResults = 250;
    QByteArray nextToken;

    friend bool operator==(const ListRequest&, const ListRequest&) = default;
};

// maxResults is 0..250; 0 and absent both mean 250. The first of repeated names counts.
Served<ListRequest> readListRequest(const QList<QueryItem>& query);

} // namespace fuotadesk
