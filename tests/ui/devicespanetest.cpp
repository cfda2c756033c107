#include "desktop/devicespane.h"

#include "desktop/devicemodel.h"
#include "desktop/noticebar.h"
#include "support/testcase.h"
#include "text/devicestatustext.h"
#include "ui/deskbench.h"
#include "ui/find.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace fuotadesk {

class DevicesPaneTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyStatusHasItsWords();
    void modelFiltersAndSorts();
    void aHundredThousandRowsAreSortedAtOnce();
    void countsAndMeaningAreSaid();
    void selectionOutlivesAPoll();
    void failedOnesCanBeCopied();
    void failureSaysSoAndKeepsTheRows();
};

namespace {

WirelessDeviceSummary device(const char* name, const char* eui, FuotaDeviceStatus status)
{
    WirelessDeviceSummary summary;
    summary.id = QStringLiteral("id-") + QString::fromLatin1(name);
    summary.name = QString::fromLatin1(name);
    summary.devEui = QString::fromLatin1(eui);
    summary.fuotaStatus = status;
    summary.fuotaStatusText = fuotaDeviceStatusText(status);
    return summary;
}

QList<WirelessDeviceSummary> threeDevices()
{
    return {device("valve", "70b3d50000000003", FuotaDeviceStatus::MissingFrag),
            device("Meter", "70b3d50000000001", FuotaDeviceStatus::Successful),
            device("pump", "70b3d50000000002", FuotaDeviceStatus::Initial)};
}

QStringList column(const DeviceModel& model, DeviceColumn column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, static_cast<int>(column)).data().toString();
    return texts;
}

struct Pane : DeskBench {
    int failWith = 0;
    QString valveStatus; // instead of its own
    DevicesPane pane{bench()};

    Pane()
    {
        desk.service.answerInstead = [this](const HttpRequest& request) { return answer(request); };
        pane.show();
        desk.signIn();
        watch.watch(QStringLiteral("task-1"));
    }

    std::optional<HttpResponse> answer(const HttpRequest& request) const
    {
        if (failWith != 0)
            return HttpResponse{failWith, {}, "{}", false};
        if (request.url.path() != u"/wireless-devices")
            return HttpResponse{200, {}, R"({"Id": "task-1", "Status": "FuotaDone"})", false};
        QJsonArray list;
        for (const WirelessDeviceSummary& each : threeDevices())
            list.append(QJsonObject{{QStringLiteral("Id"), each.id},
                                    {QStringLiteral("Name"), each.name},
                                    {QStringLiteral("FuotaDeviceStatus"), statusOf(each)}});
        const QJsonObject body{{QStringLiteral("WirelessDeviceList"), list}};
        return HttpResponse{200, {}, QJsonDocument(body).toJson(), false};
    }

    QString statusOf(const WirelessDeviceSummary& device) const
    {
        const bool own = valveStatus.isEmpty() || device.name != u"valve";
        return own ? device.fuotaStatusText : valveStatus;
    }

    bool says(const QString& part) const
    {
        const auto labels = pane.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisibleTo(&pane) && label->text().contains(part);
        });
    }

    QTableView* table() const { return pane.findChild<QTableView*>(); }
};

} // namespace

void DevicesPaneTest::everyStatusHasItsWords()
{
    QSet<QString> labels;
    QSet<QString> meanings;
    for (const char* word : fuotaDeviceStatusWords()) {
        const auto status = fuotaDeviceStatusFromText(QString::fromLatin1(word));
        labels << deviceStatusLabel(status);
        meanings << deviceStatusMeaning(status);
    }
    const int count = static_cast<int>(fuotaDeviceStatusWords().size());
    QCOMPARE(labels.size(), count);
    QCOMPARE(meanings.size(), count);
    WirelessDeviceSummary later;
    later.fuotaStatusText = QStringLiteral("Newly_Invented");
    QCOMPARE(deviceStatusLabel(later), later.fuotaStatusText);
}

