#include "aws/httpmessage.h"

#include <algorithm>

namespace fuotadesk {

QByteArray headerValue(const HttpHeaders& headers, const QByteArray& name)
{
    const auto found = std::ranges::find_if(headers, [&](const HttpHeader& header) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.end() ? QByteArray() : found->value;
}

} // namespace fuotadesk
