#include "drafts.h"
#include "fuota/validation.h"
#include "support/testcase.h"

namespace fuotadesk {

namespace {

QString emoji(int count)
{
    return QString::fromUtf8("\xf0\x9f\x93\xa1").repeated(count);
}

QString letters(int count)
{
    return QString(count, u'a');
}

} // namespace

// What the guides and TS004 add to it.
class AdviceTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void errorsStandBeforeWarnings();
    void roles_data();
    void roles();
    void images_data();
    void images();
    void descriptors_data();
    void descriptors();
    void intervals_data();
    void intervals();
    void fragmentLimit();
    void fragmentLimitOfAssumedSizeOnlyWarns();
    void fragmentSizeAdvice();
    void redundancyOfASingleFragment();
};

void AdviceTest::errorsStandBeforeWarnings()
{
    CampaignDraft draft = goodDraft();
    draft.task.name = emoji(300);
    draft.task.firmwareUpdateImage = letters(5000);
    QCOMPARE(codesFor(findingsOf(draft), Field::Name).join(u' '),
             QStringLiteral("too-long name-characters"));
    QCOMPARE(codesFor(findingsOf(draft), Field::FirmwareUpdateImage).join(u' '),
             QStringLiteral("too-long image-not-s3"));
}

void AdviceTest::roles_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<bool>("good");
    const auto row = [](const char* role, bool good) {
        QTest::newRow(role) << QString::fromLatin1(role) << good;
    };
    row("arn:aws:iam::123456789012:role/fuota", true);
    row("arn:aws-cn:iam::123456789012:role/path/fuota", true);
    row("arn:aws-us-gov:iam::123456789012:role/service-role/a+=,.@-_b", true);
    row("arn:aws:iam::12345678901:role/fuota", false);
    row("arn:aws:iam::123456789012:user/fuota", false);
    row("arn:aws:iam::123456789012:role/", false);
    row("arn:aws:iam::123456789012:role/fuota ", false);
    row("arn:aws:iam::123456789012:role/fuota\n", false);
    row("fuota", false);
}

void AdviceTest::roles()
{
    QFETCH(QString, role);
    QFETCH(bool, good);
    CampaignDraft draft = goodDraft();
    draft.task.firmwareUpdateRole = role;
    QCOMPARE(codesFor(findingsOf(draft), Field::FirmwareUpdateRole),
             good ? Codes() : Codes{QStringLiteral("role-not-arn")});
    QVERIFY(!hasErrors(findingsOf(draft)));
}

void AdviceTest::images_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<qint64>("size"); // -1: not known
    QTest::addColumn<QString>("codes");
    const auto row = [](const char* uri, qint64 size, const char* codes) {
        QTest::addRow("%s %lld", uri, size)
            << QString::fromLatin1(uri) << size << QString::fromLatin1(codes);
    };
    row("s3://bucket/key", 1'000'000, "");
    row("s3://bucket/key", 1'000'001, "image-over-one-megabyte");
    row("s3://bucket/key", 0, "image-empty");
    row("s3://bucket/key", 1, "");
    row("s3://bucket/key", -1, "image-size-unknown");
    row("s3://bucket/", 1, "image-without-key");
    row("s3://bucket", 1, "image-without-key");
    row("https://bucket.s3.amazonaws.com/key", 1, "image-not-s3");
    row("S3://bucket/key", 1, "image-not-s3");
    row("s3://B/key", 1, "image-not-s3");
    row("fw.bin", -1, "image-not-s3 image-size-unknown");
}

void AdviceTest::images()
{
    QFETCH(QString, uri);
    QFETCH(qint64, size);
    QFETCH(QString, codes);
    CampaignDraft draft = goodDraft();
    draft.task.firmwareUpdateImage = uri;
    draft.task.fragmentSizeBytes = 239;
    draft.imageSizeBytes = size < 0 ? std::optional<qint64>() : size;
    QCOMPARE(codesFor(findingsOf(draft), Field::FirmwareUpdateImage).join(u' '), codes);
    QVERIFY(!hasErrors(findingsOf(draft)));
}

void AdviceTest::descriptors_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("figure"); // -1: nothing to say
    QTest::newRow("4") << QByteArray(4, 'x') << qint64(-1);
    QTest::newRow("3") << QByteArray(3, 'x') << qint64(3);
    QTest::newRow("5") << QByteArray(5, 'x') << qint64(5);
    QTest::newRow("249") << QByteArray(249, 'x') << qint64(249);
    QTest::newRow("0") << QByteArray() << qint64(0);
}