void DevicesPaneTest::modelFiltersAndSorts()
{
    DeviceModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setDevices(threeDevices());
    model.sort(static_cast<int>(DeviceColumn::Name), Qt::AscendingOrder);
    QCOMPARE(column(model, DeviceColumn::Name).join(u' '), QStringLiteral("Meter pump valve"));
    model.sort(static_cast<int>(DeviceColumn::DevEui), Qt::DescendingOrder);
    QCOMPARE(column(model, DeviceColumn::Name).join(u' '), QStringLiteral("valve pump Meter"));
    model.setFilter({{}, DeviceOutcome::Failed});
    QCOMPARE(column(model, DeviceColumn::Name).join(u' '), QStringLiteral("valve"));
    model.setFilter({QStringLiteral(" METER "), {}});
    QCOMPARE(column(model, DeviceColumn::Name).join(u' '), QStringLiteral("Meter"));
    model.setFilter({QStringLiteral("00000002"), {}});
    QCOMPARE(column(model, DeviceColumn::Name).join(u' '), QStringLiteral("pump"));
    model.setFilter({QStringLiteral("pump"), DeviceOutcome::Failed});
    QCOMPARE(model.rowCount(), 0);
}

// Not how fast it is, which the benchmark tells, but that nothing in it grows with the square.
void DevicesPaneTest::aHundredThousandRowsAreSortedAtOnce()
{
    QList<WirelessDeviceSummary> devices;
    for (int i = 0; i < 100000; ++i)
        devices << device(
            qPrintable(QString::number((i * 7919) % 100000).rightJustified(6, u'0')), "",
            i % 3 == 0 ? FuotaDeviceStatus::MissingFrag : FuotaDeviceStatus::Successful);
    DeviceModel model;
    model.setDevices(devices);
    model.sort(static_cast<int>(DeviceColumn::Name), Qt::DescendingOrder);
    QCOMPARE(model.at(0).name, QStringLiteral("099999"));
    QCOMPARE(model.at(99999).name, QStringLiteral("000000"));
    model.setFilter({{}, DeviceOutcome::Failed});
    QCOMPARE(model.rowCount(), 33334);
}

void DevicesPaneTest::countsAndMeaningAreSaid()
{
    Pane p;
    QTRY_COMPARE(p.table()->model()->rowCount(), 3);
    QTRY_VERIFY(p.says(QStringLiteral("1 of 3 devices have the image, 1 failed, 1 are open.")));
    p.table()->selectRow(2); // sorted by name: the valve
    QVERIFY(p.says(QStringLiteral("Fragments missing: ")));
    QVERIFY(p.says(QStringLiteral("more redundancy")));
}

void DevicesPaneTest::selectionOutlivesAPoll()
{
    Pane p;
    QTRY_COMPARE(p.table()->model()->rowCount(), 3);
    p.table()->selectRow(2);
    p.valveStatus = QStringLiteral("Successful");
    p.watch.refresh();
    QTRY_VERIFY(p.says(QStringLiteral("2 of 3 devices have the image")));
    const auto rows = p.table()->selectionModel()->selectedRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().data().toString(), QStringLiteral("valve"));
    QVERIFY(p.says(QStringLiteral("Has the image: ")));
}

void DevicesPaneTest::failedOnesCanBeCopied()
{
    Pane p;
    QTRY_COMPARE(p.table()->model()->rowCount(), 3);
    auto* outcome = p.pane.findChild<QComboBox*>();
    outcome->setCurrentIndex(outcome->findText(QStringLiteral("Failed")));
    QCOMPARE(p.table()->model()->rowCount(), 1);
    p.table()->selectAll();
    for (QAction* action : p.table()->actions())
        if (action->text() == QStringLiteral("&Copy rows"))
            action->trigger();
    QCOMPARE(QApplication::clipboard()->text().section(u'\t', 0, 1),
             QStringLiteral("valve\tFragments missing"));
}

void DevicesPaneTest::failureSaysSoAndKeepsTheRows()
{
    Pane p;
    QTRY_COMPARE(p.table()->model()->rowCount(), 3);
    p.failWith = 403;
    p.watch.refresh();
    auto* bar = p.pane.findChild<NoticeBar*>();
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(p.table()->model()->rowCount(), 3);
    p.failWith = 0;
    QTest::mouseClick(find<QPushButton>(*bar, "Try again"), Qt::LeftButton);
    QTRY_VERIFY(!bar->isVisible());
}

} // namespace fuotadesk

using fuotadesk::DevicesPaneTest;
FUOTADESK_TEST(DevicesPaneTest);
#include "devicespanetest.moc"
