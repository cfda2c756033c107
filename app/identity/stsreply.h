#pragma once

#include "aws/httpmessage.h"
#include "identity/keyring.h"

#include <tl/expected.hpp>

namespace fuotadesk {

// Why STS says no; its code is spelled as its own service spells it ("AccessDenied").
struct StsRefusal {
    int status = 400;
    QByteArray code;
    QString message;
};

template <typename T>
using StsResult = tl::expected<T, StsRefusal>;

// The members of an answer in order; a member is a text or has members of its own.
struct XmlMember {
    QString name;
    QString text;
    QList<XmlMember> members = {};
};

XmlMember credentialsMember(const HeldKey& key);

// <ActionResponse><ActionResult>…</ActionResult><ResponseMetadata>…, as the query protocol has it.
// https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
HttpResponse stsReply(const QString& action, const QList<XmlMember>& members,
                      const QString& requestId);
HttpResponse stsReply(const StsRefusal& refusal, const QString& requestId);

} // namespace fuotadesk
