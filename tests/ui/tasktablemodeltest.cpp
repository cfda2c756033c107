#include "desktop/tasktablemodel.h"

#include "support/testcase.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace fuotadesk {

class TaskTableModelTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void rowsStandByNameWhateverTheCase();
    void everyCellSpeaksItsColumn();
    void theFilterLooksAtNameAndId_data();
    void theFilterLooksAtNameAndId();
    void aStatusIsFilteredOnceItIsKnown();
    void detailsAreTakenWithoutAReset();
    void lateDetailsFindTheirPlace();
    void unknownDatesComeLastInEitherDirection();
    void theSameRowsAgainAreNoReset();
    void tagsAreShownAndFilteredAsTheyCome();
    void startAndRegionAreColumnsOfTheirOwn();
    void aHundredThousandRowsAreFiltered();
};

namespace {

TaskRow row(const QString& id, const QString& name)
{
    TaskRow row;
    row.summary = {id, QStringLiteral("arn:") + id, name};
    return row;
}

TaskRow detailed(const QString& id, const QString& name, TaskStatus status, int day)
{
    TaskRow made = row(id, name);
    FuotaTask task;
    task.id = id;
    task.status = status;
    task.parameters.name = name;
    task.createdAt = QDateTime(QDate(2026, 1, day), QTime(3, 4), Qt::UTC);
    made.details = task;
    return made;
}

struct Table {
    TaskTableModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    QStringList ids() const
    {
        QStringList ids;
        for (int i = 0; i < model.rowCount(); ++i)
            ids << model.idAt(i);
        return ids;
    }

    QString cell(int position, TaskColumn column, int role = Qt::DisplayRole) const
    {
        return model.index(position, static_cast<int>(column)).data(role).toString();
    }
};

QStringList ids(std::initializer_list<const char*> texts)
{
    QStringList list;
    for (const char* text : texts)
        list << QString::fromLatin1(text);
    return list;
}

const QString One = QStringLiteral("1");
const QString Two = QStringLiteral("2");
const QString Three = QStringLiteral("3");

} // namespace

void TaskTableModelTest::rowsStandByNameWhateverTheCase()
{
    Table table;
    table.model.setRows({row(One, QStringLiteral("valve")), row(Two, QStringLiteral("Meter")),
                         row(Three, QStringLiteral("älter"))});
    QCOMPARE(table.ids(), ids({"2", "1", "3"}));
    table.model.sort(static_cast<int>(TaskColumn::Name), Qt::DescendingOrder);
    QCOMPARE(table.ids(), ids({"3", "1", "2"}));
}

void TaskTableModelTest::everyCellSpeaksItsColumn()
{
    Table table;
    table.model.setRows({detailed(One, QString(), TaskStatus::InSession, 2)});
    QCOMPARE(table.cell(0, TaskColumn::Name), QStringLiteral("(no name)"));
    QCOMPARE(table.cell(0, TaskColumn::Status), QStringLiteral("In session"));
    QCOMPARE(table.cell(0, TaskColumn::Status, Qt::AccessibleTextRole),
             QStringLiteral("Status: In session"));
    QVERIFY(table.cell(0, TaskColumn::Created, Qt::ToolTipRole).endsWith(QStringLiteral("UTC")));
    QCOMPARE(table.cell(0, TaskColumn::Id), One);
    QCOMPARE(table.model.index(0, 0).data(TaskTableModel::IdRole).toString(), One);
}

void TaskTableModelTest::theFilterLooksAtNameAndId_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("all") << QString() << ids({"a1", "b2"});
    QTest::newRow("name, other case") << QStringLiteral("METER") << ids({"a1"});
    QTest::newRow("id") << QStringLiteral("B2") << ids({"b2"});
    QTest::newRow("blanks around") << QStringLiteral("  valve ") << ids({"b2"});
    QTest::newRow("not across both") << QStringLiteral("2.4.1a1") << QStringList();
    QTest::newRow("nothing") << QStringLiteral("pump") << QStringList();
}

void TaskTableModelTest::theFilterLooksAtNameAndId()
{
    QFETCH(QString, text);
    Table table;
    table.model.setRows({row(QStringLiteral("a1"), QStringLiteral("meter-fw-2.4.1")),
                         row(QStringLiteral("b2"), QStringLiteral("valve-hotfix"))});
    table.model.setFilter({text, {}, {}});
    QTEST(table.ids(), "found");
    QCOMPARE(table.model.totalCount(), 2);
}

void TaskTableModelTest::aStatusIsFilteredOnceItIsKnown()
{
    Table table;
    table.model.setRows(
        {row(One, QStringLiteral("a")), detailed(Two, QStringLiteral("b"), TaskStatus::Done, 1)});
    table.model.setFilter({{}, TaskStatus::Done, {}});
    QCOMPARE(table.ids(), ids({"2"}));
    QCOMPARE(table.model.unreadCount(), 1);
    table.model.updateRow(detailed(One, QStringLiteral("a"), TaskStatus::Done, 1));
    QTRY_COMPARE(table.ids(), ids({"1", "2"}));
    QCOMPARE(table.model.unreadCount(), 0);
}

void TaskTableModelTest::detailsAreTakenWithoutAReset()
{
    Table table;
    table.model.setRows({row(One, QStringLiteral("a")), row(Two, QStringLiteral("b"))});
    QSignalSpy reset(&table.model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&table.model, &QAbstractItemModel::dataChanged);
    table.model.updateRow(detailed(Two, QStringLiteral("b"), TaskStatus::Pending, 1));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(table.cell(1, TaskColumn::Status), QStringLiteral("Pending"));
    table.model.updateRow(detailed(QStringLiteral("gone"), QString(), TaskStatus::Pending, 1));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(reset.count(), 0);
}

