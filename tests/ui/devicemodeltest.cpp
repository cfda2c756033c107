#include "desktop/devicemodel.h"

#include "campaign/devicebench.h"
#include "campaign/profileshelf.h"
#include "support/testcase.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace fuotadesk {

class DeviceModelTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void columnsAreThoseAskedFor();
    void pagesAreMergedIntoTheOrder();
    void checksShowAndFilter();
    void checkedDeviceLeavesTheFilterAMomentLater();
    void forgottenChecksAreNotShown();
    void aHundredThousandRowsAreFiltered();
};

namespace {

QList<WirelessDeviceSummary> devices(std::initializer_list<const char*> names)
{
    QList<WirelessDeviceSummary> list;
    for (const char* name : names) {
        WirelessDeviceSummary device;
        device.name = QString::fromLatin1(name);
        device.id = QStringLiteral("id-") + device.name;
        list << device;
    }
    return list;
}

struct Table {
    Bench bench;
    ProfileShelf profiles{bench.session};
    DeviceChecks checks{bench.session, profiles, bench.clock};
    DeviceModel model{{DeviceColumn::Name, DeviceColumn::Fitness}};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    Table() { model.followChecks(checks); }

    void find(const char* name, std::optional<FitnessCode> wrong)
    {
        DeviceCheck check;
        if (wrong)
            check.findings.append({*wrong, Severity::Error});
        checks.take(QStringLiteral("id-") + QLatin1String(name), check);
    }

    QString names() const
    {
        QStringList list;
        for (int row = 0; row < model.rowCount(); ++row)
            list << model.at(row).name;
        return list.join(u' ');
    }

    QString cell(int row, int column) const { return model.index(row, column).data().toString(); }
};

} // namespace

void DeviceModelTest::columnsAreThoseAskedFor()
{
    Table table;
    table.model.setDevices(devices({"a"}));
    QCOMPARE(table.model.columnCount(), 2);
    QCOMPARE(table.model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(),
             QStringLiteral("Update"));
    QCOMPARE(table.cell(0, 1), QStringLiteral("Not checked"));
    QCOMPARE(table.model.idAt(0), QStringLiteral("id-a"));
    QCOMPARE(table.model.idAt(1), QString());
    QCOMPARE(table.model.rowOf(QStringLiteral("id-a")), 0);
}

void DeviceModelTest::pagesAreMergedIntoTheOrder()
{
    Table table;
    table.model.addDevices(devices({"m", "c"}));
    table.model.addDevices(devices({"x", "a", "d"}));
    QCOMPARE(table.names(), QStringLiteral("a c d m x"));
    table.model.sort(0, Qt::DescendingOrder);
    table.model.addDevices(devices({"n"}));
    QCOMPARE(table.names(), QStringLiteral("x n m d c a"));
    table.model.setFilter({QStringLiteral("id-n"), {}, {}});
    table.model.addDevices(devices({"nn", "b"}));
    QCOMPARE(table.names(), QStringLiteral("nn n"));
    QCOMPARE(table.model.totalCount(), 8);
}

void DeviceModelTest::checksShowAndFilter()
{
    Table table;
    table.find("b", FitnessCode::Personalized); // before the devices come
    table.model.setDevices(devices({"a", "b", "c"}));
    QSignalSpy changed(&table.model, &QAbstractItemModel::dataChanged);
    table.find("c", {});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(table.cell(1, 1), QStringLiteral("Unfit"));
    QCOMPARE(table.cell(2, 1), QStringLiteral("Fit"));
    QVERIFY(
        table.model.index(1, 1).data(Qt::ToolTipRole).toString().contains(QStringLiteral("ABP")));
    table.model.setFilter({{}, {}, Fitness::Unfit});
    QCOMPARE(table.names(), QStringLiteral("b"));
    table.model.setFilter({{}, {}, Fitness::Unknown});
    QCOMPARE(table.names(), QStringLiteral("a"));
    table.model.setFilter({});
    table.model.sort(1, Qt::DescendingOrder);
    QCOMPARE(table.names(), QStringLiteral("b c a"));
}

void DeviceModelTest::checkedDeviceLeavesTheFilterAMomentLater()
{
    Table table;
    table.model.setDevices(devices({"a", "b"}));
    table.model.setFilter({{}, {}, Fitness::Unknown});
    QSignalSpy resets(&table.model, &QAbstractItemModel::modelReset);
    table.find("a", {});
    table.find("b", {});
    QCOMPARE(table.names(), QStringLiteral("a b"));
    QTRY_COMPARE(table.names(), QString());
    QCOMPARE(resets.count(), 1);
}

void DeviceModelTest::forgottenChecksAreNotShown()
{
    Table table;
    table.model.setDevices(devices({"a"}));
    table.find("a", {});
    QCOMPARE(table.cell(0, 1), QStringLiteral("Fit"));
    table.bench.session.activate(sandboxConnection().id);
    QCOMPARE(table.cell(0, 1), QStringLiteral("Not checked"));
}

void DeviceModelTest::aHundredThousandRowsAreFiltered()
{
    QList<WirelessDeviceSummary> many;
    for (int i = 0; i < 100000; ++i) {
        WirelessDeviceSummary device;
        device.id = QString::number(i);
        device.name = QStringLiteral("meter %1").arg((i * 7919) % 100000, 6, 10, QLatin1Char('0'));
        many << device;
    }
    Table table;
    table.model.setDevices(many);
    table.model.setFilter({QStringLiteral("METER 00001"), {}, {}});
    QCOMPARE(table.model.rowCount(), 10);
}

FUOTADESK_TEST(DeviceModelTest);

} // namespace fuotadesk

#include "devicemodeltest.moc"
