#include "campaign/groupadvice.h"
#include "support/testcase.h"

#include <functional>

namespace fuotadesk {

class GroupAdviceTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void plainGroupHasNoFindings();
    void groupFieldsAreHeldToTheirBounds_data();
    void groupFieldsAreHeldToTheirBounds();
    void emptiedGatewaysAreSaidToStay();
    void openSessionHasNoFindings();
    void sessionFieldsAreHeldToTheirBounds_data();
    void sessionFieldsAreHeldToTheirBounds();
};

namespace {

using Code = GroupFindingCode;
using Findings = QList<GroupFinding>;
using SpoilGroup = std::function<void(GroupDraft&)>;
using SpoilSession = std::function<void(MulticastSession&)>;

const QDateTime Now(QDate(2026, 3, 4), QTime(5, 6, 7), Qt::UTC);

GroupDraft plainGroup()
{
    GroupDraft draft;
    draft.transmission.rfRegion = QStringLiteral("EU868");
    draft.transmission.downlinkClass = QStringLiteral("ClassC");
    return draft;
}

GroupFinding error(GroupField field, Code code, qint64 figure = 0, qint64 other = 0)
{
    return {field, Severity::Error, code, figure, other};
}

GroupFinding warning(GroupField field, Code code, qint64 figure = 0, qint64 other = 0)
{
    return {field, Severity::Warning, code, figure, other};
}

} // namespace

void GroupAdviceTest::plainGroupHasNoFindings()
{
    QCOMPARE(groupFindings(plainGroup()), Findings());
}