void TaskTableModelTest::lateDetailsFindTheirPlace()
{
    Table table;
    table.model.setRows({row(One, QStringLiteral("a")), row(Two, QStringLiteral("b")),
                         row(Three, QStringLiteral("c"))});
    table.model.sort(static_cast<int>(TaskColumn::Created), Qt::DescendingOrder);
    QSignalSpy reset(&table.model, &QAbstractItemModel::modelReset);
    table.model.updateRow(detailed(One, QStringLiteral("a"), TaskStatus::Pending, 1));
    table.model.updateRow(detailed(Three, QStringLiteral("c"), TaskStatus::Pending, 9));
    table.model.updateRow(detailed(Two, QStringLiteral("b"), TaskStatus::Pending, 5));
    QTRY_COMPARE(table.ids(), ids({"3", "2", "1"}));
    QCOMPARE(reset.count(), 1);
}

void TaskTableModelTest::unknownDatesComeLastInEitherDirection()
{
    Table table;
    table.model.setRows({row(One, QStringLiteral("a")),
                         detailed(Two, QStringLiteral("b"), TaskStatus::Done, 1),
                         detailed(Three, QStringLiteral("c"), TaskStatus::Done, 2)});
    table.model.sort(static_cast<int>(TaskColumn::Created), Qt::AscendingOrder);
    QCOMPARE(table.ids(), ids({"2", "3", "1"}));
    table.model.sort(static_cast<int>(TaskColumn::Created), Qt::DescendingOrder);
    QCOMPARE(table.ids(), ids({"3", "2", "1"}));
}

void TaskTableModelTest::theSameRowsAgainAreNoReset()
{
    Table table;
    const QList<TaskRow> rows{row(One, QStringLiteral("a")), row(Two, QStringLiteral("b"))};
    table.model.setRows(rows);
    QSignalSpy reset(&table.model, &QAbstractItemModel::modelReset);
    table.model.setRows(rows);
    QCOMPARE(reset.count(), 0);
    table.model.setRows({rows.first()});
    QCOMPARE(reset.count(), 1);
    QCOMPARE(table.ids(), ids({"1"}));
}

void TaskTableModelTest::tagsAreShownAndFilteredAsTheyCome()
{
    Table table;
    const Tag lab{QStringLiteral("team"), QStringLiteral("lab")};
    const Tag urgent{QStringLiteral("urgent"), {}};
    const QList<TaskRow> rows{row(One, QStringLiteral("a")), row(Two, QStringLiteral("b"))};
    table.model.setRows(rows);
    table.model.setTags(Two, {lab, urgent});
    QCOMPARE(table.cell(1, TaskColumn::Tags), QStringLiteral("team = lab, urgent"));
    table.model.setFilter({{}, {}, lab});
    QCOMPARE(table.ids(), ids({"2"}));
    table.model.setTags(One, {lab}); // read a moment later
    QTRY_COMPARE(table.ids(), ids({"1", "2"}));
    table.model.setRows({rows.last()}); // a refresh reads no tags
    QCOMPARE(table.ids(), ids({"2"}));
    QCOMPARE(table.cell(0, TaskColumn::Tags), QStringLiteral("team = lab, urgent"));
    table.model.forgetTags();
    QCOMPARE(table.ids(), ids({}));
}

void TaskTableModelTest::startAndRegionAreColumnsOfTheirOwn()
{
    Table table;
    TaskRow early = detailed(One, QStringLiteral("a"), TaskStatus::SessionWaiting, 1);
    early.details->startTime = QDateTime(QDate(2026, 2, 1), QTime(3, 4), Qt::UTC);
    early.details->parameters.rfRegion = QStringLiteral("US915");
    TaskRow late = detailed(Two, QStringLiteral("b"), TaskStatus::SessionWaiting, 1);
    late.details->startTime = QDateTime(QDate(2026, 3, 1), QTime(3, 4), Qt::UTC);
    late.details->parameters.rfRegion = QStringLiteral("EU868");
    const TaskRow never = detailed(Three, QStringLiteral("c"), TaskStatus::Pending, 1);
    table.model.setRows({late, never, early});
    table.model.sort(static_cast<int>(TaskColumn::Starts), Qt::DescendingOrder);
    QCOMPARE(table.ids(), ids({"2", "1", "3"}));
    QCOMPARE(table.cell(2, TaskColumn::Starts), QStringLiteral("–"));
    QVERIFY(table.cell(1, TaskColumn::Starts, Qt::ToolTipRole).contains(QStringLiteral("UTC")));
    table.model.sort(static_cast<int>(TaskColumn::Region), Qt::AscendingOrder);
    QCOMPARE(table.ids(), ids({"3", "2", "1"}));
}

void TaskTableModelTest::aHundredThousandRowsAreFiltered()
{
    TaskTableModel model; // without the tester, which reads every cell at every step
    QList<TaskRow> rows;
    for (int i = 0; i < 100'000; ++i)
        rows << row(QString::number(i), QStringLiteral("Meter firmware %1").arg(99'999 - i));
    model.setRows(rows);
    model.setFilter({QStringLiteral("firmware 123"), {}, {}});
    QCOMPARE(model.rowCount(), 1 + 10 + 100);
    model.setFilter({QStringLiteral("E 9"), {}, {}});
    QCOMPARE(model.rowCount(), 1 + 10 + 100 + 1000 + 10'000);
}

FUOTADESK_TEST(TaskTableModelTest);

} // namespace fuotadesk

#include "tasktablemodeltest.moc"
