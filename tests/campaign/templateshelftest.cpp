#include "campaign/templateshelf.h"
#include "campaign/bench.h"
#include "support/testcase.h"

#include <QDir>
#include <QSignalSpy>

namespace fuotadesk {

class TemplateShelfTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void addedTemplateAppears();
    void renameKeepsTheFileAndRefusesATakenName();
    void duplicateIsAFileOfItsOwn();
    void removedTemplateDisappears();
    void damagedFileIsOneEntryWithItsReason();
    void exportsCliJson();
};

namespace {

struct Shelf {
    QTemporaryDir folder{folderInMemory()};
    TemplateStore store{folder.path()};
    TemplateShelf shelf{store};

    QString add(const QString& name)
    {
        Template value;
        value.name = name;
        value.draft.task = exampleTask();
        const auto file = resultOf(shelf.add(value, &shelf));
        return file->value_or(QString());
    }
};

} // namespace

void TemplateShelfTest::addedTemplateAppears()
{
    Shelf desk;
    const QString file = desk.add(QStringLiteral("Meter monthly"));
    QVERIFY(file.endsWith(QStringLiteral("meter-monthly.fuota.json")));
    QTRY_COMPARE(desk.shelf.entries().size(), 1);
    QCOMPARE(desk.shelf.entries().first().content->draft.task, exampleTask());
}

void TemplateShelfTest::renameKeepsTheFileAndRefusesATakenName()
{
    Shelf desk;
    const QString file = desk.add(QStringLiteral("one"));
    desk.add(QStringLiteral("two"));
    QTRY_COMPARE(desk.shelf.entries().size(), 2);
    const TemplateEntry entry = desk.shelf.entries().first();
    const auto taken = resultOf(desk.shelf.rename(entry, QStringLiteral("TWO"), this));
    QCOMPARE(taken->error().kind, ErrorKind::NameTaken);
    QVERIFY(*resultOf(desk.shelf.rename(entry, QStringLiteral("eins"), this)));
    QTRY_COMPARE(desk.shelf.entries().first().name, QStringLiteral("eins"));
    QCOMPARE(desk.shelf.entries().first().file, file);
}

void TemplateShelfTest::duplicateIsAFileOfItsOwn()
{
    Shelf desk;
    desk.add(QStringLiteral("one"));
    QTRY_COMPARE(desk.shelf.entries().size(), 1);
    const TemplateEntry entry = desk.shelf.entries().first();
    QVERIFY(*resultOf(desk.shelf.duplicate(entry, QStringLiteral("one copy"), this)));
    QTRY_COMPARE(desk.shelf.entries().size(), 2);
    QCOMPARE(desk.shelf.entries().at(0).content->draft, desk.shelf.entries().at(1).content->draft);
}

void TemplateShelfTest::removedTemplateDisappears()
{
    Shelf desk;
    const QString file = desk.add(QStringLiteral("one"));
    QVERIFY(*resultOf(desk.shelf.remove(file, this)));
    QVERIFY(!QFile::exists(file));
    QTRY_COMPARE(desk.shelf.entries().size(), 0);
}

void TemplateShelfTest::damagedFileIsOneEntryWithItsReason()
{
    Shelf desk;
    desk.add(QStringLiteral("good"));
    QFile bad(desk.folder.filePath(QStringLiteral("bad.fuota.json")));
    QVERIFY(bad.open(QIODevice::WriteOnly));
    bad.write("{\"schema\": 1, \"task\": {\"RedundancyPercent\": \"many\"}}");
    bad.close();
    desk.shelf.refresh();
    QTRY_COMPARE(desk.shelf.entries().size(), 2);
    const auto& entries = desk.shelf.entries();
    const auto damaged = std::find_if(entries.begin(), entries.end(),
                                      [](const TemplateEntry& each) { return !each.content; });
    QVERIFY(damaged != entries.end());
    QCOMPARE(damaged->content.error().code, QStringLiteral("RedundancyPercent"));
}

void TemplateShelfTest::exportsCliJson()
{
    Shelf desk;
    const QString file = desk.folder.filePath(QStringLiteral("cli.json"));
    QVERIFY(*resultOf(desk.shelf.exportCliJson(file, exampleTask(), this)));
    const auto back = resultOf(desk.shelf.load(file, this));
    QCOMPARE((*back)->draft.task, exampleTask());
}

} // namespace fuotadesk

using fuotadesk::TemplateShelfTest;
FUOTADESK_TEST(TemplateShelfTest);
#include "templateshelftest.moc"
