#include "profiles/filelocations.h"
#include "support/testcase.h"

namespace fuotadesk {

class FileLocationsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void homeIsWhereTheFilesAre();
    void variablesMoveThem();
    void windowsHasItsOwnHome();
};

void FileLocationsTest::homeIsWhereTheFilesAre()
{
    const Environment environment({{QStringLiteral("HOME"), QStringLiteral("/home/op")}});
    const FileLocations expected{
        QStringLiteral("/home/op/.aws/config"), QStringLiteral("/home/op/.aws/credentials"),
        QStringLiteral("/home/op/.aws/sso/cache"), QStringLiteral("/home/op/.aws/login/cache")};
    QCOMPARE(fileLocations(environment, Platform::Unix), expected);
}

void FileLocationsTest::variablesMoveThem()
{
    const Environment environment(
        {{QStringLiteral("HOME"), QStringLiteral("/home/op")},
         {QStringLiteral("AWS_CONFIG_FILE"), QStringLiteral("~/other")},
         {QStringLiteral("AWS_SHARED_CREDENTIALS_FILE"), QStringLiteral("/keys~/x")},
         {QStringLiteral("AWS_LOGIN_CACHE_DIRECTORY"), QStringLiteral("/cache")}});
    const FileLocations files = fileLocations(environment, Platform::Unix);
    QCOMPARE(files.config, QStringLiteral("/home/op/other"));
    QCOMPARE(files.credentials, QStringLiteral("/keys~/x"));
    QCOMPARE(files.loginCache, QStringLiteral("/cache"));
}

void FileLocationsTest::windowsHasItsOwnHome()
{
    const Environment environment({{QStringLiteral("HOMEDRIVE"), QStringLiteral("D:")},
                                   {QStringLiteral("HOMEPATH"), QStringLiteral("\\op")},
                                   {QStringLiteral("AWS_CONFIG_FILE"), QStringLiteral("~\\c")}});
    const FileLocations files = fileLocations(environment, Platform::Windows);
    QCOMPARE(files.config, QStringLiteral("D:\\op\\c"));
    QCOMPARE(files.ssoCache, QStringLiteral("D:\\op\\.aws\\sso\\cache"));
}

} // namespace fuotadesk

using fuotadesk::FileLocationsTest;
FUOTADESK_TEST(FileLocationsTest);
#include "filelocationstest.moc"
