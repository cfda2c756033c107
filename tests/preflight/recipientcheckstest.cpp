#include "preflight/recipientchecks.h"

#include "preflight/rowreading.h"
#include "support/testcase.h"

namespace fuotadesk {

class RecipientChecksTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void answersBecomeRows_data();
    void answersBecomeRows();
    void nobodyIsAWarning();
    void devicesAndGroupsAreNeverBoth();
    void gravestIsSaidFirst();
    void silenceIsOverThirtyDays_data();
    void silenceIsOverThirtyDays();
    void holdersBecomeARow_data();
    void holdersBecomeARow();
};

namespace {

const QDateTime Now(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);

struct Case {
    CampaignDraft draft;
    RecipientAnswers answers;

    CheckedDevice& device() { return answers.devices.first(); }
    WirelessDevice& radio() { return **device().device; }
    DeviceProfile& profile() { return **device().profile; }
    MulticastGroup& group() { return **answers.groups.first().group; }
};

// A group with one device that nothing speaks against.
Case goodCase()
{
    Case good;
    good.draft.task.rfRegion = QStringLiteral("EU868");
    good.draft.recipients.multicastGroupIds.append(QStringLiteral("g1"));
    MulticastGroup group;
    group.name = QStringLiteral("cellars");
    group.devicesInGroup = 1;
    group.transmission.rfRegion = QStringLiteral("EU868");
    group.transmission.downlinkClass = QStringLiteral("ClassC");
    good.answers.groups.append({QStringLiteral("g1"), group, {}});
    WirelessDevice device;
    device.name = QStringLiteral("meter 1");
    device.type = QStringLiteral("LoRaWAN");
    device.activation = Activation::Otaa11;
    device.fuotaPort = 201;
    device.multicastPort = 200;
    device.clockSyncPort = 202;
    DeviceProfile profile;
    profile.rfRegion = QStringLiteral("EU868");
    profile.macVersion = QStringLiteral("1.1.0");
    profile.supportsClassB = false;
    profile.supportsClassC = true;
    profile.supportsJoin = true;
    good.answers.devices.append(
        {QStringLiteral("d1"), QStringLiteral("ClassC"), device, profile, Now.addDays(-1)});
    return good;
}

using Change = std::function<void(Case&)>;

template <typename T>
Result<T> failed(ErrorKind kind)
{
    return failure(kind);
}

} // namespace

} // namespace fuotadesk

Q_DECLARE_METATYPE(fuotadesk::Change)

namespace fuotadesk {

void RecipientChecksTest::answersBecomeRows_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("names");
    const auto add = [](const char* name, const Change& change, const char* row,
                        const char* names = "") {
        QTest::newRow(name) << change << QString::fromLatin1(row) << QString::fromLatin1(names);
    };
    using enum ErrorKind;
    add(
        "there", [](Case&) {}, "recipients-there passed recipients-there");
    add(
        "device gone", [](Case& c) { c.device().device = failed<WirelessDevice>(NotFound); },
        "recipients-there failed recipients-missing", "d1");
    add(
        "group gone",
        [](Case& c) { c.answers.groups.first().group = failed<MulticastGroup>(NotFound); },
        "recipients-there failed recipients-missing", "g1");
    add(
        "empty", [](Case& c) { c.group().devicesInGroup = 0; },
        "recipients-there warning groups-empty", "cellars");
    add(
        "device refused", [](Case& c) { c.device().device = failed<WirelessDevice>(AccessDenied); },
        "recipients-there unknown not-allowed", "iotwireless:GetWirelessDevice");
    add(
        "group refused",
        [](Case& c) { c.answers.groups.first().group = failed<MulticastGroup>(AccessDenied); },
        "recipients-there unknown not-allowed", "iotwireless:GetMulticastGroup");
    add(
        "members refused",
        [](Case& c) { c.answers.groups.first().membersError = errorOf(AccessDenied); },
        "recipients-there unknown not-allowed", "iotwireless:ListWirelessDevices");
    add(
        "late", [](Case& c) { c.device().device = failed<WirelessDevice>(TimedOut); },
        "recipients-there unknown not-answered", "d1");
    add(
        "fit", [](Case&) {}, "recipients-fit passed fit");
    add(
        "other region", [](Case& c) { c.group().transmission.rfRegion = QStringLiteral("US915"); },
        "recipients-fit failed other-rf-region", "cellars");
    add(
        "other region of the profile",
        [](Case& c) { c.profile().rfRegion = QStringLiteral("US915"); },
        "recipients-fit failed other-rf-region", "meter 1");
    add(
        "no region of the task",
        [](Case& c) {
            c.draft.task.rfRegion.reset();
            c.profile().rfRegion = QStringLiteral("US915");
        },
        "recipients-fit passed fit");
    add(
        "without ports", [](Case& c) { c.radio().fuotaPort.reset(); },
        "recipients-fit failed unfit", "meter 1");
    add(
        "other class",
        [](Case& c) {
            c.profile().supportsClassB = true;
            c.profile().supportsClassC = false;
        },
        "recipients-fit failed class-unsupported", "meter 1");
    add(
        "profile refused",
        [](Case& c) { c.device().profile = failed<DeviceProfile>(AccessDenied); },
        "recipients-fit unknown not-allowed", "iotwireless:GetDeviceProfile");
    add(
        "no profile", [](Case& c) { c.device().profile.reset(); },
        "recipients-fit unknown fitness-unknown", "meter 1");
    add(
        "planned otherwise", [](Case& c) { c.draft.planning.classB = true; },
        "recipients-fit warning class-differs", "cellars");
    add(
        "warnings", [](Case& c) { c.radio().multicastPort = 201; },
        "recipients-fit warning fit-with-warnings", "meter 1");
    add(
        "alive", [](Case&) {}, "recipients-alive passed alive");
    add(
        "never heard", [](Case& c) { c.device().uplink = QDateTime(); },
        "recipients-alive warning silent", "meter 1");
    add(
        "uplink refused", [](Case& c) { c.device().uplink = failed<QDateTime>(AccessDenied); },
        "recipients-alive unknown not-allowed", "iotwireless:GetWirelessDeviceStatistics");
}

