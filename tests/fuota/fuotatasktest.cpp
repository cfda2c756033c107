#include "fuota/fuotatask.h"
#include "support/testcase.h"

#include <functional>

namespace fuotadesk {

namespace {

TaskDraft sentDraft()
{
    TaskDraft task;
    task.name = QStringLiteral("fw");
    task.description = QStringLiteral("monthly");
    task.clientRequestToken = QStringLiteral("token");
    task.rfRegion = QStringLiteral("EU868");
    task.firmwareUpdateImage = QStringLiteral("s3://bucket/key");
    task.firmwareUpdateRole = QStringLiteral("arn:aws:iam::123456789012:role/fuota");
    task.tags = {{QStringLiteral("k"), QStringLiteral("v")}};
    task.redundancyPercent = 20;
    task.fragmentSizeBytes = 112;
    task.fragmentIntervalMs = 6500;
    task.descriptor = QStringLiteral("AAIEAQ==");
    return task;
}

FuotaTask readBack(const TaskDraft& sent)
{
    FuotaTask task;
    task.parameters = sent;
    task.parameters.clientRequestToken.reset();
    task.parameters.tags.clear();
    return task;
}

} // namespace

using Edit = std::function<void(TaskDraft&)>;

class FuotaTaskTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void statusGoesThereAndBack();
    void unknownStatusIsUnknown();
    void sameParametersCouldBeIt();
    void anyOtherParameterCouldNot();
    void whatWasNotSentMayBeAnything();
    void intervalMayBeRounded();
};

void FuotaTaskTest::statusGoesThereAndBack()
{
    for (const auto* const word :
         {"Pending", "FuotaSession_Waiting", "In_FuotaSession", "FuotaDone", "Delete_Waiting"}) {
        const QString text = QString::fromLatin1(word);
        QVERIFY(taskStatusFromText(text) != TaskStatus::Unknown);
        QCOMPARE(taskStatusText(taskStatusFromText(text)), text);
    }
}

void FuotaTaskTest::unknownStatusIsUnknown()
{
    for (const auto* const word : {"", "pending", "Paused"})
        QCOMPARE(taskStatusFromText(QString::fromLatin1(word)), TaskStatus::Unknown);
    QVERIFY(taskStatusText(TaskStatus::Unknown).isEmpty());
}

void FuotaTaskTest::sameParametersCouldBeIt()
{
    QVERIFY(couldBeMadeFrom(readBack(sentDraft()), sentDraft()));
    QVERIFY(couldBeMadeFrom(readBack(TaskDraft()), TaskDraft()));
}

void FuotaTaskTest::anyOtherParameterCouldNot()
{
    const QList<Edit> edits = {
        [](TaskDraft& t) { t.name = QStringLiteral("FW"); },
        [](TaskDraft& t) { t.name.reset(); },
        [](TaskDraft& t) { t.description = QStringLiteral("weekly"); },
        [](TaskDraft& t) { t.description.reset(); },
        [](TaskDraft& t) { t.rfRegion = QStringLiteral("US915"); },
        [](TaskDraft& t) { t.firmwareUpdateImage += u'x'; },
        [](TaskDraft& t) { t.firmwareUpdateRole += u'x'; },
        [](TaskDraft& t) { t.redundancyPercent = 21; },
        [](TaskDraft& t) { t.redundancyPercent.reset(); },
        [](TaskDraft& t) { t.fragmentSizeBytes = 111; },
        [](TaskDraft& t) { t.fragmentIntervalMs = 7500; },
        [](TaskDraft& t) { t.fragmentIntervalMs.reset(); },
        [](TaskDraft& t) { t.descriptor = QStringLiteral("AAIEAg=="); },
    };
    for (const Edit& edit : edits) {
        FuotaTask task = readBack(sentDraft());
        edit(task.parameters);
        QVERIFY(!couldBeMadeFrom(task, sentDraft()));
    }
    TaskDraft nameless = sentDraft();
    nameless.name.reset();
    QVERIFY(!couldBeMadeFrom(readBack(sentDraft()), nameless)); // the service invents no name
}

void FuotaTaskTest::whatWasNotSentMayBeAnything()
{
    TaskDraft sent = sentDraft();
    sent.description.reset();
    sent.rfRegion.reset();
    sent.redundancyPercent.reset();
    sent.fragmentSizeBytes.reset();
    sent.fragmentIntervalMs.reset();
    sent.descriptor.reset();
    QVERIFY(couldBeMadeFrom(readBack(sentDraft()), sent));
}

void FuotaTaskTest::intervalMayBeRounded()
{
    FuotaTask task = readBack(sentDraft());
    task.parameters.fragmentIntervalMs = 7000;
    QVERIFY(couldBeMadeFrom(task, sentDraft()));
    task.parameters.fragmentIntervalMs = 5999;
    QVERIFY(!couldBeMadeFrom(task, sentDraft()));
}

} // namespace fuotadesk

using fuotadesk::FuotaTaskTest;
FUOTADESK_TEST(FuotaTaskTest);
#include "fuotatasktest.moc"
