#include "signin/profilecatalog.h"
#include "support/testcase.h"

#include "signin/signinbench.h"

#include <QSignalSpy>

namespace fuotadesk {

class ProfileCatalogTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everySourceIsTold();
    void brokenProfileSaysWhy();
    void environmentStandsFirst();
    void placeIsWhatTheFilesSay();
    void ownRegionComesFirst();
    void withoutARegionThereIsNoPlace();
    void changesAreNoticed();
    void filesThatCameLaterAreNoticed();
    void changeEndsKeysThatLieInTheFiles();
    void unreadableFilesAreSaid();
};

namespace {

constexpr auto Everything = R"([profile keys]
aws_access_key_id = AKIA
aws_secret_access_key = s
region = eu-west-1
[profile role]
role_arn = arn:aws:iam::111122223333:role/one
source_profile = keys
mfa_serial = arn:aws:iam::111122223333:mfa/me
[profile web]
role_arn = arn:aws:iam::444455556666:role/two
web_identity_token_file = /token
[profile sso]
sso_session = corp
sso_account_id = 777788889999
sso_role_name = Operator
[sso-session corp]
sso_region = eu-central-1
sso_start_url = https://corp.awsapps.com/start
[profile login]
login_session = arn:aws:iam::123456789012:user/me
[profile process]
credential_process = /bin/true
[profile broken]
role_arn = arn:aws:iam::1:role/one
)";

struct Bench : SignInBench {
    std::unique_ptr<SignInTools> tools;
    std::unique_ptr<ProfileCatalog> catalog;

    explicit Bench(const QByteArray& config, QMap<QString, QString> variables = {})
    {
        if (!config.isEmpty())
            write(QStringLiteral("config"), config);
        variables.insert(QStringLiteral("HOME"), folder.path());
        variables.insert(QStringLiteral("AWS_CONFIG_FILE"),
                         folder.filePath(QStringLiteral("config")));
        variables.insert(QStringLiteral("AWS_SHARED_CREDENTIALS_FILE"),
                         folder.filePath(QStringLiteral("credentials")));
        const Environment environment(variables);
        tools = std::make_unique<SignInTools>(parts(), fileLocations(environment, Platform::Unix),
                                              environment, nullptr);
        catalog = std::make_unique<ProfileCatalog>(*tools);
    }

    template <typename T>
    Result<T> settled(CallOf<T>* call)
    {
        Outcome<T> outcome;
        outcome.watch(call, &owner);
        if (!QTest::qWaitFor([&] { return outcome.count > 0; }))
            return failure(ErrorKind::TimedOut);
        return *outcome.result;
    }

    QList<ProfileEntry> entries()
    {
        return settled(catalog->entries(&owner)).value_or(QList<ProfileEntry>());
    }

    Result<ProfilePlace> place(const Connection& connection)
    {
        return settled(catalog->place(connection, &owner));
    }
};

ProfileEntry named(const QList<ProfileEntry>& entries, const char* name)
{
    for (const ProfileEntry& entry : entries) {
        if (entry.name == QLatin1String(name))
            return entry;
    }
    return {};
}

} // namespace

void ProfileCatalogTest::everySourceIsTold()
{
    Bench b(Everything);
    const QList<ProfileEntry> all = b.entries();
    QCOMPARE(all.size(), 7);
    QCOMPARE(named(all, "keys").source, ProfileSource::Keys);
    QCOMPARE(named(all, "keys").region, QStringLiteral("eu-west-1"));
    const ProfileEntry role = named(all, "role");
    QCOMPARE(role.source, ProfileSource::Keys);
    QCOMPARE(role.roleArn, QStringLiteral("arn:aws:iam::111122223333:role/one"));
    QCOMPARE(role.accountId, QStringLiteral("111122223333"));
    QVERIFY(role.asksForCode);
    QCOMPARE(named(all, "web").source, ProfileSource::WebIdentity);
    QCOMPARE(named(all, "web").accountId, QStringLiteral("444455556666"));
    QCOMPARE(named(all, "sso").source, ProfileSource::Sso);
    QCOMPARE(named(all, "sso").accountId, QStringLiteral("777788889999"));
    QCOMPARE(named(all, "login").source, ProfileSource::Login);
    QCOMPARE(named(all, "process").source, ProfileSource::Process);
}

void ProfileCatalogTest::brokenProfileSaysWhy()
{
    Bench b(Everything);
    const ProfileEntry broken = named(b.entries(), "broken");
    QVERIFY(broken.error);
    QCOMPARE(broken.error->code, QStringLiteral("source-missing"));
}

void ProfileCatalogTest::environmentStandsFirst()
{
    Bench b(Everything,
            {{QStringLiteral("AWS_ACCESS_KEY_ID"), QStringLiteral("ENV")},
             {QStringLiteral("AWS_SECRET_ACCESS_KEY"), QStringLiteral("s")},
             {QStringLiteral("AWS_REGION"), QStringLiteral("us-west-2")}});
    const ProfileEntry first = b.entries().first();
    QCOMPARE(first.name, QString());
    QCOMPARE(first.source, ProfileSource::Environment);
    QCOMPARE(first.region, QStringLiteral("us-west-2"));
    QCOMPARE(b.catalog->usualProfile(), QString());
    QCOMPARE(Bench(Everything).catalog->usualProfile(), QStringLiteral("default"));
}