void AdviceTest::descriptors()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qint64, figure);
    CampaignDraft draft = goodDraft();
    draft.task.descriptor = QString::fromLatin1(bytes.toBase64());
    const QList<Finding> findings = findingsOf(draft);
    if (figure < 0) {
        QVERIFY(findings.isEmpty());
        return;
    }
    const QList<Finding> expected = {
        {Field::Descriptor, Severity::Warning, FindingCode::DescriptorNotFourBytes, figure}};
    QCOMPARE(findings, expected);
}

void AdviceTest::intervals_data()
{
    QTest::addColumn<qint64>("interval");
    QTest::addColumn<QString>("codes");
    QTest::addColumn<qint64>("figure");
    QTest::newRow("1") << qint64(1) << QStringLiteral("interval-rounds-to-zero") << qint64(0);
    QTest::newRow("499") << qint64(499) << QStringLiteral("interval-rounds-to-zero") << qint64(0);
    QTest::newRow("500") << qint64(500) << QStringLiteral("interval-rounded") << qint64(1);
    QTest::newRow("1000") << qint64(1000) << QString() << qint64(0);
    QTest::newRow("1499") << qint64(1499) << QStringLiteral("interval-rounded") << qint64(1);
    QTest::newRow("1500") << qint64(1500) << QStringLiteral("interval-rounded") << qint64(2);
    QTest::newRow("7000") << qint64(7000) << QString() << qint64(0);
}

void AdviceTest::intervals()
{
    QFETCH(qint64, interval);
    QFETCH(QString, codes);
    QFETCH(qint64, figure);
    CampaignDraft draft = goodDraft();
    draft.task.rfRegion.reset(); // what the radio says of it is tested beside radioadvice
    draft.task.fragmentIntervalMs = interval;
    const QList<Finding> findings = findingsOf(draft);
    QCOMPARE(codesFor(findings, Field::FragmentIntervalMs).join(u' '), codes);
    if (!codes.isEmpty())
        QCOMPARE(findings.last().figure, figure);
}

void AdviceTest::fragmentLimit()
{
    CampaignDraft draft = goodDraft();
    draft.task.fragmentSizeBytes = 10;
    draft.task.redundancyPercent = 0;
    draft.imageSizeBytes = 163'830;
    QVERIFY(!hasErrors(findingsOf(draft)));
    draft.imageSizeBytes = 163'831;
    const QList<Finding> findings = findingsOf(draft);
    QVERIFY(findings.contains(
        Finding{Field::FragmentSizeBytes, Severity::Error, FindingCode::TooManyFragments, 16'384}));
}

void AdviceTest::fragmentLimitOfAssumedSizeOnlyWarns()
{
    CampaignDraft draft = goodDraft();
    draft.planning.fragmentSizeBytes = 1;
    const QList<Finding> findings = findingsOf(draft);
    QVERIFY(!hasErrors(findings));
    QCOMPARE(codesFor(findings, Field::FragmentSizeBytes).join(u' '),
             QStringLiteral("too-many-fragments"));
}

void AdviceTest::fragmentSizeAdvice()
{
    CampaignDraft draft = goodDraft();
    draft.planning.dataRate = 5; // carries them all
    draft.task.fragmentSizeBytes = 239;
    QCOMPARE(codesFor(findingsOf(draft), Field::FragmentSizeBytes).join(u' '),
             QStringLiteral("fragment-size-needs-groups"));
    draft.task.fragmentSizeBytes = 240;
    QCOMPARE(codesFor(findingsOf(draft), Field::FragmentSizeBytes).join(u' '),
             QStringLiteral("fragment-too-large fragment-size-needs-groups"));
    draft.task.fragmentSizeBytes = 0;
    QCOMPARE(codesFor(findingsOf(draft), Field::FragmentSizeBytes).first(),
             QStringLiteral("below-minimum"));
    draft = goodDraft();
    draft.task.rfRegion.reset();
    QCOMPARE(codesFor(findingsOf(draft), Field::RfRegion).join(u' '),
             QStringLiteral("rf-region-unset"));
}

void AdviceTest::redundancyOfASingleFragment()
{
    CampaignDraft draft = goodDraft();
    draft.imageSizeBytes = 100;
    draft.task.redundancyPercent = 1;
    QCOMPARE(codesFor(findingsOf(draft), Field::RedundancyPercent).join(u' '),
             QStringLiteral("redundancy-useless"));
    draft.task.redundancyPercent = 0;
    QVERIFY(codesFor(findingsOf(draft), Field::RedundancyPercent).isEmpty());
}

} // namespace fuotadesk

using fuotadesk::AdviceTest;
FUOTADESK_TEST(AdviceTest);
#include "advicetest.moc"
