#include "preflight/callerchecks.h"

#include "preflight/checkrows.h"
#include "preflight/rolechecks.h"

#include <algorithm>
#include <array>

namespace fuotadesk {

namespace {

using enum CheckSubject;

// https://docs.aws.amazon.com/general/latest/gr/iot-lorawan.html
constexpr std::array KnownRegions = {"us-east-1",    "us-west-2",      "eu-west-1",
                                     "eu-central-1", "ap-northeast-1", "ap-southeast-2",
                                     "sa-east-1"};

bool isKnownRegion(const QString& region)
{
    return std::ranges::any_of(KnownRegions,
                               [&](const char* each) { return region == QLatin1String(each); });
}

} // namespace

Caller callerOf(const QString& arn)
{
    const QString resource = arn.section(u':', 5);
    if (resource.isEmpty())
        return {};
    if (resource == u"root")
        return {CallerKind::Root, {}, {}};
    if (resource.startsWith(u"user/"))
        return {CallerKind::User, arn, {}};
    const QString name = resource.section(u'/', 1, 1);
    if (!resource.startsWith(u"assumed-role/") || name.isEmpty())
        return {CallerKind::Other, {}, {}};
    const QString role = QStringLiteral("arn:%1:iam::%2:role/%3")
                             .arg(arn.section(u':', 1, 1), arn.section(u':', 4, 4), name);
    return {CallerKind::Role, role, name};
}

CheckRow credentialsRow(const std::optional<CallerIdentity>& identity,
                        const std::optional<Error>& identityError, const QString& region)
{
    if (region.isEmpty())
        return failedRow(Credentials, "region-missing", CheckPlace::Connection);
    if (!isKnownRegion(region)) {
        CheckRow row = warningRow(Credentials, "region-unlisted", CheckPlace::Connection);
        row.names = QStringList{region};
        return row;
    }
    if (identity) {
        CheckRow row = passedRow(Credentials, "signed-in");
        row.names = QStringList{identity->account, identity->arn, region};
        return row;
    }
    if (identityError)
        return unansweredRow(Credentials, *identityError, "sts:GetCallerIdentity");
    return unknownRow(Credentials, "caller-unknown");
}

CheckRow passRoleRow(const CampaignDraft& draft, const Caller& caller,
                     const std::optional<Result<SimulatedDecision>>& decision)
{
    if (!namesRole(draft))
        return unknownRow(PassRole, "role-unread");
    if (caller.kind == CallerKind::Root)
        return passedRow(PassRole, "root");
    if (caller.kind == CallerKind::Unknown)
        return unknownRow(PassRole, "caller-unknown");
    if (caller.kind == CallerKind::Other)
        return unknownRow(PassRole, "caller-not-simulated");
    if (!decision)
        return runningRow(PassRole);
    if (!*decision)
        return unansweredRow(PassRole, decision->error(), "iam:SimulatePrincipalPolicy");
    switch (**decision) {
    case SimulatedDecision::Allowed:
        return passedRow(PassRole, "allowed");
    case SimulatedDecision::ExplicitDeny:
        return failedRow(PassRole, "pass-denied", CheckPlace::Connection);
    case SimulatedDecision::ImplicitDeny:
        break;
    }
    return failedRow(PassRole, "pass-not-permitted", CheckPlace::Connection);
}

} // namespace fuotadesk
