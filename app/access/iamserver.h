#pragma once

#include "access/rolebook.h"
#include "identity/identitycall.h"
#include "identity/keyring.h"

namespace fuotadesk {

// AWS Identity and Access Management, version 2010-05-08, as far as roles for FUOTA need it: roles,
// their inline and managed policies, the simulation of permissions, and GetUser. Who asks needs the
// permission for it in the book itself, as mayDo() has it.
// https://docs.aws.amazon.com/IAM/latest/APIReference
class IamServer {
public:
    static constexpr QStringView Version = u"2010-05-08";

    // book outlives it.
    explicit IamServer(RoleBook& book) : m_book(book) { }

    static bool isOperation(const QString& name); // "ListRoles"
    // Of a request; empty when it names none there is.
    static QString operationOf(const IdentityCall& call);

    // asker: whose signature was found good.
    HttpResponse answer(const IdentityCall& call, const Principal& asker);
    static HttpResponse refusal(const QueryRefusal& refusal, const QString& requestId);

private:
    using Members = QueryResult<QList<XmlMember>>;
    using Operation = Members (IamServer::*)(const FormFields&);

    static Operation operation(const FormFields& fields);
    Members perform(const FormFields& fields, const Principal& asker);
    QString resourceOf(const FormFields& fields) const;

    Members listRoles(const FormFields& fields);
    Members getRole(const FormFields& fields);
    Members createRole(const FormFields& fields);
    Members deleteRole(const FormFields& fields);
    Members updateAssumeRolePolicy(const FormFields& fields);
    Members listRolePolicies(const FormFields& fields);
    Members getRolePolicy(const FormFields& fields);
    Members putRolePolicy(const FormFields& fields);
    Members deleteRolePolicy(const FormFields& fields);
    Members listAttachedRolePolicies(const FormFields& fields);
    Members attachRolePolicy(const FormFields& fields);
    Members detachRolePolicy(const FormFields& fields);
    Members getPolicy(const FormFields& fields);
    Members getPolicyVersion(const FormFields& fields);
    Members simulatePrincipalPolicy(const FormFields& fields);
    Members getUser(const FormFields& fields);

    RoleBook& m_book;
};

} // namespace fuotadesk
