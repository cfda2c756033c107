#pragma once

#include "aws/httpmessage.h"

#include <QString>

#include <tl/expected.hpp>

namespace fuotadesk {

// Why a service of the query protocol says no; its code is spelled as its own service spells it
// ("AccessDenied").
struct QueryRefusal {
    int status = 400;
    QByteArray code;
    QString message;
};

template <typename T>
using QueryResult = tl::expected<T, QueryRefusal>;

inline tl::unexpected<QueryRefusal> refused(const QueryRefusal& refusal)
{
    return tl::unexpected<QueryRefusal>(refusal);
}

// The members of an answer in order; a member is a text or has members of its own.
struct XmlMember {
    QString name;
    QString text;
    QList<XmlMember> members = {};
};

// <ActionResponse><ActionResult>…</ActionResult><ResponseMetadata>…, as the query protocol has it;
// without members there is no <ActionResult>. space: the XML namespace of the service.
// https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
HttpResponse queryReply(const QString& space, const QString& action,
                        const QList<XmlMember>& members, const QString& requestId);
HttpResponse queryReply(const QString& space, const QueryRefusal& refusal,
                        const QString& requestId);

} // namespace fuotadesk
