#include "campaign/groupcreation.h"
#include "campaign/gatewaychoices.h"
#include "campaign/groupbench.h"
#include "campaign/sandboxbench.h"
#include "iotwireless/multicastgroupclient.h"
#include "support/testcase.h"

#include <algorithm>

namespace fuotadesk {

class GroupCreationTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void eachGroupHasATokenOfItsOwn();
    void unsureOneKeepsItsTokenUntilItIsSure();
    void refusedOneGetsAnotherToken();
    void editedDraftFirstSettlesTheOneBefore();
    void editedDraftGoesOutWhenTheOneBeforeFailed();
    void signedOutIsRefused();
    void sandboxMakesOneGroupOfTwoPresses();
    void sandboxNamesItsGateways();
};

namespace {

struct Created : GroupBench {
    GroupCreation creation{session, random};

    Result<CreatedGroup> press(const char* name)
    {
        GroupDraft draft;
        draft.name = QString::fromLatin1(name);
        draft.transmission.rfRegion = QStringLiteral("EU868");
        draft.transmission.downlinkClass = QStringLiteral("ClassC");
        const auto result = resultOf(creation.submit(draft, &context));
        return result ? *result : failure(ErrorKind::TimedOut);
    }

    QStringList tokens() const
    {
        QStringList list;
        for (const QJsonObject& body : bodies)
            list << body.value(u"ClientRequestToken").toString();
        return list;
    }

    QObject context;
};

const QString Create = QStringLiteral("CreateMulticastGroup");

} // namespace

void GroupCreationTest::eachGroupHasATokenOfItsOwn()
{
    Created bench;
    bench.signIn();
    QVERIFY(bench.press("one"));
    QVERIFY(bench.press("one"));
    const QStringList tokens = bench.tokens();
    QCOMPARE(tokens.size(), 2);
    QVERIFY(!tokens.first().isEmpty() && tokens.first() != tokens.last());
}

void GroupCreationTest::unsureOneKeepsItsTokenUntilItIsSure()
{
    Created bench;
    bench.signIn();
    bench.fates.insert(Create, GroupBench::LostAnswer);
    QVERIFY(bench.press("one").error().maybeExecuted);
    QVERIFY(bench.press("one").error().maybeExecuted);
    bench.fates.clear();
    const auto made = bench.press("one");
    QVERIFY(made);
    const QStringList tokens = bench.tokens();
    QCOMPARE(QSet<QString>(tokens.begin(), tokens.end()).size(), 1);
    QCOMPARE(bench.made.size(), 1);
    QVERIFY(bench.press("one"));
    QCOMPARE(bench.made.size(), 2);
}

void GroupCreationTest::refusedOneGetsAnotherToken()
{
    Created bench;
    bench.signIn();
    bench.fates.insert(Create, 403);
    QVERIFY(!bench.press("one").error().maybeExecuted);
    bench.fates.clear();
    QVERIFY(bench.press("one"));
    QVERIFY(bench.tokens().first() != bench.tokens().last());
}

void GroupCreationTest::editedDraftFirstSettlesTheOneBefore()
{
    Created bench;
    bench.signIn();
    bench.fates.insert(Create, GroupBench::LostAnswer);
    QVERIFY(!bench.press("one"));
    bench.fates.clear();
    const auto edited = bench.press("two");
    QCOMPARE(edited.error().kind, ErrorKind::EarlierCreateSucceeded);
    QCOMPARE(edited.error().code, QStringLiteral("made-") + bench.tokens().first());
    QCOMPARE(bench.made.size(), 1);
    QVERIFY(bench.press("two")); // the operator has seen it
    QCOMPARE(bench.made.size(), 2);
}

void GroupCreationTest::editedDraftGoesOutWhenTheOneBeforeFailed()
{
    Created bench;
    bench.signIn();
    bench.silent.insert(Create); // lost on its way
    bench.service.plan({ServiceDouble::Fate::LoseRequest});
    QVERIFY(bench.press("one").error().maybeExecuted);
    bench.silent.clear();
    bench.fates.insert(Create, 403);
    QCOMPARE(bench.press("two").error().kind, ErrorKind::AccessDenied);
    QCOMPARE(bench.bodies.last().value(u"Name").toString(), QStringLiteral("two"));
    QCOMPARE(bench.bodies.at(1).value(u"Name").toString(), QStringLiteral("one"));
    QCOMPARE(bench.tokens().at(0), bench.tokens().at(1));
    QVERIFY(bench.tokens().at(1) != bench.tokens().at(2));
}

void GroupCreationTest::signedOutIsRefused()
{
    Created bench;
    QCOMPARE(bench.press("one").error().kind, ErrorKind::CredentialsMissing);
}

void GroupCreationTest::sandboxMakesOneGroupOfTwoPresses()
{
    LocalEndpointOptions options;
    FaultSpec lost;
    lost.kind = FaultKind::Lost;
    lost.operation = Create;
    options.faults = {lost};
    SandboxBench bench(options);
    bench.signIn();
    GroupCreation creation(bench.session, bench.random);
    GroupDraft draft;
    draft.name = QStringLiteral("once");
    draft.transmission.rfRegion = QStringLiteral("EU868");
    draft.transmission.downlinkClass = QStringLiteral("ClassB");
    const auto unsure = resultOf(creation.submit(draft, this));
    QVERIFY(unsure && !*unsure && unsure->error().maybeExecuted);
    QVERIFY(bench.sandbox->setFaults({}));
    const auto made = resultOf(creation.submit(draft, this));
    QVERIFY(made && *made);
    const auto all = resultOf(bench.session.stack()->multicastGroups().list(this));
    QCOMPARE((*all)->size(), 3); // with the two there were
}

void GroupCreationTest::sandboxNamesItsGateways()
{
    SandboxBench bench;
    const auto signedOut = resultOf(readGateways(bench.session, this));
    QCOMPARE(signedOut->error().kind, ErrorKind::CredentialsMissing);
    bench.signIn();
    const auto gateways = resultOf(readGateways(bench.session, this));
    QVERIFY(gateways && *gateways && !(*gateways)->isEmpty());
    QVERIFY(std::ranges::is_sorted(**gateways, {}, &WirelessGateway::name));
    QVERIFY(!(*gateways)->first().gatewayEui.isEmpty());
}

} // namespace fuotadesk

using fuotadesk::GroupCreationTest;
FUOTADESK_TEST(GroupCreationTest);
#include "groupcreationtest.moc"
