#include "desktop/pastedkeys.h"

#include "support/testcase.h"

namespace fuotadesk {

class PastedKeysTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void takesWhatPeopleCopy_data();
    void takesWhatPeopleCopy();
    void leavesOtherTextsAlone_data();
    void leavesOtherTextsAlone();
};

void PastedKeysTest::takesWhatPeopleCopy_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("token");
    QTest::addColumn<QString>("region");
    const QString none;
    QTest::newRow("credentials file")
        << QStringLiteral("[default]\naws_access_key_id = AKIAEXAMPLE\n"
                          "aws_secret_access_key=wJalr/XUtn+FEMI=\n")
        << none << none;
    QTest::newRow("shell with token")
        << QStringLiteral("export AWS_ACCESS_KEY_ID=\"AKIAEXAMPLE\"\n"
                          "export AWS_SECRET_ACCESS_KEY=\"wJalr/XUtn+FEMI=\"\n"
                          "export AWS_SESSION_TOKEN=\"IQoJb3//token==\"\n"
                          "export AWS_DEFAULT_REGION=eu-west-1")
        << QStringLiteral("IQoJb3//token==") << QStringLiteral("eu-west-1");
    QTest::newRow("PowerShell") << QStringLiteral("$Env:AWS_ACCESS_KEY_ID=\"AKIAEXAMPLE\"\r\n"
                                                  "$Env:AWS_SECRET_ACCESS_KEY=\"wJalr/XUtn+FEMI=\"")
                                << none << none;
    QTest::newRow("JSON of the aws CLI")
        << QStringLiteral(R"({"AccessKeyId": "AKIAEXAMPLE", "SecretAccessKey": "wJalr/XUtn+FEMI=",)"
                          R"( "SessionToken": "tok"})")
        << QStringLiteral("tok") << none;
}

void PastedKeysTest::takesWhatPeopleCopy()
{
    QFETCH(QString, text);
    const auto keys = keysFromText(text);
    QVERIFY(keys);
    QCOMPARE(keys->accessKeyId, QStringLiteral("AKIAEXAMPLE"));
    QCOMPARE(keys->secretAccessKey, QStringLiteral("wJalr/XUtn+FEMI="));
    QTEST(keys->sessionToken, "token");
    QTEST(keys->region, "region");
}

void PastedKeysTest::leavesOtherTextsAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("a key alone") << QStringLiteral("AKIAEXAMPLE");
    QTest::newRow("a secret with an equals sign") << QStringLiteral("wJalr/XUtn+FEMI=");
    QTest::newRow("a region") << QStringLiteral("region = eu-west-1");
    QTest::newRow("no value") << QStringLiteral("aws_access_key_id =");
}

void PastedKeysTest::leavesOtherTextsAlone()
{
    QFETCH(QString, text);
    QVERIFY(!keysFromText(text));
}

FUOTADESK_TEST(PastedKeysTest);

} // namespace fuotadesk

#include "pastedkeystest.moc"
