#include "desktop/templatespage.h"

#include "desktop/namedialog.h"
#include "desktop/templatemodel.h"
#include "support/testcase.h"
#include "ui/deskbench.h"
#include "ui/find.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

namespace fuotadesk {

namespace {

Template named(const QString& name)
{
    Template value;
    value.name = name;
    value.draft.task = exampleTask();
    return value;
}

struct Shelf : DeskBench {
    explicit Shelf(const QStringList& names)
    {
        for (const QString& name : names)
            resultOf(shelf.add(named(name), &shelf));
        page.resize(900, 500);
        page.show();
    }
    QTableView* view() { return page.findChild<QTableView*>(); }
    QAction* action(const QString& text)
    {
        for (QAction* each : page.templateActions()) {
            if (each->text().remove(u'&') == text)
                return each;
        }
        return nullptr;
    }
    int rows() { return view()->model()->rowCount(); }
    QString cell(int row, int column)
    {
        return view()->model()->index(row, column).data().toString();
    }
    void writeFile(const QString& name, const QByteArray& bytes)
    {
        QDir().mkpath(desk.folder.filePath(QStringLiteral("templates")));
        QFile file(desk.folder.filePath(QStringLiteral("templates/") + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    TemplatesPage page{bench()};
};

} // namespace

class TemplatesPageTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyShelfOffersTheExamples();
    void enterUsesATemplate();
    void aDamagedFileSaysWhyAndCanOnlyBeDeleted();
    void renameAndDuplicateAskForAName();
    void deleteAsksFirst();
    void aCliDocumentIsImportedUnderAName();
};

void TemplatesPageTest::anEmptyShelfOffersTheExamples()
{
    Shelf shelf({});
    const QAbstractItemModelTester tester(shelf.view()->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY(!shelf.view()->isVisible());
    auto* examples = find<QPushButton>(shelf.page, "Add examples");
    QVERIFY(examples->isVisible());
    examples->click();
    QTRY_COMPARE(shelf.rows(), 3);
    QTRY_VERIFY(shelf.view()->isVisible());
    QVERIFY(!examples->isVisible());
    shelf.page.addExamples(); // they are there already
    QTRY_COMPARE(shelf.rows(), 3);
}

void TemplatesPageTest::enterUsesATemplate()
{
    Shelf shelf({QStringLiteral("a"), QStringLiteral("b")});
    QTRY_COMPARE(shelf.rows(), 2);
    QString chosen;
    connect(&shelf.page, &TemplatesPage::templateChosen, this,
            [&](const Template& value, const QString& file) {
                chosen = value.name;
                QVERIFY(QFile::exists(file));
            });
    shelf.view()->setFocus();
    shelf.view()->selectRow(1);
    shelf.action(QStringLiteral("Use template"))->trigger();
    QCOMPARE(chosen, QStringLiteral("b"));
}

void TemplatesPageTest::aDamagedFileSaysWhyAndCanOnlyBeDeleted()
{
    Shelf shelf({});
    shelf.writeFile(QStringLiteral("broken.fuota.json"), "{ not json");
    shelf.shelf.refresh();
    QTRY_COMPARE(shelf.rows(), 1);
    QVERIFY(shelf.cell(0, int(TemplateModel::Column::RfRegion)).startsWith(u"Cannot be used"));
    QVERIFY(shelf.view()->model()->index(0, 0).data(Qt::ForegroundRole).isValid());
    QVERIFY(!shelf.action(QStringLiteral("Use template"))->isEnabled());
    QVERIFY(!shelf.action(QStringLiteral("Rename…"))->isEnabled());
    QVERIFY(shelf.action(QStringLiteral("Delete…"))->isEnabled());
}

void TemplatesPageTest::renameAndDuplicateAskForAName()
{
    Shelf shelf({QStringLiteral("a"), QStringLiteral("b")});
    QTRY_COMPARE(shelf.rows(), 2);
    shelf.view()->selectRow(0);
    shelf.action(QStringLiteral("Rename…"))->trigger();
    auto* dialog = shelf.page.findChild<NameDialog*>();
    auto* edit = find<QLineEdit>(*dialog, "Name");
    QCOMPARE(edit->text(), QStringLiteral("a"));
    edit->setText(QStringLiteral("b"));
    find<QPushButton>(*dialog, "Rename")->click();
    QTRY_VERIFY(!edit->accessibleDescription().isEmpty());
    edit->setText(QStringLiteral("c"));
    find<QPushButton>(*dialog, "Rename")->click();
    QTRY_COMPARE(shelf.cell(1, 0), QStringLiteral("c"));
    QTRY_VERIFY(!shelf.page.findChild<NameDialog*>());

    shelf.view()->selectRow(0);
    shelf.action(QStringLiteral("Duplicate…"))->trigger();
    dialog = shelf.page.findChild<NameDialog*>();
    QCOMPARE(find<QLineEdit>(*dialog, "Name")->text(), QStringLiteral("b copy"));
    find<QPushButton>(*dialog, "Duplicate")->click();
    QTRY_COMPARE(shelf.rows(), 3);
}

void TemplatesPageTest::deleteAsksFirst()
{
    Shelf shelf({QStringLiteral("a")});
    QTRY_COMPARE(shelf.rows(), 1);
    shelf.action(QStringLiteral("Delete…"))->trigger();
    auto* question = shelf.page.findChild<QMessageBox*>();
    QVERIFY(question);
    QCOMPARE(shelf.rows(), 1);
    for (QAbstractButton* button : question->buttons()) {
        if (button->text().remove(u'&') == u"Delete")
            button->click();
    }
    QTRY_COMPARE(shelf.rows(), 0);
    QTRY_VERIFY(!shelf.view()->isVisible());
}

void TemplatesPageTest::aCliDocumentIsImportedUnderAName()
{
    Shelf shelf({});
    const QString file = shelf.desk.folder.filePath(QStringLiteral("cli.json"));
    QVERIFY(
        *resultOf(shelf.shelf.exportCliJson(file, exampleTask(QStringLiteral("cli-fw")), this)));
    shelf.page.importCliFile(file);
    QTRY_VERIFY(shelf.page.findChild<NameDialog*>());
    auto* dialog = shelf.page.findChild<NameDialog*>();
    QCOMPARE(find<QLineEdit>(*dialog, "Name")->text(), QStringLiteral("cli-fw"));
    find<QPushButton>(*dialog, "Import")->click();
    QTRY_COMPARE(shelf.rows(), 1);
    QCOMPARE(shelf.shelf.entries().first().content->draft.task,
             exampleTask(QStringLiteral("cli-fw")));
}

FUOTADESK_TEST(TemplatesPageTest);

} // namespace fuotadesk

#include "templatespagetest.moc"
