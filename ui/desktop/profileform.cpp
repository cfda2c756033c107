#include "desktop/profileform.h"

#include "campaign/devicelook.h"
#include "text/radiotext.h"

namespace fuotadesk {

namespace {

constexpr qint64 FrequencyStep = 100; // Hz, in a profile

using Profile = DeviceProfile;
using Read = std::function<QString(const Profile&)>;

Read of(QString Profile::*text)
{
    return [text](const Profile& profile) { return textOrUnset(profile.*text); };
}

Read of(std::optional<qint64> Profile::*figure, const QString& pattern = QStringLiteral("%1"))
{
    return [figure, pattern](const Profile& profile) {
        return figureOrUnset(profile.*figure, pattern);
    };
}

Read of(std::optional<bool> Profile::*flag)
{
    return [flag](const Profile& profile) {
        if (!(profile.*flag))
            return ProfileForm::tr("Not told");
        return *(profile.*flag) ? ProfileForm::tr("Yes") : ProfileForm::tr("No");
    };
}

Read frequency(std::optional<qint64> Profile::*units)
{
    return [units](const Profile& profile) {
        const auto& value = profile.*units;
        return value ? frequencyText(*value * FrequencyStep) : textOrUnset({});
    };
}

QString presets(const Profile& profile)
{
    QStringList texts;
    for (const qint64 each : profile.presetFrequencies)
        texts << frequencyText(each * FrequencyStep);
    return textOrUnset(texts.join(QStringLiteral(", ")));
}

} // namespace

struct ProfileForm::Member {
    QString label;
    const char* apiWord;
    Read read;
};

QList<ProfileForm::Member> ProfileForm::members()
{
    const QString dataRate = tr("DR%1");
    const QString seconds = tr("%1 s");
    return {
        {tr("Profile name"), "Name", of(&Profile::name)},
        {tr("RF region"), "RfRegion", of(&Profile::rfRegion)},
        {tr("LoRaWAN version"), "MacVersion", of(&Profile::macVersion)},
        {tr("Regional parameters"), "RegParamsRevision", of(&Profile::regParamsRevision)},
        {tr("Class B"), "SupportsClassB", of(&Profile::supportsClassB)},
        {tr("Class C"), "SupportsClassC", of(&Profile::supportsClassC)},
        {tr("Joins over the air"), "SupportsJoin", of(&Profile::supportsJoin)},
        {tr("32-bit counters"), "Supports32BitFCnt", of(&Profile::supports32BitFCnt)},
        {tr("Ping slot period"), "PingSlotPeriod", of(&Profile::pingSlotPeriod)},
        {tr("Ping slot data rate"), "PingSlotDr", of(&Profile::pingSlotDataRate, dataRate)},
        {tr("Ping slot frequency"), "PingSlotFreq", frequency(&Profile::pingSlotFrequency)},
        {tr("RX1 delay"), "RxDelay1", of(&Profile::rxDelay1Seconds, seconds)},
        {tr("RX1 data rate offset"), "RxDrOffset1", of(&Profile::rxDataRateOffset1)},
        {tr("RX2 data rate"), "RxDataRate2", of(&Profile::rxDataRate2, dataRate)},
        {tr("RX2 frequency"), "RxFreq2", frequency(&Profile::rxFrequency2)},
        {tr("Class B time-out"), "ClassBTimeout", of(&Profile::classBTimeoutSeconds, seconds)},
        {tr("Class C time-out"), "ClassCTimeout", of(&Profile::classCTimeoutSeconds, seconds)},
        {tr("Maximum EIRP"), "MaxEirp", of(&Profile::maxEirp)},
        {tr("Maximum duty cycle"), "MaxDutyCycle", of(&Profile::maxDutyCycle)},
        {tr("Preset frequencies"), "FactoryPresetFreqsList", presets},
        {tr("Profile ID"), "Id", of(&Profile::id)},
        {tr("Profile ARN"), "Arn", of(&Profile::arn)},
    };
}

ProfileForm::ProfileForm(QWidget* parent) : MemberForm(parent)
{
    for (const QList<Member> all = members(); const Member& member : all) {
        addMember(member.label, QString::fromLatin1(member.apiWord));
        m_read.append(member.read);
    }
}

void ProfileForm::showProfile(const DeviceLook& look)
{
    const QString unknown = look.profileError() ? tr("Could not be read") : tr("Not known yet");
    for (int i = 0; i < m_read.size(); ++i)
        setMember(i, look.profile() ? m_read.at(i)(*look.profile()) : unknown);
}

} // namespace fuotadesk
