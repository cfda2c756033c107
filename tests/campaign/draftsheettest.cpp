#include "campaign/draftsheet.h"
#include "campaign/bench.h"
#include "support/testcase.h"

#include <QJsonDocument>
#include <QSignalSpy>

namespace fuotadesk {

class DraftSheetTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void equalDraftChangesNothing();
    void planAndFindingsFollowTheDraft();
    void modifiedIsAComparison();
    void savingMakesItUnmodified();
    void requestIsWhatWouldBeSent();
};

void DraftSheetTest::equalDraftChangesNothing()
{
    DraftSheet sheet;
    QSignalSpy changed(&sheet, &DraftSheet::draftChanged);
    sheet.setDraft(sheet.draft());
    QCOMPARE(changed.count(), 0);
}

void DraftSheetTest::planAndFindingsFollowTheDraft()
{
    DraftSheet sheet;
    QVERIFY(!sheet.plan());
    QVERIFY(sheet.hasErrors()); // image and role are required
    CampaignDraft draft;
    draft.task = exampleTask();
    draft.task.fragmentSizeBytes = 10;
    draft.task.redundancyPercent = 50;
    draft.imageSizeBytes = 100;
    sheet.setDraft(draft);
    QVERIFY(!sheet.hasErrors());
    QCOMPARE(sheet.plan()->fragments.total(), 15);
}

void DraftSheetTest::modifiedIsAComparison()
{
    DraftSheet sheet;
    QSignalSpy modified(&sheet, &DraftSheet::modifiedChanged);
    const CampaignDraft before = sheet.draft();
    CampaignDraft draft = before;
    draft.task.name = QStringLiteral("x");
    sheet.setDraft(draft);
    QVERIFY(sheet.isModified());
    sheet.setDraft(before);
    QVERIFY(!sheet.isModified());
    QCOMPARE(modified.count(), 2);
}

void DraftSheetTest::savingMakesItUnmodified()
{
    DraftSheet sheet;
    CampaignDraft draft;
    draft.task = exampleTask();
    sheet.setDraft(draft);
    Template saved;
    saved.name = QStringLiteral("t");
    saved.draft = draft;
    sheet.markSaved(saved, QStringLiteral("/x/t.fuota.json"));
    QVERIFY(!sheet.isModified());
    QCOMPARE(sheet.draft(), draft);
    QCOMPARE(sheet.originFile(), QStringLiteral("/x/t.fuota.json"));
}

void DraftSheetTest::requestIsWhatWouldBeSent()
{
    DraftSheet sheet;
    CampaignDraft draft;
    draft.task = exampleTask();
    sheet.setDraft(draft);
    const QByteArray expected = R"({"FirmwareUpdateImage": "s3://bucket/fw.bin",
        "FirmwareUpdateRole": "arn:aws:iam::123456789012:role/fuota",
        "LoRaWAN": {"RfRegion": "EU868"}, "Name": "meter-fw", "RedundancyPercent": 20})";
    QCOMPARE(QJsonDocument::fromJson(sheet.requestJson()), QJsonDocument::fromJson(expected));
}

} // namespace fuotadesk

using fuotadesk::DraftSheetTest;
FUOTADESK_TEST(DraftSheetTest);
#include "draftsheettest.moc"
