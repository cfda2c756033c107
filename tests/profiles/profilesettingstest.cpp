#include "profiles/profilesettings.h"
#include "support/testcase.h"

namespace fuotadesk {

class ProfileSettingsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void firstThatIsSetCounts();
    void ignoringIgnoresAll();
    void regionComesFromTheEnvironmentFirst();
    void profileIsNamedOrDefault();
    void switchesAreTakenFromWhereTheyAreSet();
};

namespace {

const auto Id = QStringLiteral("IoT Wireless");
const auto P = QStringLiteral("p");

ProfileSet setOf(const char* config)
{
    return merged(*parseSharedFile(config, SharedFileKind::Config), {});
}

Environment with(std::initializer_list<std::pair<const char*, const char*>> variables)
{
    QMap<QString, QString> map;
    for (const auto& [name, value] : variables)
        map.insert(QString::fromLatin1(name), QString::fromLatin1(value));
    return Environment(map);
}

} // namespace

void ProfileSettingsTest::firstThatIsSetCounts()
{
    const ProfileSet set = setOf("[profile p]\nservices = v\nendpoint_url = fourth\n[services v]\n"
                                 "iot_wireless =\n  endpoint_url = third\n");
    QCOMPARE(configuredEndpointUrl(Id, set, P,
                                   with({{"AWS_ENDPOINT_URL_IOT_WIRELESS", "first"},
                                         {"AWS_ENDPOINT_URL", "second"}})),
             QStringLiteral("first"));
    QCOMPARE(configuredEndpointUrl(Id, set, P, with({{"AWS_ENDPOINT_URL", "second"}})),
             QStringLiteral("second"));
    QCOMPARE(configuredEndpointUrl(Id, set, P, {}), QStringLiteral("third"));
    QCOMPARE(configuredEndpointUrl(QStringLiteral("STS"), set, P, {}), QStringLiteral("fourth"));
    QVERIFY(configuredEndpointUrl(Id, {}, P, {}).isEmpty());
}

void ProfileSettingsTest::ignoringIgnoresAll()
{
    const ProfileSet set =
        setOf("[profile p]\nendpoint_url = u\nignore_configured_endpoint_urls = True\n");
    QVERIFY(configuredEndpointUrl(Id, set, P, with({{"AWS_ENDPOINT_URL", "second"}})).isEmpty());
    QCOMPARE(
        configuredEndpointUrl(Id, set, P, with({{"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "false"}})),
        QStringLiteral("u"));
}

void ProfileSettingsTest::regionComesFromTheEnvironmentFirst()
{
    const ProfileSet set = setOf("[profile p]\nregion = third\n");
    QCOMPARE(
        configuredRegion(set, P, with({{"AWS_REGION", "first"}, {"AWS_DEFAULT_REGION", "second"}})),
        QStringLiteral("first"));
    QCOMPARE(configuredRegion(set, P, with({{"AWS_DEFAULT_REGION", "second"}})),
             QStringLiteral("second"));
    QCOMPARE(configuredRegion(set, P, with({{"AWS_REGION", " "}})), QStringLiteral("third"));
}

void ProfileSettingsTest::profileIsNamedOrDefault()
{
    QCOMPARE(configuredProfile({}), QStringLiteral("default"));
    QCOMPARE(configuredProfile(with({{"AWS_PROFILE", "x"}})), QStringLiteral("x"));
}

void ProfileSettingsTest::switchesAreTakenFromWhereTheyAreSet()
{
    const ProfileSet set =
        setOf("[profile p]\nuse_dualstack_endpoint = true\nuse_fips_endpoint = no\n");
    QVERIFY(configuredDualStack(set, P, {}));
    QVERIFY(!configuredDualStack(set, P, with({{"AWS_USE_DUALSTACK_ENDPOINT", "false"}})));
    QVERIFY(!configuredFips(set, P, {}));
    QVERIFY(configuredFips(set, P, with({{"AWS_USE_FIPS_ENDPOINT", "TRUE"}})));
}

} // namespace fuotadesk

using fuotadesk::ProfileSettingsTest;
FUOTADESK_TEST(ProfileSettingsTest);
#include "profilesettingstest.moc"
