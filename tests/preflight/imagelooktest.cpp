#include "preflight/imagelook.h"
#include "preflight/uploadbench.h"
#include "support/patience.h"
#include "support/testcase.h"

#include <QSignalSpy>

namespace fuotadesk {

namespace {

using Fate = S3Double::Fate;

const auto Uri = QStringLiteral("s3://firmware/v1/fw.bin");
const auto Head = QStringLiteral("HeadObject");

} // namespace

class ImageLookTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsThere();
    void tellsWhatIsNot();
    void deniedIsAnAnswer();
    void onlyAnObjectIsAskedFor_data();
    void onlyAnObjectIsAskedFor();
    void theSameIsAskedAgainAfterAMinute();
    void lateAnswersAreDropped();
    void anotherConnectionIsAsked();

private:
    void begin();

    std::unique_ptr<UploadBench> m_bench;
    std::unique_ptr<ImageLook> m_look;
};

// Everything anew.
void ImageLookTest::begin()
{
    m_look.reset();
    m_bench = std::make_unique<UploadBench>();
    m_bench->bench.signIn();
    m_bench->s3.addObject(Place, "12345");
    m_look = std::make_unique<ImageLook>(m_bench->services, m_bench->bench.clock);
}

void ImageLookTest::tellsWhatIsThere()
{
    begin();
    QSignalSpy changes(m_look.get(), &ImageLook::changed);
    QCOMPARE(m_look->state(), ImageState::Unasked);
    m_look->look(Uri);
    QCOMPARE(m_look->state(), ImageState::Asking);
    QTRY_COMPARE(m_look->state(), ImageState::Found);
    QCOMPARE(m_look->uri(), Uri);
    QCOMPARE(m_look->facts()->size, 5);
    QCOMPARE(m_look->askedAt(), m_bench->bench.clock.now());
    QCOMPARE(changes.size(), 2);
}

void ImageLookTest::tellsWhatIsNot()
{
    begin();
    m_look->look(QStringLiteral("s3://firmware/other"));
    QTRY_COMPARE(m_look->state(), ImageState::Missing);
    QVERIFY(!m_look->facts() && !m_look->error());
}

void ImageLookTest::deniedIsAnAnswer()
{
    begin();
    m_bench->s3.plan(Head, {Fate::Deny});
    m_look->look(Uri);
    QTRY_COMPARE(m_look->state(), ImageState::Failed);
    QCOMPARE(m_look->error()->kind, ErrorKind::AccessDenied);
    m_look->lookAgain();
    QTRY_COMPARE(m_look->state(), ImageState::Found);
    QVERIFY(!m_look->error());
}

void ImageLookTest::onlyAnObjectIsAskedFor_data()
{
    QTest::addColumn<QString>("uri");
    QTest::newRow("nothing") << QString();
    QTest::newRow("no key") << QStringLiteral("s3://firmware");
    QTest::newRow("an empty key") << QStringLiteral("s3://firmware/");
    QTest::newRow("something else") << QStringLiteral("https://example.com/fw.bin");
}

void ImageLookTest::onlyAnObjectIsAskedFor()
{
    begin();
    m_look->look(Uri);
    QTRY_COMPARE(m_look->state(), ImageState::Found);
    QFETCH(QString, uri);
    m_look->look(uri);
    QCOMPARE(m_look->state(), ImageState::Unasked);
    QVERIFY(!m_look->facts());
    letEventsPass();
    QCOMPARE(m_bench->s3.count(Head), 1);
}

void ImageLookTest::theSameIsAskedAgainAfterAMinute()
{
    begin();
    m_look->look(Uri);
    m_look->look(Uri); // under way
    QTRY_COMPARE(m_look->state(), ImageState::Found);
    m_bench->bench.clock.advance(std::chrono::seconds(59));
    m_look->look(Uri);
    QCOMPARE(m_look->state(), ImageState::Found);
    m_bench->bench.clock.advance(std::chrono::seconds(1));
    m_look->look(Uri);
    QCOMPARE(m_look->state(), ImageState::Asking);
    QVERIFY(m_look->facts()); // of before
    QTRY_COMPARE(m_look->state(), ImageState::Found);
    QCOMPARE(m_bench->s3.count(Head), 2);
}

void ImageLookTest::lateAnswersAreDropped()
{
    begin();
    m_look->look(Uri);
    m_look->look(QStringLiteral("s3://firmware/other"));
    QTRY_COMPARE(m_look->state(), ImageState::Missing);
    letEventsPass();
    QCOMPARE(m_look->state(), ImageState::Missing);
}

void ImageLookTest::anotherConnectionIsAsked()
{
    begin();
    m_look->look(Uri);
    QTRY_COMPARE(m_look->state(), ImageState::Found);
    m_bench->bench.session.activate(sandboxConnection().id);
    QCOMPARE(m_look->state(), ImageState::Unasked);
    QVERIFY(!m_look->facts());
    QTRY_COMPARE(m_look->state(), ImageState::Found);
    QCOMPARE(m_bench->s3.count(Head), 2);
}

} // namespace fuotadesk

using fuotadesk::ImageLookTest;
FUOTADESK_TEST(ImageLookTest);
#include "imagelooktest.moc"
