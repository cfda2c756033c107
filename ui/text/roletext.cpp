#include "text/roletext.h"

#include "text/errortext.h"

#include <QCoreApplication>

namespace fuotadesk {

namespace {

struct RoleText {
    Q_DECLARE_TR_FUNCTIONS(RoleText)
};

QString deniedSentence(const RoleReading& reading, const QString& image)
{
    return reading.isSimulated
        ? RoleText::tr("It may not read %1: a policy forbids it, as IAM's simulation says.")
              .arg(image)
        : RoleText::tr("It may not read %1: one of its policies forbids it.").arg(image);
}

// A policy that could not be read may be the one that allows it.
QString notAllowedSentence(const RoleReading& reading, const QString& image)
{
    if (reading.isSimulated)
        return RoleText::tr("It may not read %1, as IAM's simulation says. Add s3:GetObject for it "
                            "to the role's policies.")
            .arg(image);
    if (reading.unreadPolicies.isEmpty())
        return RoleText::tr("None of its policies lets it read %1. Add s3:GetObject for it.")
            .arg(image);
    return RoleText::tr("It is not known whether it may read %1: %2 could not be read.")
        .arg(image, policyNamesText(reading.unreadPolicies));
}

} // namespace

QString policyNamesText(QStringList names)
{
    for (QString& name : names)
        if (name == u"ListRolePolicies")
            name = RoleText::tr("the list of inline policies");
        else if (name == u"ListAttachedRolePolicies")
            name = RoleText::tr("the list of attached policies");
    return names.join(QStringLiteral(", "));
}

QString trustWord(std::optional<Verdict> trust)
{
    if (!trust)
        return RoleText::tr("Trust policy not understood");
    switch (*trust) {
    case Verdict::Allowed:
        return RoleText::tr("Trusts AWS IoT Wireless");
    case Verdict::Depends:
        return RoleText::tr("Depends on conditions");
    case Verdict::Denied:
    case Verdict::NotAllowed:
        break;
    }
    return RoleText::tr("Does not trust AWS IoT Wireless");
}

QString trustSentence(const RoleReading& reading)
{
    if (!reading.role)
        return reading.roleError && reading.roleError->code == u"other-account"
            ? RoleText::tr(
                "The role belongs to another account and can not be read from here. Choose a "
                "role of this account.")
            : RoleText::tr("The role could not be read. %1")
                  .arg(reading.roleError ? errorMessage(*reading.roleError) : QString());
    if (reading.trustError)
        return RoleText::tr("Its trust policy is not understood. Look at it in the AWS console.");
    switch (reading.trust) {
    case Verdict::Allowed:
        return RoleText::tr("AWS IoT Wireless may assume the role.");
    case Verdict::Depends:
        return RoleText::tr("Whether AWS IoT Wireless may assume it depends on conditions of its "
                            "trust policy.");
    case Verdict::Denied:
        return RoleText::tr("AWS IoT Wireless may not assume it: its trust policy forbids it.");
    case Verdict::NotAllowed:
        break;
    }
    return RoleText::tr("AWS IoT Wireless may not assume it. Add iotwireless.amazonaws.com to its "
                        "trust policy.");
}

QString readSentence(const RoleReading& reading, const QString& image)
{
    if (!reading.read)
        return reading.readError
            ? RoleText::tr("It is not known whether it may read %1. %2")
                  .arg(image, errorSentence(*reading.readError))
            : RoleText::tr("It is not known whether it may read %1.").arg(image);
    switch (*reading.read) {
    case Verdict::Allowed:
        return reading.isSimulated
            ? RoleText::tr("It may read %1, as IAM's simulation says.").arg(image)
            : RoleText::tr(
                  "It may read %1, by a reading of its policies; its boundary and policies of "
                  "the organization and of the bucket are not looked at.")
                  .arg(image);
    case Verdict::Depends:
        return RoleText::tr("Whether it may read %1 depends on conditions of its policies.")
            .arg(image);
    case Verdict::Denied:
        return deniedSentence(reading, image);
    case Verdict::NotAllowed:
        break;
    }
    return notAllowedSentence(reading, image);
}

CheckOutcome trustOutcome(std::optional<Verdict> trust)
{
    switch (trust.value_or(Verdict::Depends)) {
    case Verdict::Allowed:
        return CheckOutcome::Passed;
    case Verdict::Depends:
        return CheckOutcome::Unknown;
    case Verdict::Denied:
    case Verdict::NotAllowed:
        break;
    }
    return CheckOutcome::Failed;
}

CheckOutcome trustOutcome(const RoleReading& reading)
{
    if (!reading.role)
        return reading.roleError && reading.roleError->kind == ErrorKind::NotFound
            ? CheckOutcome::Failed
            : CheckOutcome::Unknown;
    return reading.trustError ? CheckOutcome::Unknown : trustOutcome(reading.trust);
}

CheckOutcome readOutcome(const RoleReading& reading)
{
    if (!reading.read)
        return CheckOutcome::Unknown;
    const bool isSure = reading.isSimulated || reading.unreadPolicies.isEmpty();
    if (*reading.read == Verdict::NotAllowed && !isSure)
        return CheckOutcome::Unknown;
    return trustOutcome(*reading.read);
}

} // namespace fuotadesk
