#pragma once

#include "identity/keyring.h"
#include "identity/queryreply.h"

namespace fuotadesk {

XmlMember credentialsMember(const HeldKey& key);

// queryReply() of STS.
HttpResponse stsReply(const QString& action, const QList<XmlMember>& members,
                      const QString& requestId);
HttpResponse stsReply(const QueryRefusal& refusal, const QString& requestId);

} // namespace fuotadesk
