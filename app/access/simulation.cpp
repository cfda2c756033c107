#include "access/simulation.h"

#include "access/iamanswers.h"
#include "access/iamparameters.h"
#include "access/policycheck.h"
#include "access/roleaccess.h"
#include "identity/sandboxroles.h"

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr qsizetype MostResults = 1000;

using Context = QMap<QString, QStringList>;

QueryRefusal invalidInput(const QString& message)
{
    return {400, "InvalidInput", message};
}

QString decisionOf(Verdict verdict)
{
    if (verdict == Verdict::Allowed)
        return QStringLiteral("allowed");
    return verdict == Verdict::Denied ? QStringLiteral("explicitDeny")
                                      : QStringLiteral("implicitDeny");
}

Context contextOf(const FormFields& request)
{
    Context context;
    for (int number = 1;; ++number) {
        const QString entry = QStringLiteral("ContextEntries.member.%1.").arg(number);
        const auto key = request.find(entry + QStringLiteral("ContextKeyName"));
        if (key == request.end())
            return context;
        context.insert(key->toLower(),
                       listField(request, entry + QStringLiteral("ContextKeyValues")));
    }
}

std::optional<QueryRefusal> wrongSource(const RoleBook& book, const QString& arn)
{
    if (arn == people::User)
        return {};
    const QString resource = arn.section(u':', 5);
    const bool isUser = resource.startsWith(u"user/");
    if (!arn.startsWith(u"arn:aws:iam::") || (!isUser && !resource.startsWith(u"role/")))
        return invalidInput(
            QStringLiteral("Invalid Entity Arn: %1 does not clearly define entity type and name.")
                .arg(arn));
    if (!isUser && book.findArn(arn))
        return {};
    return QueryRefusal{404, "NoSuchEntity",
                        QStringLiteral("The %1 with name %2 cannot be found.")
                            .arg(isUser ? QStringLiteral("user") : QStringLiteral("role"),
                                 resource.section(u'/', -1))};
}

std::optional<QueryRefusal> wrongQuestions(const QStringList& actions, const QStringList& resources)
{
    const auto isNoAction = [](const QString& action) { return !action.contains(u':'); };
    const auto action = std::ranges::find_if(actions, isNoAction);
    if (action != actions.end())
        return invalidInput(QStringLiteral("Invalid action: %1").arg(action->left(128)));
    const auto isNoResource = [](const QString& arn) {
        return arn != u"*" && !arn.startsWith(u"arn:");
    };
    const auto resource = std::ranges::find_if(resources, isNoResource);
    if (resource != resources.end())
        return invalidInput(QStringLiteral("Invalid Resource ARN: %1").arg(resource->left(128)));
    if (actions.size() * resources.size() > MostResults)
        return invalidInput(QStringLiteral("More than %1 actions and resources.").arg(MostResults));
    return {};
}

QueryResult<QList<PolicyDocument>> withPolicies(QList<PolicyDocument> documents,
                                                const FormFields& request)
{
    for (const QString& text : listField(request, QStringLiteral("PolicyInputList"))) {
        const auto document = parsePolicy(text.toUtf8());
        if (!document || wrongPermissions(text.toUtf8()))
            return refused(invalidInput(QStringLiteral("Invalid policy in PolicyInputList.")));
        documents.append(*document);
    }
    return documents;
}

XmlMember resultOf(const QList<PolicyDocument>& documents, const AccessQuestion& question)
{
    return listEntry({{QStringLiteral("EvalActionName"), question.action},
                      {QStringLiteral("EvalResourceName"), question.resource},
                      {QStringLiteral("EvalDecision"), decisionOf(verdictOf(documents, question))},
                      {QStringLiteral("MatchedStatements"), {}},
                      {QStringLiteral("MissingContextValues"), {}}});
}

} // namespace

QueryResult<QList<XmlMember>> simulated(const RoleBook& book, const FormFields& request)
{
    const QString source = textField(request, "PolicySourceArn");
    if (const auto wrong = wrongSource(book, source))
        return refused(*wrong);
    const QStringList actions = listField(request, QStringLiteral("ActionNames"));
    QStringList resources = listField(request, QStringLiteral("ResourceArns"));
    if (resources.isEmpty())
        resources.append(QStringLiteral("*"));
    if (const auto wrong = wrongQuestions(actions, resources))
        return refused(*wrong);
    const auto documents = withPolicies(permissionsOf(book, source), request);
    if (!documents)
        return refused(documents.error());
    const Context context = contextOf(request);
    QList<KeyedMember> results;
    for (const QString& action : actions)
        for (const QString& resource : resources)
            results.append({QStringLiteral("%1").arg(results.size(), 4, 10, QLatin1Char('0')),
                            resultOf(*documents, {action, resource, {}, context})});
    return pageOf(QStringLiteral("EvaluationResults"), results, request);
}

} // namespace fuotadesk
