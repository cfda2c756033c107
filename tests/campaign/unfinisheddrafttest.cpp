#include "campaign/unfinisheddraft.h"
#include "campaign/bench.h"
#include "campaign/draftsheet.h"
#include "support/testcase.h"

#include <QFile>

namespace fuotadesk {

class UnfinishedDraftTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void keptDraftComesBack();
    void nothingIsOverwrittenBeforeRestore();
    void discardedDraftDoesNotComeBack();
    void draftBackAtItsBaselineLeavesNoFile();
};

namespace {

struct Desk {
    explicit Desk(const QString& file) : keeper(file), unfinished(sheet, keeper) { }

    void edit(const QString& name)
    {
        CampaignDraft draft = sheet.draft();
        draft.task = exampleTask(name);
        sheet.setDraft(draft);
    }

    DraftSheet sheet;
    DraftKeeper keeper;
    UnfinishedDraft unfinished;
};

std::optional<Template> restored(Desk& desk)
{
    const auto result = resultOf(desk.unfinished.restore(&desk.sheet));
    return result->value_or(std::nullopt);
}

} // namespace

void UnfinishedDraftTest::keptDraftComesBack()
{
    QTemporaryDir folder{folderInMemory()};
    const QString file = folder.filePath(QStringLiteral("unfinished.fuota.json"));
    {
        Desk desk(file);
        QVERIFY(!restored(desk));
        desk.edit(QStringLiteral("half done"));
        desk.unfinished.flush();
    }
    Desk again(file);
    const auto found = restored(again);
    QVERIFY(found);
    QCOMPARE(found->draft.task, exampleTask(QStringLiteral("half done")));
}

void UnfinishedDraftTest::nothingIsOverwrittenBeforeRestore()
{
    QTemporaryDir folder{folderInMemory()};
    const QString file = folder.filePath(QStringLiteral("unfinished.fuota.json"));
    {
        Desk desk(file);
        restored(desk);
        desk.edit(QStringLiteral("first"));
        desk.unfinished.flush();
    }
    {
        Desk hasty(file);
        hasty.edit(QStringLiteral("second"));
        hasty.unfinished.flush();
    }
    Desk again(file);
    QCOMPARE(restored(again)->draft.task.name, QStringLiteral("first"));
}

void UnfinishedDraftTest::discardedDraftDoesNotComeBack()
{
    QTemporaryDir folder{folderInMemory()};
    const QString file = folder.filePath(QStringLiteral("unfinished.fuota.json"));
    {
        Desk desk(file);
        restored(desk);
        desk.edit(QStringLiteral("x"));
        desk.unfinished.flush();
        desk.unfinished.discard();
    }
    Desk again(file);
    QVERIFY(!restored(again));
}

void UnfinishedDraftTest::draftBackAtItsBaselineLeavesNoFile()
{
    QTemporaryDir folder{folderInMemory()};
    const QString file = folder.filePath(QStringLiteral("unfinished.fuota.json"));
    Desk desk(file);
    restored(desk);
    const CampaignDraft before = desk.sheet.draft();
    desk.edit(QStringLiteral("x"));
    QTRY_VERIFY(QFile::exists(file));
    desk.sheet.setDraft(before);
    QTRY_VERIFY(!QFile::exists(file));
}

} // namespace fuotadesk

using fuotadesk::UnfinishedDraftTest;
FUOTADESK_TEST(UnfinishedDraftTest);
#include "unfinisheddrafttest.moc"
