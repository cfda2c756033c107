#include "policy/fuotapolicies.h"
#include "policy/policycondition.h"
#include "policy/policydocument.h"

#include <algorithm>

namespace fuotadesk {

namespace {

// The question, made ready to be held against many patterns.
struct Asked {
    const AccessQuestion& question;
    std::u32string action; // folded
    std::u32string resource;
};

Judged anyFits(const QStringList& patterns, const std::u32string& text, int parts)
{
    Judged any = Judged::No;
    for (const QString& pattern : patterns) {
        any = eitherJudged(any, Wildcard(pattern, parts).match(text));
        if (any == Judged::Yes)
            break;
    }
    return any;
}

// A list and its negation, of which one is in the statement; neither: nothing is meant.
Judged anyFits(const QStringList& wanted, const QStringList& excluded, const std::u32string& text,
               int parts)
{
    return excluded.isEmpty() ? anyFits(wanted, text, parts)
                              : notJudged(anyFits(excluded, text, parts));
}

// "AWS:123456789012" and "AWS:arn:aws:iam::123456789012:root" are all of an account.
QString wholeAccount(const QString& principal)
{
    QString name = principal.section(u':', 1);
    if (name.startsWith(u"arn:"))
        return name.section(u':', 5) == u"root" ? accountOfArn(name) : QString();
    return name;
}

bool isMeant(const QString& principal, const QString& who)
{
    if (principal == u"*" || principal == u"AWS:*" || principal == who)
        return true;
    if (principal == u"Service:*")
        return who.startsWith(u"Service:");
    if (!principal.startsWith(u"AWS:") || !who.startsWith(u"AWS:"))
        return false;
    const QString account = wholeAccount(principal);
    return !account.isEmpty() && account == accountOfArn(who.section(u':', 1));
}

bool meansPrincipal(const PolicyStatement& statement, const QString& who)
{
    const auto isWho = [&](const QString& each) { return isMeant(each, who); };
    if (who.isEmpty())
        return true;
    return statement.notPrincipals.isEmpty() ? std::ranges::any_of(statement.principals, isWho)
                                             : std::ranges::none_of(statement.notPrincipals, isWho);
}

// Whether the statement speaks of what is asked.
Judged applies(const PolicyStatement& statement, const Asked& asked, bool hasVariables)
{
    if (!meansPrincipal(statement, asked.question.principal))
        return Judged::No;
    Judged all = anyFits(statement.actions, statement.notActions, asked.action,
                         Wildcard::Stars | Wildcard::Folded);
    if (all != Judged::No && !asked.resource.empty())
        all = bothJudged(all,
                         anyFits(statement.resources, statement.notResources, asked.resource,
                                 Wildcard::Stars | (hasVariables ? Wildcard::Variables : 0)));
    for (const PolicyCondition& condition : statement.conditions) {
        if (all == Judged::No)
            break;
        all = bothJudged(all, judgedCondition(condition, asked.question, hasVariables));
    }
    return all;
}

} // namespace

Verdict verdictOf(const QList<PolicyDocument>& documents, const AccessQuestion& question)
{
    const Asked asked{question, Wildcard::folded(question.action),
                      Wildcard::plain(question.resource)};
    Judged allowed = Judged::No;
    Judged denied = Judged::No;
    for (const PolicyDocument& document : documents) {
        const bool hasVariables = document.version == QLatin1String(NewestPolicyVersion);
        for (const PolicyStatement& statement : document.statements) {
            Judged& side = statement.allows ? allowed : denied;
            if (side != Judged::Yes)
                side = eitherJudged(side, applies(statement, asked, hasVariables));
        }
    }
    if (denied == Judged::Yes)
        return Verdict::Denied;
    if (allowed == Judged::No)
        return Verdict::NotAllowed;
    return denied == Judged::No && allowed == Judged::Yes ? Verdict::Allowed : Verdict::Depends;
}

} // namespace fuotadesk
