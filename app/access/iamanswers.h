#pragma once

#include "access/managedpolicies.h"
#include "access/rolebook.h"

namespace fuotadesk {

// What IAM says of things, as members of its answers. Documents are percent-encoded (RFC 3986).
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html
XmlMember roleMember(const QString& name, const HeldRole& role);
XmlMember userMember(); // the one there is
XmlMember attachedMember(const ManagedPolicy& policy);
XmlMember policyMember(const ManagedPolicy& policy, int attachments);
XmlMember versionMember(const ManagedPolicy& policy);
QString documentText(const QByteArray& document);

// An entry of a list.
XmlMember listEntry(const QString& text);
XmlMember listEntry(const QList<XmlMember>& members);

} // namespace fuotadesk
