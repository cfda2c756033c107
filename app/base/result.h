#pragma once

#include "base/error.h"

#include <tl/expected.hpp>

namespace fuotadesk {

// A value or an Error. One alias, so that std::expected can take its place.
template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

inline tl::unexpected<Error> failure(ErrorKind kind, const QString& code = {},
                                     const QString& detail = {})
{
    return tl::unexpected<Error>(Error{kind, code, detail, 0, {}, {}, false});
}

} // namespace fuotadesk
