#include "campaign/groupadvice.h"

#include "fuota/fieldtable.h"
#include "fuota/starttime.h"
#include "lorawan/region.h"

#include <algorithm>
#include <bit>

namespace fuotadesk {

namespace {

constexpr qint64 LongestName = 256;
constexpr qint64 LongestDescription = 2048;
constexpr qint64 MostGateways = 20;

// Bounds of the service's model, both ends belong to them.
struct Range {
    qint64 least;
    qint64 most;
};

constexpr Range GatewayIntervals{0, 60000}; // ms
constexpr Range DataRates{0, 15};
constexpr Range Frequencies{100'000'000, 1'000'000'000}; // Hz
constexpr Range Timeouts{60, 172'800}; // s
constexpr qint64 LongestClassC = 64'800; // s, of the guide
constexpr Range PingSlotPeriods{32, 4096};

using Findings = QList<GroupFinding>;

void judgeRange(const std::optional<qint64>& value, const Range& range, GroupField field,
                Findings& found)
{
    if (value && (*value < range.least || *value > range.most))
        found.append(
            {field, Severity::Error, GroupFindingCode::OutOfRange, range.least, range.most});
}

void judgeLength(const std::optional<QString>& text, qint64 most, GroupField field, Findings& found)
{
    if (text && characterCount(*text) > most)
        found.append({field, Severity::Error, GroupFindingCode::TooLong, most});
}

const lorawan::Region* regionOf(const GroupTransmission& transmission)
{
    const QByteArray name = transmission.rfRegion.value_or(QString()).toLatin1();
    return lorawan::findRegion(std::string_view(name.constData(), std::size_t(name.size())));
}

void judgeDataRate(const std::optional<qint64>& dataRate, const GroupTransmission& transmission,
                   Findings& found)
{
    judgeRange(dataRate, DataRates, GroupField::DataRate, found);
    const lorawan::Region* region = regionOf(transmission);
    if (!dataRate || !region || *dataRate < DataRates.least || *dataRate > DataRates.most)
        return;
    const auto* rate = lorawan::findDataRate(*region, int(*dataRate));
    if (!rate || !rate->downlink)
        found.append(
            {GroupField::DataRate, Severity::Warning, GroupFindingCode::NoDownlinkRate, *dataRate});
}

void judgeRequired(const GroupTransmission& transmission, Findings& found)
{
    const QString region = transmission.rfRegion.value_or(QString());
    const auto isIt = [&](const char* known) { return region == QLatin1String(known); };
    if (region.isEmpty())
        found.append({GroupField::RfRegion, Severity::Error, GroupFindingCode::Required});
    else if (std::ranges::none_of(fieldSpec(Field::RfRegion).values, isIt))
        found.append({GroupField::RfRegion, Severity::Error, GroupFindingCode::UnknownValue});
    if (transmission.downlinkClass.value_or(QString()).isEmpty())
        found.append({GroupField::DownlinkClass, Severity::Error, GroupFindingCode::Required});
}

void judgeGateways(const GroupTransmission& transmission, Findings& found)
{
    if (transmission.gatewayIds.size() > MostGateways)
        found.append(
            {GroupField::Gateways, Severity::Error, GroupFindingCode::TooMany, MostGateways});
    judgeRange(transmission.gatewayIntervalMs, GatewayIntervals, GroupField::GatewayInterval,
               found);
    if (transmission.gatewayIds.isEmpty() && transmission.gatewayIntervalMs)
        found.append(
            {GroupField::GatewayInterval, Severity::Warning, GroupFindingCode::NoGateways});
}

bool isClassB(const GroupTransmission& group)
{
    return group.downlinkClass == QStringLiteral("ClassB");
}

void judgeTimeout(const MulticastSession& session, const GroupTransmission& group, Findings& found)
{
    const auto& timeout = session.timeoutSeconds;
    if (!timeout)
        return;
    const qsizetype before = found.size();
    judgeRange(timeout, Timeouts, GroupField::Timeout, found);
    if (found.size() > before)
        return;
    if (!isClassB(group) && *timeout > LongestClassC)
        found.append({GroupField::Timeout, Severity::Warning, GroupFindingCode::OutOfRange,
                      Timeouts.least, LongestClassC});
    const auto rounded = qint64(std::bit_ceil(std::uint64_t(*timeout)));
    if (rounded != *timeout)
        found.append({GroupField::Timeout, Severity::Info, GroupFindingCode::RoundedUp, rounded});
}

void judgeStart(const MulticastSession& session, const QDateTime& now, Findings& found)
{
    if (!session.startTime.isValid())
        return;
    const auto lead = std::chrono::seconds(now.secsTo(session.startTime));
    if (lead < StartLead)
        found.append({GroupField::Start, Severity::Error, GroupFindingCode::TooSoon});
    if (lead > std::chrono::hours(FarthestSessionHours))
        found.append({GroupField::Start, Severity::Error, GroupFindingCode::TooFar});
}

} // namespace

QList<GroupFinding> groupFindings(const GroupDraft& draft)
{
    Findings found;
    judgeLength(draft.name, LongestName, GroupField::Name, found);
    judgeLength(draft.description, LongestDescription, GroupField::Description, found);
    judgeRequired(draft.transmission, found);
    judgeGateways(draft.transmission, found);
    judgeDataRate(draft.transmission.dataRate, draft.transmission, found);
    judgeRange(draft.transmission.frequencyHz, Frequencies, GroupField::Frequency, found);
    return found;
}

QList<GroupFinding> groupFindings(const GroupDraft& draft, const GroupTransmission& before)
{
    Findings found = groupFindings(draft);
    if (draft.transmission.gatewayIds.isEmpty() && !before.gatewayIds.isEmpty())
        found.append({GroupField::Gateways, Severity::Warning, GroupFindingCode::GatewaysStay});
    return found;
}

QList<GroupFinding> sessionFindings(const MulticastSession& session, const GroupTransmission& group,
                                    const QDateTime& now)
{
    Findings found;
    judgeStart(session, now, found);
    judgeTimeout(session, group, found);
    judgeDataRate(session.dataRate, group, found);
    judgeRange(session.frequencyHz, Frequencies, GroupField::Frequency, found);
    judgeRange(session.pingSlotPeriod, PingSlotPeriods, GroupField::PingSlotPeriod, found);
    if (session.pingSlotPeriod && !isClassB(group))
        found.append({GroupField::PingSlotPeriod, Severity::Warning, GroupFindingCode::ClassBOnly});
    return found;
}

bool hasErrors(const QList<GroupFinding>& findings)
{
    return std::ranges::find(findings, Severity::Error, &GroupFinding::severity) != findings.end();
}

} // namespace fuotadesk
