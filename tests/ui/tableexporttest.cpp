#include "desktop/tableexport.h"

#include "support/memoryfolder.h"
#include "support/testcase.h"

#include <QFile>
#include <QStandardItemModel>
#include <QTemporaryDir>

namespace fuotadesk {

class TableExportTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void rowsAreCopiedInTheOrderShown();
    void cellsCanNotBreakTheTable();
    void csvHasHeadingsAndQuotes();
    void anExportIsWholeOrNotAtAll();
};

namespace {

struct Sheet {
    QStandardItemModel model{0, 2};

    Sheet()
    {
        model.setHorizontalHeaderLabels({QStringLiteral("Name"), QStringLiteral("ID")});
        add(QStringLiteral("meter"), QStringLiteral("1"));
        add(QStringLiteral("a\tb\nc"), QStringLiteral("2"));
        add(QStringLiteral("say \"hi\", twice"), QStringLiteral("3"));
    }

    void add(const QString& name, const QString& id)
    {
        model.appendRow({new QStandardItem(name), new QStandardItem(id)});
    }
};

} // namespace

void TableExportTest::rowsAreCopiedInTheOrderShown()
{
    const Sheet sheet;
    QCOMPARE(tabSeparated({sheet.model.index(2, 1), sheet.model.index(0, 0)}),
             QStringLiteral("meter\t1\nsay \"hi\", twice\t3\n"));
    QVERIFY(tabSeparated({}).isEmpty());
}

void TableExportTest::cellsCanNotBreakTheTable()
{
    const Sheet sheet;
    QCOMPARE(tabSeparated({sheet.model.index(1, 0)}), QStringLiteral("a b c\t2\n"));
}

void TableExportTest::csvHasHeadingsAndQuotes()
{
    const Sheet sheet;
    QCOMPARE(commaSeparated(sheet.model),
             QByteArray("\"Name\",\"ID\"\r\n\"meter\",\"1\"\r\n\"a\tb\nc\",\"2\"\r\n"
                        "\"say \"\"hi\"\", twice\",\"3\"\r\n"));
}

void TableExportTest::anExportIsWholeOrNotAtAll()
{
    QTemporaryDir folder{folderInMemory()};
    const QString file = folder.filePath(QStringLiteral("tasks.csv"));
    QVERIFY(writeExport(file, "one"));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), QByteArray("one"));
    const auto refused = writeExport(folder.filePath(QStringLiteral("no/such/folder.csv")), "one");
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::FileUnwritable);
}

FUOTADESK_TEST(TableExportTest);

} // namespace fuotadesk

#include "tableexporttest.moc"
