#include "desktop/grouptablemodel.h"

#include "support/testcase.h"
#include "text/grouptext.h"

#include <QAbstractItemModelTester>
#include <QSet>

namespace fuotadesk {

class GroupTableModelTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void rowsStandByNameWhateverTheCase();
    void everyCellSpeaksItsColumn();
    void searchLooksAtNameAndId();
    void lateDetailsFindTheirPlace();
    void devicesAreSortedByNumber();
    void statusesAreKnownHoweverTheyAreSpelled_data();
    void statusesAreKnownHoweverTheyAreSpelled();
    void aNewStatusKeepsTheServicesWord();
};

namespace {

GroupRow row(const char* name, std::optional<qint64> devices = {})
{
    GroupRow made;
    made.summary.name = QString::fromLatin1(name);
    made.summary.id = QStringLiteral("id-") + made.summary.name;
    if (devices) {
        made.details = MulticastGroup();
        made.details->name = made.summary.name;
        made.details->statusText = QStringLiteral("In_Session");
        made.details->transmission.downlinkClass = QStringLiteral("ClassB");
        made.details->transmission.rfRegion = QStringLiteral("EU868");
        made.details->devicesInGroup = devices;
        made.details->devicesRequested = 12;
        made.details->createdAt = QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC);
    }
    return made;
}

struct Table {
    GroupTableModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    QString names() const
    {
        QStringList list;
        for (int i = 0; i < model.rowCount(); ++i)
            list << model.index(i, 0).data().toString();
        return list.join(u' ');
    }

    QString cell(int position, GroupColumn column, int role = Qt::DisplayRole) const
    {
        return model.index(position, static_cast<int>(column)).data(role).toString();
    }
};

} // namespace

void GroupTableModelTest::rowsStandByNameWhateverTheCase()
{
    Table table;
    table.model.setRows({row("street"), row("Harbour"), row("avenue")});
    QCOMPARE(table.names(), QStringLiteral("avenue Harbour street"));
    table.model.sort(static_cast<int>(GroupColumn::Name), Qt::DescendingOrder);
    QCOMPARE(table.names(), QStringLiteral("street Harbour avenue"));
    QCOMPARE(table.model.idAt(1), QStringLiteral("id-Harbour"));
    QCOMPARE(table.model.rowOf(QStringLiteral("id-avenue")), 2);
    QCOMPARE(table.model.rowOf(QStringLiteral("id-other")), -1);
}

void GroupTableModelTest::everyCellSpeaksItsColumn()
{
    Table table;
    table.model.setRows({row("a", 3), row("b")});
    QCOMPARE(table.cell(0, GroupColumn::Status), QStringLiteral("In session"));
    QVERIFY(table.cell(0, GroupColumn::Status, Qt::ToolTipRole)
                .endsWith(QStringLiteral("\nIn_Session")));
    QCOMPARE(table.cell(0, GroupColumn::Class), QStringLiteral("Class B"));
    QCOMPARE(table.cell(0, GroupColumn::Region), QStringLiteral("EU868"));
    QCOMPARE(table.cell(0, GroupColumn::Devices), QStringLiteral("3 of 12"));
    QCOMPARE(table.cell(0, GroupColumn::Devices, Qt::AccessibleTextRole),
             QStringLiteral("Devices: 3 of 12"));
    QCOMPARE(table.cell(1, GroupColumn::Status), QStringLiteral("…"));
    GroupRow failed = row("b");
    failed.detailsError = Error{ErrorKind::AccessDenied, {}, {}, 403, {}, {}, false};
    table.model.updateRow(failed);
    QCOMPARE(table.cell(1, GroupColumn::Status), QStringLiteral("Could not be read"));
}

void GroupTableModelTest::searchLooksAtNameAndId()
{
    Table table;
    table.model.setRows({row("street"), row("Harbour")});
    table.model.setSearch(QStringLiteral(" HARB "));
    QCOMPARE(table.names(), QStringLiteral("Harbour"));
    table.model.setSearch(QStringLiteral("id-s"));
    QCOMPARE(table.names(), QStringLiteral("street"));
    QCOMPARE(table.model.totalCount(), 2);
}

void GroupTableModelTest::lateDetailsFindTheirPlace()
{
    Table table;
    table.model.setRows({row("a"), row("b")});
    table.model.sort(static_cast<int>(GroupColumn::Devices), Qt::DescendingOrder);
    table.model.updateRow(row("b", 7));
    QCOMPARE(table.names(), QStringLiteral("a b"));
    QTRY_COMPARE(table.names(), QStringLiteral("b a"));
}

void GroupTableModelTest::devicesAreSortedByNumber()
{
    Table table;
    table.model.setRows({row("a", 9), row("b", 100), row("c", 20)});
    table.model.sort(static_cast<int>(GroupColumn::Devices), Qt::AscendingOrder);
    QCOMPARE(table.names(), QStringLiteral("a c b"));
}

void GroupTableModelTest::statusesAreKnownHoweverTheyAreSpelled_data()
{
    QTest::addColumn<QString>("spelled");
    QTest::addColumn<QString>("label");
    QTest::newRow("word") << QStringLiteral("Pending") << QStringLiteral("Pending");
    QTest::newRow("underscore") << QStringLiteral("Delete_Waiting")
                                << QStringLiteral("Being deleted");
    QTest::newRow("blank") << QStringLiteral("In session") << QStringLiteral("In session");
    QTest::newRow("one word") << QStringLiteral("SessionAttempting")
                              << QStringLiteral("Session begins");
}

void GroupTableModelTest::statusesAreKnownHoweverTheyAreSpelled()
{
    QFETCH(QString, spelled);
    QTEST(groupStatusLabel(spelled), "label");
    QVERIFY(groupStatusMeaning(spelled) != groupStatusMeaning(QStringLiteral("Newly invented")));
}

void GroupTableModelTest::aNewStatusKeepsTheServicesWord()
{
    QCOMPARE(groupStatusLabel(QStringLiteral("Paused_By_Moon")), QStringLiteral("Paused_By_Moon"));
    QCOMPARE(memberStatusLabel(QStringLiteral("Asleep")), QStringLiteral("Asleep"));
    QCOMPARE(downlinkClassLabel(QStringLiteral("ClassD")), QStringLiteral("ClassD"));
    QSet<QString> labels;
    for (const char* word :
         {"Package_attempting", "Package_unsupported", "Multicast_setup_attempting",
          "Multicast_setup_ready", "Session_attempting", "In_Session"}) {
        const QString status = QString::fromLatin1(word);
        QVERIFY(memberStatusLabel(status) != status);
        labels << memberStatusLabel(status) << memberStatusMeaning(status);
    }
    QCOMPARE(labels.size(), 12);
}

FUOTADESK_TEST(GroupTableModelTest);

} // namespace fuotadesk

#include "grouptablemodeltest.moc"
