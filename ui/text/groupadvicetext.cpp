#include "text/groupadvicetext.h"

#include "text/numbertext.h"

#include <QCoreApplication>

namespace fuotadesk {

namespace {

struct GroupAdviceText {
    Q_DECLARE_TR_FUNCTIONS(GroupAdviceText)
};

QString radioText(const GroupFinding& finding)
{
    switch (finding.code) {
    case GroupFindingCode::NoDownlinkRate:
        return GroupAdviceText::tr("DR%1 is no downlink data rate of the region.")
            .arg(finding.figure);
    case GroupFindingCode::NoGateways:
        return GroupAdviceText::tr("Without gateways the interval means nothing.");
    case GroupFindingCode::GatewaysStay:
        return GroupAdviceText::tr("A list that is emptied is not sent: the group keeps the "
                                   "gateways it has.");
    case GroupFindingCode::TooSoon:
        return GroupAdviceText::tr("The service takes a start that is half an hour ahead at "
                                   "least.");
    case GroupFindingCode::TooFar:
        return GroupAdviceText::tr("The service takes a start that is %n hours ahead at most.",
                                   nullptr, FarthestSessionHours);
    case GroupFindingCode::RoundedUp:
        return GroupAdviceText::tr("The service makes it %1 s, a power of two.")
            .arg(numberText(finding.figure));
    default:
        return GroupAdviceText::tr("Only groups of class B have ping slots.");
    }
}

} // namespace

QString groupFindingText(const GroupFinding& finding)
{
    switch (finding.code) {
    case GroupFindingCode::Required:
        return GroupAdviceText::tr("The service wants this.");
    case GroupFindingCode::UnknownValue:
        return GroupAdviceText::tr("The service does not know this value.");
    case GroupFindingCode::TooLong:
        return GroupAdviceText::tr("At most %1 characters.").arg(numberText(finding.figure));
    case GroupFindingCode::TooMany:
        return GroupAdviceText::tr("At most %1.").arg(numberText(finding.figure));
    case GroupFindingCode::OutOfRange:
        return GroupAdviceText::tr("From %1 to %2.")
            .arg(numberText(finding.figure), numberText(finding.otherFigure));
    default:
        return radioText(finding);
    }
}

} // namespace fuotadesk