void ProfileCatalogTest::placeIsWhatTheFilesSay()
{
    Bench b("[profile p]\nregion = ap-northeast-1\nuse_fips_endpoint = true\n"
            "ca_bundle = /bundle.pem\n[profile q]\nregion = eu-west-1\n"
            "endpoint_url = http://127.0.0.1:7\nuse_fips_endpoint = true\n");
    const auto plain = b.place(profileConnection(QStringLiteral("p")));
    QVERIFY(plain);
    QCOMPARE(plain->connection.region, QStringLiteral("ap-northeast-1"));
    QCOMPARE(plain->connection.caBundleFile, QStringLiteral("/bundle.pem"));
    QVERIFY(plain->connection.useFips);
    QCOMPARE(plain->sts.endpoint,
             QUrl(QStringLiteral("https://sts-fips.ap-northeast-1.amazonaws.com")));
    const auto own = b.place(profileConnection(QStringLiteral("q")));
    QVERIFY(own);
    QCOMPARE(own->connection.endpointUrl, QStringLiteral("http://127.0.0.1:7"));
    QVERIFY(!own->connection.useFips); // does not go with an endpoint of one's own
    QCOMPARE(own->sts.endpoint, QUrl(QStringLiteral("http://127.0.0.1:7")));
}

void ProfileCatalogTest::ownRegionComesFirst()
{
    Bench b("[profile p]\nregion = ap-northeast-1\n",
            {{QStringLiteral("AWS_REGION"), QStringLiteral("us-east-1")}});
    Connection connection = profileConnection(QStringLiteral("p"));
    QCOMPARE(b.place(connection)->connection.region, QStringLiteral("us-east-1"));
    connection.region = QStringLiteral("sa-east-1");
    QCOMPARE(b.place(connection)->connection.region, QStringLiteral("sa-east-1"));
}

void ProfileCatalogTest::withoutARegionThereIsNoPlace()
{
    Bench b("[profile p]\naws_access_key_id = a\n");
    const auto place = b.place(profileConnection(QStringLiteral("p")));
    QVERIFY(!place);
    QCOMPARE(place.error().kind, ErrorKind::ConfigurationInvalid);
    QCOMPARE(place.error().code, QStringLiteral("no-region"));
    QCOMPARE(place.error().detail, QStringLiteral("p"));
}

void ProfileCatalogTest::changesAreNoticed()
{
    Bench b(Everything);
    QCOMPARE(b.entries().size(), 7);
    QSignalSpy changed(b.catalog.get(), &ProfileCatalog::filesChanged);
    b.write(QStringLiteral("config"), "[profile only]\naws_access_key_id = a\n");
    QTRY_VERIFY(changed.count() > 0);
    QCOMPARE(b.entries().size(), 1);
    // as an editor does it: a new file takes the place of the old one
    const qsizetype before = changed.count();
    b.write(QStringLiteral("other"), Everything);
    QFile::remove(b.folder.filePath(QStringLiteral("config")));
    QVERIFY(QFile::rename(b.folder.filePath(QStringLiteral("other")),
                          b.folder.filePath(QStringLiteral("config"))));
    QTRY_VERIFY(changed.count() > before);
    QCOMPARE(b.entries().size(), 7);
    const qsizetype again = changed.count();
    b.write(QStringLiteral("config"), "");
    QTRY_VERIFY(changed.count() > again);
}

void ProfileCatalogTest::filesThatCameLaterAreNoticed()
{
    Bench b({});
    QVERIFY(!b.catalog->isSetUp());
    QCOMPARE(b.entries().size(), 0);
    QSignalSpy changed(b.catalog.get(), &ProfileCatalog::filesChanged);
    b.write(QStringLiteral("credentials"), "[default]\naws_access_key_id = a\n");
    QTRY_VERIFY(changed.count() > 0);
    QVERIFY(b.catalog->isSetUp());
    QCOMPARE(b.entries().size(), 1);
}

void ProfileCatalogTest::changeEndsKeysThatLieInTheFiles()
{
    Bench b("[profile p]\naws_access_key_id = OLD\naws_secret_access_key = s\n");
    QCOMPARE(b.entries().size(), 1); // from here on the files are watched
    const auto keys = b.catalog->credentials(QStringLiteral("p"));
    QCOMPARE(b.settled(keys->obtain(&b.owner))->accessKeyId, QStringLiteral("OLD"));
    QVERIFY(keys->fresh());
    b.write(QStringLiteral("config"),
            "[profile p]\naws_access_key_id = NEW\naws_secret_access_key = s\n");
    QTRY_VERIFY(!keys->fresh());
    QCOMPARE(b.settled(keys->obtain(&b.owner))->accessKeyId, QStringLiteral("NEW"));
}

void ProfileCatalogTest::unreadableFilesAreSaid()
{
    Bench b("[profile p\n");
    const auto entries = b.settled(b.catalog->entries(&b.owner));
    QVERIFY(!entries);
    QCOMPARE(entries.error().kind, ErrorKind::FileMalformed);
    QVERIFY(entries.error().detail.endsWith(QStringLiteral("config:1")));
}

FUOTADESK_TEST(ProfileCatalogTest);

} // namespace fuotadesk

#include "profilecatalogtest.moc"
