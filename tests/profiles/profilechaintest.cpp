#include "profiles/profilechain.h"
#include "support/testcase.h"

namespace fuotadesk {

class ProfileChainTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everySourceIsFound_data();
    void everySourceIsFound();
    void rolesComeInTheOrderTheyAreAssumed();
    void roleSaysAllItAsksFor();
    void profileMayBeItsOwnSource();
    void faultSaysWhatAndWhere_data();
    void faultSaysWhatAndWhere();
};

namespace {

ProfileSet setOf(const char* config)
{
    const auto file = parseSharedFile(config, SharedFileKind::Config);
    if (!file)
        qFatal("the test's own profiles can not be read");
    return merged(*file, {});
}

} // namespace

void ProfileChainTest::everySourceIsFound_data()
{
    QTest::addColumn<QString>("properties");
    QTest::addColumn<int>("index");
    const auto row = [](const char* properties, int index) {
        QTest::newRow(properties) << QString::fromLatin1(properties) << index;
    };
    row("aws_access_key_id = a\naws_secret_access_key = b", 0);
    row("credential_source = Environment", 1);
    row("role_arn = r\nweb_identity_token_file = /t", 2);
    row("sso_session = s\nsso_account_id = 1\nsso_role_name = r", 3);
    row("sso_region = a\nsso_start_url = b\nsso_account_id = 1\nsso_role_name = r", 3);
    row("login_session = arn", 4);
    row("credential_process = /bin/keys --one", 5);
    row("credential_process = x\naws_access_key_id = a\naws_secret_access_key = b", 5);
}

void ProfileChainTest::everySourceIsFound()
{
    QFETCH(QString, properties);
    QFETCH(int, index);
    const QString config = QStringLiteral("[sso-session s]\nsso_region = a\nsso_start_url = b\n"
                                          "[profile p]\n%1\n")
                               .arg(properties);
    const auto chain = resolveChain(setOf(qPrintable(config)), QStringLiteral("p"));
    QVERIFY(chain);
    QCOMPARE(int(chain->source.index()), index);
    QCOMPARE(chain->sourceProfile, QStringLiteral("p"));
    QVERIFY(chain->roles.isEmpty());
}

void ProfileChainTest::rolesComeInTheOrderTheyAreAssumed()
{
    const auto chain = resolveChain(setOf("[profile a]\nrole_arn = last\nsource_profile = b\n"
                                          "[profile b]\nrole_arn = first\nsource_profile = c\n"
                                          "[profile c]\nlogin_session = x\n"),
                                    QStringLiteral("a"));
    QVERIFY(chain);
    QCOMPARE(chain->sourceProfile, QStringLiteral("c"));
    QCOMPARE(chain->roles.size(), 2);
    QCOMPARE(chain->roles[0].roleArn, QStringLiteral("first"));
    QCOMPARE(chain->roles[1].roleArn, QStringLiteral("last"));
}

void ProfileChainTest::roleSaysAllItAsksFor()
{
    const auto chain = resolveChain(
        setOf("[profile a]\nrole_arn = r\ncredential_source = Environment\nexternal_id = e\n"
              "role_session_name = n\nmfa_serial = m\nduration_seconds = 43200\n"),
        QStringLiteral("a"));
    QVERIFY(chain);
    const RoleStep expected{QStringLiteral("a"), QStringLiteral("r"), QStringLiteral("e"),
                            QStringLiteral("n"), QStringLiteral("m"), 43200};
    QCOMPARE(chain->roles, QList{expected});
}

void ProfileChainTest::profileMayBeItsOwnSource()
{
    const auto chain =
        resolveChain(setOf("[profile a]\nrole_arn = r\nsource_profile = a\naws_access_key_id = k\n"
                           "aws_secret_access_key = s\n"),
                     QStringLiteral("a"));
    QVERIFY(chain);
    QCOMPARE(std::get<StaticKeys>(chain->source).keys.accessKeyId, QStringLiteral("k"));
    QCOMPARE(chain->roles.size(), 1);
}

void ProfileChainTest::faultSaysWhatAndWhere_data()
{
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char* code, const char* config, const char* detail) {
        QTest::newRow(config) << QString::fromLatin1(config) << QString::fromLatin1(code)
                              << QString::fromUtf8(detail);
    };
    row("profile-missing", "[profile b]", "a");
    row("profile-empty", "[profile a]\nregion = x", "a");
    row("profile-missing", "[profile a]\nrole_arn = r\nsource_profile = b", "b");
    row("profile-empty", "[profile a]\nrole_arn = r\nsource_profile = b\n[profile b]", "b");
    row("profile-loop",
        "[profile a]\nrole_arn = r\nsource_profile = b\n"
        "[profile b]\nrole_arn = r\nsource_profile = a",
        "a → b");
    row("source-missing", "[profile a]\nrole_arn = r", "a");
    row("source-twice",
        "[profile a]\nrole_arn = r\nsource_profile = b\ncredential_source = Environment", "a");
    row("duration",
        "[profile a]\nrole_arn = r\ncredential_source = Environment\nduration_seconds = 899", "a");
    row("duration",
        "[profile a]\nrole_arn = r\ncredential_source = Environment\nduration_seconds = 1h", "a");
    row("aws_secret_access_key", "[profile a]\naws_access_key_id = k", "a");
    row("role_arn", "[profile a]\nweb_identity_token_file = /t", "a");
    row("sso_session", "[profile a]\nsso_session = s", "s");
    row("sso_region", "[profile a]\nsso_account_id = 1\nsso_role_name = r\nsso_start_url = u", "a");
    row("sso_start_url",
        "[profile a]\nsso_session = s\nsso_start_url = one\n"
        "[sso-session s]\nsso_region = r\nsso_start_url = two",
        "a");
}

void ProfileChainTest::faultSaysWhatAndWhere()
{
    QFETCH(QString, config);
    QFETCH(QString, code);
    QFETCH(QString, detail);
    const auto chain = resolveChain(setOf(qPrintable(config)), QStringLiteral("a"));
    QVERIFY(!chain);
    QCOMPARE(chain.error().kind, ErrorKind::ConfigurationInvalid);
    QCOMPARE(chain.error().code, code);
    QCOMPARE(chain.error().detail, detail);
}

} // namespace fuotadesk

using fuotadesk::ProfileChainTest;
FUOTADESK_TEST(ProfileChainTest);
#include "profilechaintest.moc"
