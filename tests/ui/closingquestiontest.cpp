#include "desktop/closingquestion.h"
#include "support/testcase.h"
#include "ui/imagebench.h"

namespace fuotadesk {

class ClosingQuestionTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whereNothingIsUnderWayNothingIsAsked();
    void anUploadIsAskedAboutUnlessPaused();
};

void ClosingQuestionTest::whereNothingIsUnderWayNothingIsAsked()
{
    ImageBench desk;
    QVERIFY(!closingQuestion(desk.bench()));
    desk.desk.signIn();
    QVERIFY(!closingQuestion(desk.bench()));
}

void ClosingQuestionTest::anUploadIsAskedAboutUnlessPaused()
{
    ImageBench desk;
    desk.s3.plan(QStringLiteral("PutObject"), {S3Double::Fate::Hang});
    desk.desk.signIn();
    const QString file = desk.writeFile(QStringLiteral("fw.bin"), "0123456789");
    desk.upload.start({file, {QStringLiteral("firmware"), QStringLiteral("fw.bin")}});
    QTRY_COMPARE(desk.upload.state(), UploadState::Sending);
    const auto question = closingQuestion(desk.bench());
    QVERIFY(question);
    QVERIFY(question->text.contains(u"uploaded"));
    QVERIFY(!question->consequence.isEmpty());
    desk.upload.pause();
    QVERIFY(!closingQuestion(desk.bench())); // it waits for somebody in any case
}

FUOTADESK_TEST(ClosingQuestionTest);

} // namespace fuotadesk

#include "closingquestiontest.moc"
