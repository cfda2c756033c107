#include "signin/tokenfile.h"
#include "support/testcase.h"

#include "signin/signinbench.h"

namespace fuotadesk {

class TokenFileTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void namesAreTheDigestsOfTheCli();
    void isWrittenForItsOwnerAlone();
    void replacesAFileOthersCouldRead();
    void faultsAreSaid();
    void folderThatCanNotBeMadeIsSaid();
};

void TokenFileTest::namesAreTheDigestsOfTheCli()
{
    QCOMPARE(ssoTokenFileName(QStringLiteral("abc")),
             QStringLiteral("a9993e364706816aba3e25717850c26c9cd0d89d.json")); // FIPS 180-4
    QCOMPARE(
        loginTokenFileName(QStringLiteral("abc")),
        QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad.json"));
}

void TokenFileTest::isWrittenForItsOwnerAlone()
{
    const SignInBench bench;
    const QString file = bench.folder.filePath(QStringLiteral("new/folder/token.json"));
    const QJsonObject token{{QStringLiteral("accessToken"), QStringLiteral("t")}};
    QVERIFY(writeTokenFile(file, token));
    QCOMPARE(readTokenFile(file).value(), token);
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
        | QFileDevice::WriteOther;
    QVERIFY(!(QFile::permissions(file) & others));
}

void TokenFileTest::replacesAFileOthersCouldRead()
{
    const SignInBench bench;
    bench.write(QStringLiteral("token.json"), "{}");
    const QString file = bench.folder.filePath(QStringLiteral("token.json"));
    QVERIFY(QFile::setPermissions(file, QFileDevice::ReadOwner | QFileDevice::ReadOther));
    QVERIFY(writeTokenFile(file, {{QStringLiteral("a"), 1}}));
    QVERIFY(!(QFile::permissions(file) & QFileDevice::ReadOther));
}

void TokenFileTest::faultsAreSaid()
{
    const SignInBench bench;
    const auto kindOf = [&](const char* name) {
        return readTokenFile(bench.folder.filePath(QString::fromLatin1(name))).error().kind;
    };
    QCOMPARE(kindOf("none"), ErrorKind::CredentialsMissing);
    QCOMPARE(kindOf("."), ErrorKind::FileUnreadable);
    bench.write(QStringLiteral("list"), "[1]");
    QCOMPARE(kindOf("list"), ErrorKind::FileMalformed);
    bench.write(QStringLiteral("cut"), R"({"accessToken": "x)");
    QCOMPARE(kindOf("cut"), ErrorKind::FileMalformed);
    bench.write(QStringLiteral("large"), QByteArray(LargestTokenFileBytes + 1, ' '));
    QCOMPARE(kindOf("large"), ErrorKind::FileTooLarge);
    bench.write(QStringLiteral("text"), "  eyJ0\n");
    QCOMPARE(readTokenText(bench.folder.filePath(QStringLiteral("text"))).value(),
             QByteArray("eyJ0"));
    bench.write(QStringLiteral("blank"), " \n");
    QVERIFY(!readTokenText(bench.folder.filePath(QStringLiteral("blank"))));
}

void TokenFileTest::folderThatCanNotBeMadeIsSaid()
{
    const SignInBench bench;
    bench.write(QStringLiteral("file"), "x");
    const QString file = bench.folder.filePath(QStringLiteral("file/token.json"));
    const auto written = writeTokenFile(file, {});
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::FileUnwritable);
    QCOMPARE(written.error().detail, file);
}

} // namespace fuotadesk

using fuotadesk::TokenFileTest;
FUOTADESK_TEST(TokenFileTest);
#include "tokenfiletest.moc"
