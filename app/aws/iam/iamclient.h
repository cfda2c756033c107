#pragma once

#include "aws/iam/iamvalues.h"
#include "aws/serviceaddress.h"
#include "base/call.h"

#include <QStringList>

namespace fuotadesk {

class SignedTransports;
class Transport;

// AWS IAM, as far as a role for FUOTA needs it. All pages of a list are read unless it says
// otherwise. Errors: those of the way to the service; AccessDenied; NotFound (code "NoSuchEntity");
// Conflict (code "EntityAlreadyExists"); Refused and so on with IAM's code; AnswerMalformed. It
// must live as long as its calls. https://docs.aws.amazon.com/IAM/latest/APIReference
class IamClient {
public:
    IamClient(SignedTransports& transports, const ServiceAddress& address);

    struct RolePage {
        QList<IamRole> roles;
        QString nextMarker; // empty: the last page
    };
    // marker empty: from the start; at most 100 at a time.
    CallOf<RolePage>* roles(const QString& marker, QObject* owner);
    CallOf<IamRole>* role(const QString& name, QObject* owner);
    CallOf<QStringList>* inlinePolicyNames(const QString& role, QObject* owner);
    CallOf<IamPolicy>* inlinePolicy(const QString& role, const QString& policy, QObject* owner);
    // Names and ARNs, without documents.
    CallOf<QList<IamPolicy>>* attachedPolicies(const QString& role, QObject* owner);
    // The default version of a managed policy.
    CallOf<IamPolicy>* managedPolicy(const QString& arn, QObject* owner);
    // What a principal (a role's ARN) may do with a resource, in the order of actions.
    CallOf<QList<SimulatedDecision>>* simulate(const QString& principalArn,
                                               const QStringList& actions, const QString& resource,
                                               QObject* owner);
    // Likewise iam:PassRole of a role to a service, which policies often make a condition of.
    CallOf<SimulatedDecision>* simulatePassRole(const QString& principalArn, const QString& roleArn,
                                                const QString& service, QObject* owner);

    CallOf<IamRole>* createRole(const QString& name, const QByteArray& trustPolicy,
                                const QString& description, QObject* owner);
    CallOf<void>* putInlinePolicy(const QString& role, const QString& policy,
                                  const QByteArray& document, QObject* owner);

private:
    CallOf<QList<SimulatedDecision>>*
    simulation(const QList<std::pair<QString, QString>>& parameters, const QStringList& actions,
               QObject* owner);

    Transport& m_transport;
    QUrl m_endpoint;
};

} // namespace fuotadesk
