#include "aws/iam/iamclient.h"

#include "aws/iam/iamanswers.h"
#include "aws/querycall.h"
#include "aws/serviceerror.h"
#include "aws/signedtransports.h"
#include "aws/transport.h"

#include <algorithm>

namespace fuotadesk {

namespace {

const auto Version = QStringLiteral("2010-05-08");
const auto RoleName = QStringLiteral("RoleName");
const auto PolicyName = QStringLiteral("PolicyName");
const auto PolicyArn = QStringLiteral("PolicyArn");

constexpr int MostPages = 100; // of one list; a role has far less

template <typename T>
using ReadResult = Result<T> (*)(const XmlElement&);

HttpRequest readRequest(const QUrl& endpoint, const QString& action,
                        const QueryParameters& parameters)
{
    HttpRequest request = queryRequest(endpoint, action, Version, parameters);
    request.isNoted = false;
    return request;
}

HttpRequest changeRequest(const QUrl& endpoint, const QString& action,
                          const QueryParameters& parameters, const QString& role)
{
    HttpRequest request = queryRequest(endpoint, action, Version, parameters);
    request.target = role;
    return request;
}

template <typename T, typename Read>
Result<T> readAnswer(const HttpRequest& request, const Result<HttpResponse>& response, Read read)
{
    if (!response)
        return failure(response.error());
    const auto result = iamResult(request, *response);
    if (!result)
        return failure(result.error());
    Result<T> value = read(*result);
    if (value)
        return value;
    Error error = unreadableAnswer(request, *response, value.error().code);
    error.kind = value.error().kind;
    return failure(error);
}

// A read changes nothing, though it is a POST.
template <typename T>
Result<T> harmless(Result<T> result)
{
    if (!result)
        result.error().maybeExecuted = false;
    return result;
}

template <typename T>
CallOf<T>* readFrom(Transport& transport, const HttpRequest& request, ReadResult<T> read,
                    QObject* owner)
{
    auto* call = new CallOf<T>(owner);
    forward(transport.send(request, call), call,
            [request, read](const Result<HttpResponse>& response) {
                return harmless(readAnswer<T>(request, response, read));
            });
    return call;
}

// Reads page after page into one list.
template <typename T>
struct PageRun {
    Transport& transport;
    QUrl endpoint;
    QString action;
    QueryParameters parameters;
    ReadResult<IamPage<T>> read;
    CallOf<QList<T>>* call;
    QList<T> items = {};
    QString marker = {};
    int pages = 0;
};

template <typename T>
void readNext(const std::shared_ptr<PageRun<T>>& run)
{
    QueryParameters parameters = run->parameters;
    parameters.append({QStringLiteral("Marker"), run->marker});
    const HttpRequest request = readRequest(run->endpoint, run->action, parameters);
    auto* const page = readFrom<IamPage<T>>(run->transport, request, run->read, run->call);
    run->call->onCancel([alive = QPointer<Call>(page)] {
        if (alive)
            alive->cancel();
    });
    page->then(run->call, [run](const Result<IamPage<T>>& answer) {
        if (!answer)
            return run->call->settle(failure(answer.error()));
        run->items += answer->items;
        if (answer->nextMarker.isEmpty())
            return run->call->settle(run->items);
        if (answer->nextMarker == run->marker || ++run->pages >= MostPages)
            return run->call->settle(failure(ErrorKind::AnswerMalformed, QStringLiteral("Marker")));
        run->marker = answer->nextMarker;
        readNext(run);
    });
}

template <typename T>
CallOf<QList<T>>* readAll(Transport& transport, const QUrl& endpoint, const QString& action,
                          const QueryParameters& parameters, ReadResult<IamPage<T>> read,
                          QObject* owner)
{
    auto* call = new CallOf<QList<T>>(owner);
    readNext<T>(std::make_shared<PageRun<T>>(
        PageRun<T>{transport, endpoint, action, parameters, read, call}));
    return call;
}

// One decision for each action, in their order.
Result<QList<SimulatedDecision>> inOrder(const QStringList& actions,
                                         const QList<ActionDecision>& decisions)
{
    QList<SimulatedDecision> ordered;
    for (const QString& action : actions) {
        const auto found = std::ranges::find_if(decisions, [&](const ActionDecision& each) {
            return each.action.compare(action, Qt::CaseInsensitive) == 0;
        });
        if (found == decisions.end())
            return failure(ErrorKind::AnswerMalformed, QStringLiteral("EvaluationResults"));
        ordered += found->decision;
    }
    return ordered;
}

} // namespace

IamClient::IamClient(SignedTransports& transports, const ServiceAddress& address)
    : m_transport(transports.signedFor("iam", address.region)),
      m_endpoint(address.endpoint)
{
}

CallOf<IamClient::RolePage>* IamClient::roles(const QString& marker, QObject* owner)
{
    const HttpRequest request = readRequest(
        m_endpoint, QStringLiteral("ListRoles"),
        {{QStringLiteral("MaxItems"), QStringLiteral("100")}, {QStringLiteral("Marker"), marker}});
    auto* call = new CallOf<RolePage>(owner);
    forward(readFrom<IamPage<IamRole>>(m_transport, request, rolesIn, call), call,
            [](const Result<IamPage<IamRole>>& page) -> Result<RolePage> {
                return page.map([](const IamPage<IamRole>& read) {
                    return RolePage{read.items, read.nextMarker};
                });
            });
    return call;
}

CallOf<IamRole>* IamClient::role(const QString& name, QObject* owner)
{
    return readFrom<IamRole>(m_transport,
                             readRequest(m_endpoint, QStringLiteral("GetRole"), {{RoleName, name}}),
                             roleIn, owner);
}

CallOf<QStringList>* IamClient::inlinePolicyNames(const QString& role, QObject* owner)
{
    return readAll<QString>(m_transport, m_endpoint, QStringLiteral("ListRolePolicies"),
                            {{RoleName, role}}, policyNamesIn, owner);
}

CallOf<IamPolicy>* IamClient::inlinePolicy(const QString& role, const QString& policy,
                                           QObject* owner)
{
    return readFrom<IamPolicy>(m_transport,
                               readRequest(m_endpoint, QStringLiteral("GetRolePolicy"),
                                           {{RoleName, role}, {PolicyName, policy}}),
                               inlinePolicyIn, owner);
}

CallOf<QList<IamPolicy>>* IamClient::attachedPolicies(const QString& role, QObject* owner)
{
    return readAll<IamPolicy>(m_transport, m_endpoint, QStringLiteral("ListAttachedRolePolicies"),
                              {{RoleName, role}}, attachedPoliciesIn, owner);
}

CallOf<IamPolicy>* IamClient::managedPolicy(const QString& arn, QObject* owner)
{
    auto* call = new CallOf<IamPolicy>(owner);
    auto* const policy = readFrom<QString>(
        m_transport, readRequest(m_endpoint, QStringLiteral("GetPolicy"), {{PolicyArn, arn}}),
        defaultVersionIn, call);
    call->onCancel([alive = QPointer<Call>(policy)] {
        if (alive)
            alive->cancel();
    });
    Transport& transport = m_transport;
    policy->then(call, [&transport, endpoint = m_endpoint, arn, call](const Result<QString>& id) {
        if (!id)
            return call->settle(failure(id.error()));
        const HttpRequest request =
            readRequest(endpoint, QStringLiteral("GetPolicyVersion"),
                        {{PolicyArn, arn}, {QStringLiteral("VersionId"), *id}});
        forward(readFrom<QByteArray>(transport, request, versionDocumentIn, call), call,
                [arn](const Result<QByteArray>& document) -> Result<IamPolicy> {
                    return document.map([&arn](const QByteArray& text) {
                        return IamPolicy{arn.section(u'/', -1), arn, text};
                    });
                });
    });
    return call;
}

CallOf<QList<SimulatedDecision>>* IamClient::simulate(const QString& principalArn,
                                                      const QStringList& actions,
                                                      const QString& resource, QObject* owner)
{
    QueryParameters parameters{{QStringLiteral("PolicySourceArn"), principalArn}};
    for (qsizetype i = 0; i < actions.size(); ++i)
        parameters.append({QStringLiteral("ActionNames.member.%1").arg(i + 1), actions[i]});
    parameters.append({QStringLiteral("ResourceArns.member.1"), resource});
    return simulation(parameters, actions, owner);
}

CallOf<SimulatedDecision>* IamClient::simulatePassRole(const QString& principalArn,
                                                       const QString& roleArn,
                                                       const QString& service, QObject* owner)
{
    const auto action = QStringLiteral("iam:PassRole");
    const QueryParameters parameters{
        {QStringLiteral("PolicySourceArn"), principalArn},
        {QStringLiteral("ActionNames.member.1"), action},
        {QStringLiteral("ResourceArns.member.1"), roleArn},
        {QStringLiteral("ContextEntries.member.1.ContextKeyName"),
         QStringLiteral("iam:PassedToService")},
        {QStringLiteral("ContextEntries.member.1.ContextKeyValues.member.1"), service},
        {QStringLiteral("ContextEntries.member.1.ContextKeyType"), QStringLiteral("string")}};
    auto* call = new CallOf<SimulatedDecision>(owner);
    forward(simulation(parameters, {action}, call), call,
            [](const Result<QList<SimulatedDecision>>& decisions) {
                return decisions.map(
                    [](const QList<SimulatedDecision>& each) { return each.first(); });
            });
    return call;
}

// Decisions in the order of actions: as many as these.
CallOf<QList<SimulatedDecision>>*
IamClient::simulation(const QList<std::pair<QString, QString>>& parameters,
                      const QStringList& actions, QObject* owner)
{
    auto* call = new CallOf<QList<SimulatedDecision>>(owner);
    forward(readAll<ActionDecision>(m_transport, m_endpoint,
                                    QStringLiteral("SimulatePrincipalPolicy"), parameters,
                                    decisionsIn, call),
            call, [actions](const Result<QList<ActionDecision>>& decisions) {
                return decisions.and_then(
                    [&](const QList<ActionDecision>& read) { return inOrder(actions, read); });
            });
    return call;
}

CallOf<IamRole>* IamClient::createRole(const QString& name, const QByteArray& trustPolicy,
                                       const QString& description, QObject* owner)
{
    HttpRequest request =
        changeRequest(m_endpoint, QStringLiteral("CreateRole"),
                      {{RoleName, name},
                       {QStringLiteral("AssumeRolePolicyDocument"), QString::fromUtf8(trustPolicy)},
                       {QStringLiteral("Description"), description}},
                      name);
    request.repeatable = false; // the second would meet the role of the first
    auto* call = new CallOf<IamRole>(owner);
    forward(m_transport.send(request, call), call, [request](const Result<HttpResponse>& response) {
        return readAnswer<IamRole>(request, response, roleIn);
    });
    return call;
}

CallOf<void>* IamClient::putInlinePolicy(const QString& role, const QString& policy,
                                         const QByteArray& document, QObject* owner)
{
    const HttpRequest request =
        changeRequest(m_endpoint, QStringLiteral("PutRolePolicy"),
                      {{RoleName, role},
                       {PolicyName, policy},
                       {QStringLiteral("PolicyDocument"), QString::fromUtf8(document)}},
                      role);
    auto* call = new CallOf<void>(owner);
    forward(m_transport.send(request, call), call, [request](const Result<HttpResponse>& response) {
        return readAnswer<void>(request, response,
                                [](const XmlElement&) { return Result<void>(); });
    });
    return call;
}

} // namespace fuotadesk
