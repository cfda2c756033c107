#include "policy/fuotapolicies.h"
#include "policy/policydocument.h"
#include "support/testcase.h"

#include <QJsonDocument>

namespace fuotadesk {

class FuotaPoliciesTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatAwsDocuments();
    void onlyTheServiceMayAssume_data();
    void onlyTheServiceMayAssume();
    void readsItsImagesAndNothingElse_data();
    void readsItsImagesAndNothingElse();
    void takesArnsApart_data();
    void takesArnsApart();
};

// https://docs.aws.amazon.com/iot-wireless/latest/developerguide/lorawan-upload-firmware-s3bucket.html
void FuotaPoliciesTest::saysWhatAwsDocuments()
{
    const auto trust = QJsonDocument::fromJson(R"({
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow",
                       "Principal": {"Service": "iotwireless.amazonaws.com"},
                       "Action": "sts:AssumeRole"}]})");
    QCOMPARE(QJsonDocument::fromJson(fuotaTrustPolicy()), trust);
    const auto read = QJsonDocument::fromJson(R"({
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow",
                       "Action": ["s3:ListBucketVersions", "s3:ListBucket", "s3:GetObject"],
                       "Resource": ["arn:aws:s3:::bucket", "arn:aws:s3:::bucket/image"]}]})");
    QCOMPARE(QJsonDocument::fromJson(imageReadPolicy(
                 QStringLiteral("bucket"), QStringLiteral("image"), QStringLiteral("aws"))),
             read);
}

void FuotaPoliciesTest::onlyTheServiceMayAssume_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("who");
    QTest::addColumn<int>("verdict");
    const auto service = QStringLiteral("Service:iotwireless.amazonaws.com");
    const auto assume = QStringLiteral("sts:AssumeRole");
    QTest::newRow("the service") << assume << service << int(Verdict::Allowed);
    QTest::newRow("with tags") << QStringLiteral("sts:TagSession") << service
                               << int(Verdict::NotAllowed);
    QTest::newRow("another service")
        << assume << QStringLiteral("Service:iot.amazonaws.com") << int(Verdict::NotAllowed);
    QTest::newRow("somebody") << assume << QStringLiteral("AWS:arn:aws:iam::1:user/a")
                              << int(Verdict::NotAllowed);
}

void FuotaPoliciesTest::onlyTheServiceMayAssume()
{
    QFETCH(const QString, action);
    QFETCH(const QString, who);
    const auto trust = parsePolicy(fuotaTrustPolicy());
    QVERIFY(trust);
    QTEST(int(verdictOf({*trust}, {action, {}, who, {}})), "verdict");
}

void FuotaPoliciesTest::readsItsImagesAndNothingElse_data()
{
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("resource");
    QTest::addColumn<bool>("allowed");
    const auto add = [](const char* prefix, const char* action, const char* resource,
                        bool allowed) {
        QTest::addRow("'%s' %s %s", prefix, action, resource)
            << QString::fromLatin1(prefix) << QString::fromLatin1(action)
            << QString::fromLatin1(resource) << allowed;
    };
    add("fw/", "s3:GetObject", "arn:aws-cn:s3:::bucket/fw/a.bin", true);
    add("fw/", "s3:GetObject", "arn:aws-cn:s3:::bucket/fw/deep/a.bin", true);
    add("fw/", "s3:GetObject", "arn:aws-cn:s3:::bucket/other/a.bin", false);
    add("fw/", "s3:GetObject", "arn:aws:s3:::bucket/fw/a.bin", false);
    add("fw/", "s3:GetObject", "arn:aws-cn:s3:::bucket2/fw/a.bin", false);
    add("fw/", "s3:PutObject", "arn:aws-cn:s3:::bucket/fw/a.bin", false);
    add("fw/", "s3:DeleteObject", "arn:aws-cn:s3:::bucket/fw/a.bin", false);
    add("fw/", "s3:GetObjectAcl", "arn:aws-cn:s3:::bucket/fw/a.bin", false);
    add("fw/", "s3:ListBucket", "arn:aws-cn:s3:::bucket", true);
    add("fw/", "s3:DeleteBucket", "arn:aws-cn:s3:::bucket", false);
    add("", "s3:GetObject", "arn:aws-cn:s3:::bucket/a.bin", true);
    add("", "s3:GetObject", "arn:aws-cn:s3:::bucket-2/a.bin", false);
    add("a.bin", "s3:GetObject", "arn:aws-cn:s3:::bucket/a.bin", true);
    add("a.bin", "s3:GetObject", "arn:aws-cn:s3:::bucket/a.bin2", false);
}

void FuotaPoliciesTest::readsItsImagesAndNothingElse()
{
    QFETCH(const QString, prefix);
    QFETCH(const QString, action);
    QFETCH(const QString, resource);
    QFETCH(const bool, allowed);
    const auto policy =
        parsePolicy(imageReadPolicy(QStringLiteral("bucket"), prefix, QStringLiteral("aws-cn")));
    QVERIFY(policy);
    QCOMPARE(verdictOf({*policy}, {action, resource, {}, {}}),
             allowed ? Verdict::Allowed : Verdict::NotAllowed);
}

void FuotaPoliciesTest::takesArnsApart_data()
{
    QTest::addColumn<QString>("arn");
    QTest::addColumn<QString>("partition");
    QTest::addColumn<QString>("account");
    QTest::addColumn<QString>("role");
    const auto add = [](const char* arn, const char* partition, const char* account,
                        const char* role) {
        QTest::newRow(arn) << QString::fromLatin1(arn) << QString::fromLatin1(partition)
                           << QString::fromLatin1(account) << QString::fromLatin1(role);
    };
    add("arn:aws:iam::123456789012:role/fuota", "aws", "123456789012", "fuota");
    add("arn:aws-cn:iam::123456789012:role/a/b/fuota", "aws-cn", "123456789012", "fuota");
    add("arn:aws:iam::123456789012:user/fuota", "aws", "123456789012", "");
    add("fuota", "aws", "", "");
    add("", "aws", "", "");
}

void FuotaPoliciesTest::takesArnsApart()
{
    QFETCH(const QString, arn);
    QTEST(partitionOfArn(arn), "partition");
    QTEST(accountOfArn(arn), "account");
    QTEST(roleNameOfArn(arn), "role");
}

} // namespace fuotadesk

using fuotadesk::FuotaPoliciesTest;
FUOTADESK_TEST(FuotaPoliciesTest);
#include "fuotapoliciestest.moc"