void RecipientChecksTest::answersBecomeRows()
{
    QFETCH(Change, change);
    QFETCH(QString, row);
    QFETCH(QString, names);
    Case changed = goodCase();
    change(changed);
    const auto rows = recipientRows(changed.draft, changed.answers, Now);
    const QStringList words = readRows(rows);
    QVERIFY2(words.contains(row), qPrintable(words.join(u'\n')));
    QCOMPARE(rows.at(words.indexOf(row)).names.join(u' '), names);
}

void RecipientChecksTest::nobodyIsAWarning()
{
    QCOMPARE(readRows(recipientRows({}, {}, Now)),
             (QStringList{QStringLiteral("recipients-there warning no-recipients"),
                          QStringLiteral("recipients-fit unknown no-recipients"),
                          QStringLiteral("recipients-alive unknown no-recipients")}));
}

void RecipientChecksTest::devicesAndGroupsAreNeverBoth()
{
    Case both = goodCase();
    both.draft.recipients.wirelessDeviceIds.append(QStringLiteral("d1"));
    QCOMPARE(readRow(recipientRows(both.draft, both.answers, Now).first()),
             QStringLiteral("recipients-there failed devices-and-groups"));
}

void RecipientChecksTest::gravestIsSaidFirst()
{
    Case many = goodCase();
    CheckedDevice refused{
        QStringLiteral("d2"), {}, failed<WirelessDevice>(ErrorKind::AccessDenied), {}, {}};
    many.answers.devices.append(refused);
    many.radio().fuotaPort.reset();
    const auto rows = recipientRows(many.draft, many.answers, Now);
    QCOMPARE(readRow(rows.at(0)), QStringLiteral("recipients-there unknown not-allowed"));
    QCOMPARE(readRow(rows.at(1)), QStringLiteral("recipients-fit failed unfit"));
    QCOMPARE(rows.at(1).figure, 1);
}

void RecipientChecksTest::silenceIsOverThirtyDays_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("row");
    QTest::newRow("30") << 30 << "recipients-alive passed alive";
    QTest::newRow("31") << 31 << "recipients-alive warning silent";
}

void RecipientChecksTest::silenceIsOverThirtyDays()
{
    QFETCH(int, days);
    QFETCH(QString, row);
    Case heard = goodCase();
    heard.device().uplink = Now.addDays(-days);
    const CheckRow alive =
        rowOf(recipientRows(heard.draft, heard.answers, Now), CheckSubject::RecipientsAlive);
    QCOMPARE(readRow(alive), row);
    QCOMPARE(alive.limit, 30);
}

void RecipientChecksTest::holdersBecomeARow_data()
{
    QTest::addColumn<int>("pending");
    QTest::addColumn<int>("inSession");
    QTest::addColumn<int>("leftOut");
    QTest::addColumn<bool>("isRefused");
    QTest::addColumn<QString>("row");
    QTest::addColumn<int>("figure");
    QTest::newRow("none") << 0 << 0 << 0 << false << "passed free" << 0;
    QTest::newRow("pending") << 2 << 0 << 0 << false << "warning held" << 2;
    QTest::newRow("in session") << 2 << 3 << 0 << false << "failed held-in-session" << 5;
    QTest::newRow("refused") << 0 << 0 << 0 << true << "unknown not-allowed" << 0;
    QTest::newRow("refused, but one is known") << 1 << 0 << 0 << true << "warning held" << 1;
    QTest::newRow("too many tasks") << 0 << 0 << 7 << false << "unknown too-many-tasks" << 7;
}

void RecipientChecksTest::holdersBecomeARow()
{
    QFETCH(int, pending);
    QFETCH(int, inSession);
    QFETCH(int, leftOut);
    QFETCH(bool, isRefused);
    QFETCH(QString, row);
    QFETCH(int, figure);
    HolderAnswers answers;
    if (pending > 0)
        answers.holders.append({QStringLiteral("waits"), false, pending});
    if (inSession > 0)
        answers.holders.append({QStringLiteral("runs"), true, inSession});
    answers.leftOut = leftOut;
    if (isRefused)
        answers.error = errorOf(ErrorKind::AccessDenied);
    const CheckRow found = recipientsFreeRow(answers);
    QCOMPARE(readRow(found), QStringLiteral("recipients-free ") + row);
    QCOMPARE(found.figure, figure);
}

FUOTADESK_TEST(RecipientChecksTest);

} // namespace fuotadesk

#include "recipientcheckstest.moc"
