#include "campaign/recipientlookup.h"
#include "campaign/bench.h"
#include "campaign/fleetdouble.h"
#include "campaign/recipientimport.h"
#include "support/patience.h"
#include "support/testcase.h"

#include <QFile>
#include <QSignalSpy>

namespace fuotadesk {

using Fate = FleetDouble::Fate;

namespace {

struct Fixture {
    explicit Fixture(int devices)
    {
        ids = fleet.addDevices(devices);
        bench.stacks.serve(fleet);
        bench.signIn();
    }

    // Looks up these lines to the end.
    void run(const QStringList& lines)
    {
        lookup.start(*readRecipients(lines.join(u'\n').toUtf8()));
        QTRY_VERIFY_WITH_TIMEOUT(!lookup.isRunning(), 20'000);
    }

    RecipientState stateOf(qsizetype row) const { return lookup.row(row).state; }

    FleetDouble fleet;
    QStringList ids;
    Bench bench;
    RecipientLookup lookup{bench.session};
};

QStringList euis(int from, int count)
{
    QStringList lines;
    for (int i = from; i < from + count; ++i)
        lines.append(FleetDouble::euiOf(i));
    return lines;
}

} // namespace

class RecipientLookupTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void fewAreAskedForOneByOne();
    void manyAreReadFromTheList();
    void listIsLeftWhenAllAreFound();
    void listIsLeftWhenItIsDearer();
    void namesNeedTheWholeList();
    void ambiguousNameGivesItsDeviceBack();
    void oneDeviceToldThreeWaysIsOne();
    void firstLineWinsHoweverAnswersCome();
    void failedRowDoesNotStopTheRest();
    void whatConcernsAllStops_data();
    void whatConcernsAllStops();
    void failedListGoesOnLater();
    void cancelLeavesTheRestWaiting();
    void otherConnectionSetsBack();
    void signedOutSaysSo();
    void importReadsTextsAndFiles();
};

void RecipientLookupTest::fewAreAskedForOneByOne()
{
    Fixture f(10);
    QSignalSpy ended(&f.lookup, &RecipientLookup::ended);
    f.run({FleetDouble::euiOf(3).toUpper(), FleetDouble::euiOf(99), f.ids.at(4)});
    QCOMPARE(f.lookup.plan(), (LookupPlan{LookupWay::OneByOne, LookupReason::Few}));
    QCOMPARE(f.fleet.count(QStringLiteral("GetWirelessDevice")), 3);
    QCOMPARE(f.fleet.requests().size(), 3);
    QCOMPARE(f.fleet.requests().first().urgency, Urgency::InSight);
    const RecipientRow row = f.lookup.row(0);
    QCOMPARE(row.state, RecipientState::Found);
    QCOMPARE(row.device,
             (RecipientDevice{f.ids.at(3), FleetDouble::euiOf(3), QStringLiteral("meter 3")}));
    QCOMPARE(f.stateOf(1), RecipientState::Unknown);
    QVERIFY(!f.lookup.row(1).device);
    QCOMPARE(f.lookup.deviceIds(), (QStringList{f.ids.at(3), f.ids.at(4)}));
    QCOMPARE(f.lookup.settledCount(), 3);
    QCOMPARE(ended.count(), 1);
    QVERIFY(!f.lookup.error());
}

void RecipientLookupTest::manyAreReadFromTheList()
{
    Fixture f(600);
    f.run(euis(540, 100));
    QCOMPARE(f.lookup.plan(), (LookupPlan{LookupWay::WholeList, LookupReason::Many}));
    QCOMPARE(f.fleet.count(QStringLiteral("ListWirelessDevices")), 3);
    QCOMPARE(f.fleet.requests().size(), 3);
    QCOMPARE(f.lookup.deviceIds(), f.ids.mid(540));
    QCOMPARE(f.stateOf(60), RecipientState::Unknown);
    QCOMPARE(f.lookup.settledCount(), 100);
}

void RecipientLookupTest::listIsLeftWhenAllAreFound()
{
    Fixture f(600);
    f.run(euis(200, 100));
    QCOMPARE(f.lookup.deviceIds().size(), 100);
    QCOMPARE(f.fleet.requests().size(), 2);
}

void RecipientLookupTest::listIsLeftWhenItIsDearer()
{
    Fixture f(200);
    f.fleet.pageSize = 1; // 60 pages tell of 60 devices
    f.run(euis(50, 60));
    QCOMPARE(f.lookup.deviceIds(), f.ids.mid(50, 60));
    QCOMPARE(f.fleet.count(QStringLiteral("ListWirelessDevices")), 60);
    QCOMPARE(f.fleet.count(QStringLiteral("GetWirelessDevice")), 50);
    QVERIFY(f.fleet.mostUnderWay() <= 6);
}

void RecipientLookupTest::namesNeedTheWholeList()
{
    Fixture f(300);
    f.fleet.addDevice({FleetDouble::idOf(900), {}, QStringLiteral("meter 7")});
    f.fleet.addDevice({FleetDouble::idOf(901), {}, FleetDouble::euiOf(2)}); // a name like an EUI
    f.run({QStringLiteral("meter 5"), QStringLiteral("meter 7"), QStringLiteral("Meter 5"),
           FleetDouble::euiOf(2)});
    QCOMPARE(f.lookup.plan(), (LookupPlan{LookupWay::WholeList, LookupReason::Names}));
    QCOMPARE(f.stateOf(0), RecipientState::Found);
    QCOMPARE(f.stateOf(1), RecipientState::Ambiguous);
    QVERIFY(!f.lookup.row(1).device);
    QCOMPARE(f.stateOf(2), RecipientState::Unknown);
    QCOMPARE(f.lookup.deviceIds(), (QStringList{f.ids.at(5), f.ids.at(2)}));
}

void RecipientLookupTest::ambiguousNameGivesItsDeviceBack()
{
    Fixture f(300);
    f.fleet.addDevice({FleetDouble::idOf(900), {}, QStringLiteral("meter 7")});
    f.run({QStringLiteral("meter 7"), FleetDouble::euiOf(7)});
    QCOMPARE(f.stateOf(0), RecipientState::Ambiguous);
    QCOMPARE(f.stateOf(1), RecipientState::Found);
}

void RecipientLookupTest::oneDeviceToldThreeWaysIsOne()
{
    Fixture f(10);
    f.run(
        {QStringLiteral("# three"), QStringLiteral("meter 3"), f.ids.at(3), FleetDouble::euiOf(3)});
    QCOMPARE(f.stateOf(0), RecipientState::Found);
    for (const int row : {1, 2}) {
        QCOMPARE(f.stateOf(row), RecipientState::Duplicate);
        QCOMPARE(f.lookup.row(row).otherLine, 2);
        QCOMPARE(f.lookup.row(row).device->id, f.ids.at(3));
    }
    QCOMPARE(f.lookup.deviceIds(), QStringList{f.ids.at(3)});
}

void RecipientLookupTest::firstLineWinsHoweverAnswersCome()
{
    Fixture f(10);
    f.fleet.fate = [first = true](const QString&, const QString& member) mutable {
        return member == FleetDouble::euiOf(3) && std::exchange(first, false) ? Fate::Throttle
                                                                              : Fate::Answer;
    };
    f.run({FleetDouble::euiOf(3), f.ids.at(3)});
    // The double has no retries: the first line failed, the second has the device.
    QCOMPARE(f.stateOf(1), RecipientState::Found);
    f.lookup.goOn();
    QTRY_VERIFY(!f.lookup.isRunning());
    QCOMPARE(f.stateOf(0), RecipientState::Found);
    QCOMPARE(f.stateOf(1), RecipientState::Duplicate);
    QCOMPARE(f.lookup.row(1).otherLine, 1);
}

void RecipientLookupTest::failedRowDoesNotStopTheRest()
{
    Fixture f(10);
    f.fleet.fate = [&](const QString&, const QString& member) {
        return member == f.ids.at(2) || member == f.ids.at(5) ? Fate::Break : Fate::Answer;
    };
    f.run(f.ids);
    QCOMPARE(f.lookup.deviceIds().size(), 8);
    QCOMPARE(f.stateOf(2), RecipientState::Failed);
    QCOMPARE(f.lookup.row(2).error->kind, ErrorKind::ServiceFailed);
    QVERIFY(!f.lookup.error());
    f.fleet.fate = nullptr;
    f.lookup.goOn();
    QTRY_VERIFY(!f.lookup.isRunning());
    QCOMPARE(f.lookup.deviceIds(), f.ids);
    QVERIFY(!f.lookup.row(2).error);
    QCOMPARE(f.fleet.requests().size(), 12);
}

void RecipientLookupTest::whatConcernsAllStops_data()
{
    QTest::addColumn<int>("fate");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("waiting"); // of 20, at least
    QTest::newRow("keys") << int(Fate::Expire) << ErrorKind::CredentialsExpired << 20;
    QTest::newRow("network") << int(Fate::LoseRequest) << ErrorKind::ConnectionLost << 10;
    QTest::newRow("policy") << int(Fate::Deny) << ErrorKind::AccessDenied << 10;
}

void RecipientLookupTest::whatConcernsAllStops()
{
    QFETCH(int, fate);
    QFETCH(int, waiting);
    Fixture f(20);
    f.fleet.fate = [fate](const QString&, const QString&) { return static_cast<Fate>(fate); };
    f.run(f.ids);
    QVERIFY(f.lookup.error());
    QTEST(f.lookup.error()->kind, "kind");
    QVERIFY(f.lookup.count() - f.lookup.settledCount() >= waiting);
    QVERIFY(f.lookup.deviceIds().isEmpty());
    f.fleet.fate = nullptr;
    f.lookup.goOn();
    QTRY_VERIFY(!f.lookup.isRunning());
    QCOMPARE(f.lookup.deviceIds(), f.ids);
}

void RecipientLookupTest::failedListGoesOnLater()
{
    Fixture f(600);
    f.fleet.fate = [pages = 0](const QString&, const QString&) mutable {
        return ++pages == 2 ? Fate::LoseRequest : Fate::Answer;
    };
    f.run(euis(200, 200));
    QCOMPARE(f.lookup.error()->kind, ErrorKind::ConnectionLost);
    QCOMPARE(f.lookup.deviceIds().size(), 50); // of the first page
    QCOMPARE(f.stateOf(199), RecipientState::Waiting); // not unknown
    f.lookup.goOn();
    QTRY_VERIFY(!f.lookup.isRunning());
    QCOMPARE(f.lookup.deviceIds().size(), 200);
}

void RecipientLookupTest::cancelLeavesTheRestWaiting()
{
    Fixture f(20);
    QSignalSpy ended(&f.lookup, &RecipientLookup::ended);
    connect(&f.lookup, &RecipientLookup::progressChanged, this, [&] {
        if (f.lookup.settledCount() == 3)
            f.lookup.cancel();
    });
    f.run(f.ids);
    letEventsPass();
    QCOMPARE(f.lookup.settledCount(), 3);
    QCOMPARE(f.lookup.deviceIds(), f.ids.mid(0, 3));
    QCOMPARE(ended.count(), 0);
}

void RecipientLookupTest::otherConnectionSetsBack()
{
    Fixture f(20);
    f.run(f.ids);
    QCOMPARE(f.lookup.settledCount(), 20);
    f.bench.session.activate(sandboxConnection().id);
    QCOMPARE(f.lookup.settledCount(), 0);
    QVERIFY(f.lookup.deviceIds().isEmpty());
    QTRY_VERIFY(f.bench.session.isReady());
    f.lookup.goOn();
    QTRY_COMPARE(f.lookup.deviceIds(), f.ids);
}

void RecipientLookupTest::signedOutSaysSo()
{
    Bench bench;
    RecipientLookup lookup(bench.session);
    lookup.start(*readRecipients("meter 3"));
    QVERIFY(!lookup.isRunning());
    QCOMPARE(lookup.error()->kind, ErrorKind::CredentialsMissing);
}

void RecipientLookupTest::importReadsTextsAndFiles()
{
    const QTemporaryDir folder;
    RecipientImport import;
    QCOMPARE(resultOf(import.readText(QStringLiteral("Z\u00e4hler"), this))->value().entries.size(),
             1);
    QFile file(folder.filePath(QStringLiteral("a.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("name\na\nb\n");
    file.close();
    QCOMPARE(resultOf(import.readFile(file.fileName(), this))->value().entries.size(), 2);
    QCOMPARE(resultOf(import.readFile(folder.path(), this))->error().kind,
             ErrorKind::FileUnreadable);
    QVERIFY(file.resize(LargestRecipientBytes + 1));
    const auto large = resultOf(import.readFile(file.fileName(), this));
    QCOMPARE(large->error().kind, ErrorKind::FileTooLarge);
    QCOMPARE(large->error().code, QStringLiteral("bytes"));
    QCOMPARE(large->error().detail, QStringLiteral("67108864"));
}

} // namespace fuotadesk

using fuotadesk::RecipientLookupTest;
FUOTADESK_TEST(RecipientLookupTest);
#include "recipientlookuptest.moc"
