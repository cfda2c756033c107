#include "access/iamparameters.h"

#include <QHash>

#include <array>

namespace fuotadesk {

namespace {

constexpr const char* Name = "[\\w+=,.@-]+";
constexpr const char* Document = "[\\x09\\x0A\\x0D\\x20-\\xFF]+";
constexpr qsizetype LongestDocument = 131'072;

// https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
constexpr TextRule RoleName{"RoleName", 1, 64, Name, true};
constexpr TextRule PolicyName{"PolicyName", 1, 128, Name, true};
constexpr TextRule PolicyText{"PolicyDocument", 1, LongestDocument, Document, true};
constexpr TextRule PolicyArn{"PolicyArn", 20, 2048, "", true};
constexpr TextRule Marker{"Marker", 1, 320, "[\\x20-\\xFF]+", false};

constexpr std::array OfListRoles{TextRule{"PathPrefix", 1, 512, "/[\\x21-\\x7F]*", false}, Marker};
constexpr std::array OfRole{RoleName, Marker};
constexpr std::array OfCreateRole{
    TextRule{"Path", 1, 512, "/|/[\\x21-\\x7E]+/", false},
    RoleName,
    TextRule{"AssumeRolePolicyDocument", 1, LongestDocument, Document, true},
    TextRule{"Description", 0, 1000, "[\\x09\\x0A\\x0D\\x20-\\x7E\\xA1-\\xFF]*", false},
};
constexpr std::array OfInline{RoleName, PolicyName};
constexpr std::array OfPutInline{RoleName, PolicyName, PolicyText};
constexpr std::array OfTrust{RoleName, PolicyText};
constexpr std::array OfAttached{RoleName, PolicyArn};
constexpr std::array OfPolicy{PolicyArn};
constexpr std::array OfVersion{
    PolicyArn, TextRule{"VersionId", 2, 64, "v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?", true}};
constexpr std::array OfSimulation{TextRule{"PolicySourceArn", 20, 2048, "", true},
                                  TextRule{"ActionNames.member.1", 3, 128, "", true}, Marker};
constexpr std::array OfUser{TextRule{"UserName", 1, 128, Name, false}};

using Rules = std::span<const TextRule>;

Rules rulesOf(const QString& action)
{
    static const QHash<QString, Rules> rules{
        {QStringLiteral("AttachRolePolicy"), OfAttached},
        {QStringLiteral("CreateRole"), OfCreateRole},
        {QStringLiteral("DeleteRole"), OfRole},
        {QStringLiteral("DeleteRolePolicy"), OfInline},
        {QStringLiteral("DetachRolePolicy"), OfAttached},
        {QStringLiteral("GetPolicy"), OfPolicy},
        {QStringLiteral("GetPolicyVersion"), OfVersion},
        {QStringLiteral("GetRole"), OfRole},
        {QStringLiteral("GetRolePolicy"), OfInline},
        {QStringLiteral("GetUser"), OfUser},
        {QStringLiteral("ListAttachedRolePolicies"), OfRole},
        {QStringLiteral("ListRolePolicies"), OfRole},
        {QStringLiteral("ListRoles"), OfListRoles},
        {QStringLiteral("PutRolePolicy"), OfPutInline},
        {QStringLiteral("SimulatePrincipalPolicy"), OfSimulation},
        {QStringLiteral("UpdateAssumeRolePolicy"), OfTrust},
    };
    return rules.value(action);
}

} // namespace

std::optional<QueryRefusal> wrongIamParameters(const QString& action, const FormFields& fields)
{
    if (auto wrong = wrongText(rulesOf(action), fields))
        return wrong;
    if (auto wrong = wrongNumber({"MaxItems", 1, 1000}, fields))
        return wrong;
    return wrongNumber({"MaxSessionDuration", 3600, 43'200}, fields);
}

QStringList listField(const FormFields& fields, const QString& name)
{
    QStringList values;
    for (int number = 1;; ++number) {
        const auto found = fields.find(QStringLiteral("%1.member.%2").arg(name).arg(number));
        if (found == fields.end())
            return values;
        values.append(*found);
    }
}

QString textField(const FormFields& fields, const char* name)
{
    return fields.value(QLatin1String(name));
}

} // namespace fuotadesk
