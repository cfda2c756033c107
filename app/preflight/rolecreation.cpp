#include "preflight/rolecreation.h"

#include "aws/iam/iamclient.h"
#include "policy/fuotapolicies.h"
#include "policy/policydocument.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace fuotadesk {

namespace {

bool isName(const QString& text, int longest)
{
    static const QRegularExpression name(QStringLiteral("^[A-Za-z0-9+=,.@_-]+\\z"));
    return text.size() <= longest && name.match(text).hasMatch();
}

// The field that can not be sent; empty: all can.
QString wrongField(const RolePlan& plan)
{
    if (!isName(plan.name, 64))
        return QStringLiteral("name");
    if (!parsePolicy(plan.trustPolicy))
        return QStringLiteral("trustPolicy");
    if (!isName(plan.policyName, 128))
        return QStringLiteral("policyName");
    return parsePolicy(plan.permissions) ? QString() : QStringLiteral("permissions");
}

bool isAsPlanned(const IamRole& role, const RolePlan& plan)
{
    return role.description == plan.description
        && QJsonDocument::fromJson(role.trustPolicy) == QJsonDocument::fromJson(plan.trustPolicy);
}

} // namespace

RolePlan plannedRole(const QString& name, const ImageLocation& image, const QString& partition)
{
    const QString folder = image.key.left(image.key.lastIndexOf(u'/') + 1);
    return {name, QStringLiteral("Reads firmware images for FUOTA tasks"), fuotaTrustPolicy(),
            QStringLiteral("ReadFirmwareImages"), imageReadPolicy(image.bucket, folder, partition)};
}

// What an earlier create() has left.
struct RoleCreation::Memory {
    std::optional<IamRole> made; // waits for its permissions
    QByteArray trustPolicy; // of made, as it was planned
    QString unsure; // name of a role that may have been made
};

class RoleCreation::Run : public QObject {
public:
    Run(CallOf<IamRole>* call, std::shared_ptr<IamClient> iam, const RolePlan& plan,
        std::shared_ptr<Memory> memory)
        : QObject(call),
          m_call(call),
          m_iam(std::move(iam)),
          m_plan(plan),
          m_memory(std::move(memory))
    {
    }

    void start()
    {
        const auto& made = m_memory->made;
        if (made && made->name == m_plan.name && m_memory->trustPolicy == m_plan.trustPolicy)
            return permit(*made);
        m_wasUnsure = m_memory->unsure == m_plan.name;
        m_memory->unsure = m_plan.name; // until there is a sure answer; a cancel is none
        m_iam->createRole(m_plan.name, m_plan.trustPolicy, m_plan.description, this)
            ->then(this, [this](const Result<IamRole>& role) { takeCreated(role); });
    }

private:
    void takeCreated(const Result<IamRole>& role)
    {
        if (role)
            return permit(*role);
        const bool isUnsure = role.error().maybeExecuted;
        if (!isUnsure && !m_wasUnsure)
            m_memory->unsure.clear();
        const bool isThere = role.error().code == u"EntityAlreadyExists";
        if (isUnsure || (isThere && m_wasUnsure))
            look(role.error());
        else
            m_call->settle(failure(role.error()));
    }

    // Whether the role of an unsure answer is there, and ours.
    void look(const Error& unsure)
    {
        m_iam->role(m_plan.name, this)->then(this, [this, unsure](const Result<IamRole>& role) {
            if (!role)
                return m_call->settle(failure(unsure));
            if (!isAsPlanned(*role, m_plan))
                return settleAsThere();
            lookAtPolicies(*role, unsure);
        });
    }

    // One that was made just now has none.
    void lookAtPolicies(const IamRole& role, const Error& unsure)
    {
        m_iam->inlinePolicyNames(m_plan.name, this)
            ->then(this, [this, role, unsure](const Result<QStringList>& names) {
                if (!names)
                    m_call->settle(failure(unsure));
                else if (names->isEmpty())
                    permit(role);
                else
                    settleAsThere();
            });
    }

    void settleAsThere()
    {
        m_memory->unsure.clear();
        m_call->settle(failure(ErrorKind::Conflict, QStringLiteral("EntityAlreadyExists")));
    }

    void permit(const IamRole& role)
    {
        m_memory->unsure.clear();
        m_memory->made = role;
        m_memory->trustPolicy = m_plan.trustPolicy;
        m_iam->putInlinePolicy(m_plan.name, m_plan.policyName, m_plan.permissions, this)
            ->then(this, [this, role](const Result<void>& put) {
                if (!put) {
                    Error error = put.error();
                    error.code = QStringLiteral("role-without-permissions");
                    error.detail = role.arn;
                    return m_call->settle(failure(error));
                }
                m_memory->made.reset();
                m_call->settle(role);
            });
    }

    CallOf<IamRole>* m_call;
    std::shared_ptr<IamClient> m_iam;
    RolePlan m_plan;
    std::shared_ptr<Memory> m_memory;
    bool m_wasUnsure = false;
};

RoleCreation::RoleCreation() : m_memory(std::make_shared<Memory>()) { }

RoleCreation::~RoleCreation() = default;

CallOf<IamRole>* RoleCreation::create(const std::shared_ptr<IamClient>& iam, const RolePlan& plan,
                                      QObject* owner)
{
    if (const QString field = wrongField(plan); !field.isEmpty())
        return settledCall<IamRole>(owner, failure(ErrorKind::InputInvalid, field));
    if (!iam)
        return settledCall<IamRole>(owner, failure(ErrorKind::CredentialsMissing));
    auto* call = new CallOf<IamRole>(owner);
    auto* const run = new Run(call, iam, plan, m_memory);
    call->onCancel([alive = QPointer<Run>(run)] { delete alive; });
    run->start();
    return call;
}

} // namespace fuotadesk
