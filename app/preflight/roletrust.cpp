#include "preflight/roletrust.h"

#include "policy/fuotapolicies.h"
#include "policy/policydocument.h"

namespace fuotadesk {

Result<Verdict> roleTrust(const IamRole& role)
{
    AccessQuestion question;
    question.action = QStringLiteral("sts:AssumeRole");
    question.principal = QStringLiteral("Service:") + QLatin1String(FuotaService);
    question.context = {{QStringLiteral("aws:sourceaccount"), {accountOfArn(role.arn)}}};
    return parsePolicy(role.trustPolicy).map([&](const PolicyDocument& trust) {
        return verdictOf({trust}, question);
    });
}

int trustRank(std::optional<Verdict> trust)
{
    switch (trust.value_or(Verdict::Depends)) {
    case Verdict::Allowed:
        return 0;
    case Verdict::Depends:
        return 1;
    case Verdict::Denied:
    case Verdict::NotAllowed:
        break;
    }
    return 2;
}

} // namespace fuotadesk