void GroupAdviceTest::groupFieldsAreHeldToTheirBounds_data()
{
    QTest::addColumn<SpoilGroup>("spoil");
    QTest::addColumn<Findings>("findings");
    const auto row = [](const char* name, const SpoilGroup& spoil, const Findings& findings) {
        QTest::newRow(name) << spoil << findings;
    };
    row("no region", [](GroupDraft& d) { d.transmission.rfRegion.reset(); },
        {error(GroupField::RfRegion, Code::Required)});
    row("other region", [](GroupDraft& d) { d.transmission.rfRegion = QStringLiteral("MOON"); },
        {error(GroupField::RfRegion, Code::UnknownValue)});
    row("no class", [](GroupDraft& d) { d.transmission.downlinkClass.reset(); },
        {error(GroupField::DownlinkClass, Code::Required)});
    row("name of 256", [](GroupDraft& d) { d.name = QString(256, u'x'); }, {});
    row("name of 257", [](GroupDraft& d) { d.name = QString(257, u'x'); },
        {error(GroupField::Name, Code::TooLong, 256)});
    row("long description", [](GroupDraft& d) { d.description = QString(2049, u'x'); },
        {error(GroupField::Description, Code::TooLong, 2048)});
    row("20 gateways",
        [](GroupDraft& d) { d.transmission.gatewayIds = QStringList(20, QStringLiteral("g")); },
        {});
    row("21 gateways",
        [](GroupDraft& d) { d.transmission.gatewayIds = QStringList(21, QStringLiteral("g")); },
        {error(GroupField::Gateways, Code::TooMany, 20)});
    row("interval alone", [](GroupDraft& d) { d.transmission.gatewayIntervalMs = 60000; },
        {warning(GroupField::GatewayInterval, Code::NoGateways)});
    row("long interval",
        [](GroupDraft& d) {
            d.transmission.gatewayIds = {QStringLiteral("g")};
            d.transmission.gatewayIntervalMs = 60001;
        },
        {error(GroupField::GatewayInterval, Code::OutOfRange, 0, 60000)});
    row("DR5", [](GroupDraft& d) { d.transmission.dataRate = 5; }, {});
    row("DR16", [](GroupDraft& d) { d.transmission.dataRate = 16; },
        {error(GroupField::DataRate, Code::OutOfRange, 0, 15)});
    row("DR14 of EU868", [](GroupDraft& d) { d.transmission.dataRate = 14; },
        {warning(GroupField::DataRate, Code::NoDownlinkRate, 14)});
    row("DR3 of US915",
        [](GroupDraft& d) {
            d.transmission.rfRegion = QStringLiteral("US915");
            d.transmission.dataRate = 3; // an uplink rate
        },
        {warning(GroupField::DataRate, Code::NoDownlinkRate, 3)});
    row("kilohertz", [](GroupDraft& d) { d.transmission.frequencyHz = 869525; },
        {error(GroupField::Frequency, Code::OutOfRange, 100'000'000, 1'000'000'000)});
}

void GroupAdviceTest::groupFieldsAreHeldToTheirBounds()
{
    QFETCH(SpoilGroup, spoil);
    QFETCH(Findings, findings);
    GroupDraft draft = plainGroup();
    spoil(draft);
    QCOMPARE(groupFindings(draft), findings);
    const auto isError = [](const GroupFinding& f) { return f.severity == Severity::Error; };
    QCOMPARE(hasErrors(findings), std::any_of(findings.begin(), findings.end(), isError));
}

void GroupAdviceTest::emptiedGatewaysAreSaidToStay()
{
    GroupTransmission before;
    before.gatewayIds = {QStringLiteral("g")};
    QCOMPARE(groupFindings(plainGroup(), before),
             (Findings{warning(GroupField::Gateways, Code::GatewaysStay)}));
    QCOMPARE(groupFindings(plainGroup(), GroupTransmission()), Findings());
}

void GroupAdviceTest::openSessionHasNoFindings()
{
    QCOMPARE(sessionFindings({}, plainGroup().transmission, Now), Findings());
}

void GroupAdviceTest::sessionFieldsAreHeldToTheirBounds_data()
{
    QTest::addColumn<SpoilSession>("spoil");
    QTest::addColumn<QString>("downlinkClass");
    QTest::addColumn<Findings>("findings");
    const QString b = QStringLiteral("ClassB");
    const QString c = QStringLiteral("ClassC");
    const auto row = [](const char* name, const QString& downlinkClass, const SpoilSession& spoil,
                        const Findings& findings) {
        QTest::newRow(name) << spoil << downlinkClass << findings;
    };
    const auto rounded = [](qint64 seconds) {
        return GroupFinding{GroupField::Timeout, Severity::Info, Code::RoundedUp, seconds};
    };
    row("29 minutes ahead", c, [](MulticastSession& s) { s.startTime = Now.addSecs(29 * 60); },
        {error(GroupField::Start, Code::TooSoon)});
    row("30 minutes ahead", c, [](MulticastSession& s) { s.startTime = Now.addSecs(30 * 60); }, {});
    row("48 hours ahead", c, [](MulticastSession& s) { s.startTime = Now.addDays(2); }, {});
    row("more than that", c, [](MulticastSession& s) { s.startTime = Now.addDays(2).addSecs(1); },
        {error(GroupField::Start, Code::TooFar)});
    row("59 s", c, [](MulticastSession& s) { s.timeoutSeconds = 59; },
        {error(GroupField::Timeout, Code::OutOfRange, 60, 172800)});
    row("60 s", c, [](MulticastSession& s) { s.timeoutSeconds = 60; }, {rounded(64)});
    row("4096 s", c, [](MulticastSession& s) { s.timeoutSeconds = 4096; }, {});
    row("18 h and a second, class C", c, [](MulticastSession& s) { s.timeoutSeconds = 64801; },
        {warning(GroupField::Timeout, Code::OutOfRange, 60, 64800), rounded(65536)});
    row("two days, class B", b, [](MulticastSession& s) { s.timeoutSeconds = 131072; }, {});
    row("ping slots of class C", c, [](MulticastSession& s) { s.pingSlotPeriod = 128; },
        {warning(GroupField::PingSlotPeriod, Code::ClassBOnly)});
    row("ping slots", b, [](MulticastSession& s) { s.pingSlotPeriod = 4096; }, {});
    row("too many slots", b, [](MulticastSession& s) { s.pingSlotPeriod = 4097; },
        {error(GroupField::PingSlotPeriod, Code::OutOfRange, 32, 4096)});
    row("DR9", c, [](MulticastSession& s) { s.dataRate = 9; },
        {warning(GroupField::DataRate, Code::NoDownlinkRate, 9)});
}

void GroupAdviceTest::sessionFieldsAreHeldToTheirBounds()
{
    QFETCH(SpoilSession, spoil);
    QFETCH(QString, downlinkClass);
    GroupTransmission group = plainGroup().transmission;
    group.downlinkClass = downlinkClass;
    MulticastSession session;
    spoil(session);
    QTEST(sessionFindings(session, group, Now), "findings");
}

} // namespace fuotadesk

using fuotadesk::GroupAdviceTest;
FUOTADESK_TEST(GroupAdviceTest);
#include "groupadvicetest.moc"
