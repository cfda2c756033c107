#include "preflight/rolereader.h"

#include "aws/iam/iamclient.h"
#include "policy/fuotapolicies.h"
#include "policy/policydocument.h"
#include "preflight/roletrust.h"

namespace fuotadesk {

namespace {

const auto ReadAction = QStringLiteral("s3:GetObject");

Error localError(ErrorKind kind, const QString& code)
{
    return {kind, code, {}, 0, {}, {}, false};
}

Verdict verdictOfSimulation(SimulatedDecision decision)
{
    switch (decision) {
    case SimulatedDecision::Allowed:
        return Verdict::Allowed;
    case SimulatedDecision::ExplicitDeny:
        return Verdict::Denied;
    case SimulatedDecision::ImplicitDeny:
        break;
    }
    return Verdict::NotAllowed;
}

// One reading: asks for the role and for the simulation at once; where the simulation is refused,
// or the policies are wanted, for both lists of policies, and then for all policies.
class Reading : public QObject {
public:
    Reading(CallOf<RoleReading>* call, std::shared_ptr<IamClient> iam, const QString& roleArn,
            const ImageLocation& image, RoleReader::Policies policies)
        : QObject(call),
          m_call(call),
          m_iam(std::move(iam)),
          m_roleArn(roleArn),
          m_name(roleNameOfArn(roleArn)),
          m_hasImage(!image.key.isEmpty()),
          m_readsPolicies(policies == RoleReader::Policies::Always),
          m_object(objectArn(image.bucket, image.key, partitionOfArn(roleArn)))
    {
    }

    void start()
    {
        await(m_iam->role(m_name, this), [this](const Result<IamRole>& role) { takeRole(role); });
        if (m_hasImage)
            await(m_iam->simulate(m_roleArn, {ReadAction}, m_object, this),
                  [this](const Result<QList<SimulatedDecision>>& decisions) {
                      takeDecisions(decisions);
                  });
        if (m_readsPolicies)
            readPolicies();
    }

private:
    // The last of the calls that are under way ends the reading.
    template <typename T, typename Take>
    void await(CallOf<T>* call, Take take)
    {
        ++m_open;
        call->then(this, [this, take](const Result<T>& result) {
            take(result);
            if (--m_open == 0)
                finish();
        });
    }

    void takeRole(const Result<IamRole>& role)
    {
        if (!role) {
            m_reading.roleError = role.error();
            return;
        }
        m_reading.role = *role;
        if (const auto trust = roleTrust(*role))
            m_reading.trust = *trust;
        else
            m_reading.trustError = trust.error();
    }

    void takeDecisions(const Result<QList<SimulatedDecision>>& decisions)
    {
        if (decisions) {
            m_reading.isSimulated = true;
            m_reading.read = verdictOfSimulation(decisions->first());
            return;
        }
        m_reading.readError = decisions.error();
        if (!m_readsPolicies && decisions.error().kind != ErrorKind::NotFound)
            readPolicies();
    }

    void readPolicies()
    {
        await(m_iam->inlinePolicyNames(m_name, this), [this](const Result<QStringList>& names) {
            takeList(names, QStringLiteral("ListRolePolicies"));
            for (const QString& name : names.value_or(QStringList()))
                awaitPolicy(m_iam->inlinePolicy(m_name, name, this), name);
        });
        await(m_iam->attachedPolicies(m_name, this),
              [this](const Result<QList<IamPolicy>>& policies) {
                  takeList(policies, QStringLiteral("ListAttachedRolePolicies"));
                  for (const IamPolicy& policy : policies.value_or(QList<IamPolicy>()))
                      awaitPolicy(m_iam->managedPolicy(policy.arn, this), policy.arn);
              });
    }

    template <typename T>
    void takeList(const Result<T>& list, const QString& call)
    {
        if (list)
            m_hasList = true;
        else
            m_reading.unreadPolicies += call;
    }

    void awaitPolicy(CallOf<IamPolicy>* call, const QString& name)
    {
        await(call, [this, name](const Result<IamPolicy>& policy) {
            const auto document =
                policy.and_then([](const IamPolicy& read) { return parsePolicy(read.document); });
            if (policy && document) {
                m_reading.policies += *policy;
                m_documents += *document;
            } else {
                m_reading.unreadPolicies += name;
            }
        });
    }

    void finish()
    {
        if (m_hasList && m_hasImage && !m_reading.isSimulated) {
            m_reading.readError.reset();
            m_reading.read = verdictOf(m_documents, {ReadAction, m_object, {}, {}});
        }
        m_call->settle(m_reading);
    }

    CallOf<RoleReading>* m_call;
    std::shared_ptr<IamClient> m_iam;
    QString m_roleArn;
    QString m_name;
    bool m_hasImage;
    bool m_readsPolicies; // at once
    QString m_object;
    RoleReading m_reading;
    QList<PolicyDocument> m_documents;
    bool m_hasList = false; // of policies
    int m_open = 0;
};

std::optional<Error> refusal(const std::shared_ptr<IamClient>& iam, const QString& roleArn,
                             const QString& account)
{
    if (roleNameOfArn(roleArn).isEmpty())
        return localError(ErrorKind::InputInvalid, QStringLiteral("role"));
    if (!account.isEmpty() && accountOfArn(roleArn) != account)
        return localError(ErrorKind::Refused, QStringLiteral("other-account"));
    if (!iam)
        return localError(ErrorKind::CredentialsMissing, {});
    return {};
}

} // namespace

CallOf<RoleReading>* RoleReader::read(const std::shared_ptr<IamClient>& iam, const QString& roleArn,
                                      const QString& account, const ImageLocation& image,
                                      QObject* owner, Policies policies)
{
    if (const auto error = refusal(iam, roleArn, account)) {
        RoleReading reading;
        reading.roleError = error;
        return settledCall<RoleReading>(owner, reading);
    }
    auto* call = new CallOf<RoleReading>(owner);
    auto* const reading = new Reading(call, iam, roleArn, image, policies);
    call->onCancel([alive = QPointer<Reading>(reading)] { delete alive; });
    reading->start();
    return call;
}

} // namespace fuotadesk
