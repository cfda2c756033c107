#include "text/checktext.h"

#include <QCoreApplication>

namespace fuotadesk {

namespace {

struct CheckText {
    Q_DECLARE_TR_FUNCTIONS(CheckText)
};

} // namespace

QString checkTitle(CheckSubject subject)
{
    switch (subject) {
    case CheckSubject::Credentials:
        return CheckText::tr("Credentials and region");
    case CheckSubject::Fields:
        return CheckText::tr("Values of the form");
    case CheckSubject::ImageThere:
        return CheckText::tr("Image in S3");
    case CheckSubject::ImageSize:
        return CheckText::tr("Size of the image");
    case CheckSubject::ImageUnchanged:
        return CheckText::tr("Changes to the image");
    case CheckSubject::ImageRegion:
        return CheckText::tr("Region of the bucket");
    case CheckSubject::ImageEncryption:
        return CheckText::tr("Encryption of the image");
    case CheckSubject::RoleThere:
        return CheckText::tr("Role in IAM");
    case CheckSubject::RoleTrust:
        return CheckText::tr("Trust in AWS IoT Wireless");
    case CheckSubject::RolePermission:
        return CheckText::tr("Permission to read the image");
    case CheckSubject::RoleKey:
        return CheckText::tr("Permission to decrypt the image");
    case CheckSubject::PassRole:
        return CheckText::tr("Permission to hand the role over");
    case CheckSubject::RecipientsThere:
        return CheckText::tr("Recipients in the account");
    case CheckSubject::RecipientsFit:
        return CheckText::tr("Fit for an update");
    case CheckSubject::RecipientsAlive:
        return CheckText::tr("Heard lately");
    case CheckSubject::RecipientsFree:
        return CheckText::tr("Free of other tasks");
    case CheckSubject::Payload:
        return CheckText::tr("Size of a fragment");
    case CheckSubject::DutyCycle:
        return CheckText::tr("Duty cycle");
    case CheckSubject::StartTime:
        return CheckText::tr("Start of the session");
    case CheckSubject::SessionTimeout:
        return CheckText::tr("Session time-out");
    }
    return {};
}

QString checkHeading(CheckSubject subject)
{
    if (subject < CheckSubject::ImageThere)
        return CheckText::tr("Connection and form");
    if (subject < CheckSubject::RoleThere)
        return CheckText::tr("Firmware image");
    if (subject < CheckSubject::RecipientsThere)
        return CheckText::tr("Firmware role");
    if (subject < CheckSubject::Payload)
        return CheckText::tr("Recipients");
    return CheckText::tr("Plan");
}

QString checkOutcomeWord(CheckOutcome outcome)
{
    switch (outcome) {
    case CheckOutcome::Waiting:
        return CheckText::tr("Waiting", "a row of the check");
    case CheckOutcome::Running:
        return CheckText::tr("Running", "a row of the check");
    case CheckOutcome::Passed:
        return CheckText::tr("Passed", "a row of the check");
    case CheckOutcome::Warning:
        return CheckText::tr("Warning", "a row of the check");
    case CheckOutcome::Failed:
        return CheckText::tr("Failed", "a row of the check");
    case CheckOutcome::Unknown:
        break;
    }
    return CheckText::tr("Not known", "a row of the check");
}

QString checkSummary(CheckOutcome outcome)
{
    switch (outcome) {
    case CheckOutcome::Waiting:
    case CheckOutcome::Running:
        return CheckText::tr("Not everything is checked yet.");
    case CheckOutcome::Passed:
        return CheckText::tr("Nothing speaks against this task.");
    case CheckOutcome::Warning:
        return CheckText::tr("The task may work; look at the warnings first.");
    case CheckOutcome::Failed:
        return CheckText::tr("The task can not work as it is.");
    case CheckOutcome::Unknown:
        break;
    }
    return CheckText::tr("Nothing that is known speaks against this task.");
}

} // namespace fuotadesk
