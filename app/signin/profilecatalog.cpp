#include "signin/profilecatalog.h"

#include "signin/profilecredentials.h"

#include <QFileInfo>

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {

constexpr auto Pause = 300ms; // tools write both files one after the other

struct SourceOf {
    ProfileSource operator()(const StaticKeys&) const { return ProfileSource::Keys; }
    ProfileSource operator()(const NamedSource&) const { return ProfileSource::Environment; }
    ProfileSource operator()(const WebIdentitySource&) const { return ProfileSource::WebIdentity; }
    ProfileSource operator()(const SsoSource&) const { return ProfileSource::Sso; }
    ProfileSource operator()(const LoginSource&) const { return ProfileSource::Login; }
    ProfileSource operator()(const ProcessSource&) const { return ProfileSource::Process; }
};

struct AccountOf {
    QString operator()(const StaticKeys& source) const { return source.accountId; }
    QString operator()(const NamedSource&) const { return {}; }
    QString operator()(const WebIdentitySource& source) const { return ofArn(source.roleArn); }
    QString operator()(const SsoSource& source) const { return source.accountId; }
    QString operator()(const LoginSource& source) const { return ofArn(source.session); }
    QString operator()(const ProcessSource& source) const { return source.accountId; }

    // "arn:aws:iam::123456789012:role/name"
    static QString ofArn(const QString& arn) { return arn.section(u':', 4, 4); }
};

ProfileEntry entryOf(const ProfileSet& set, const QString& name)
{
    ProfileEntry entry;
    entry.name = name;
    entry.region = set.profiles.value(name).value(QStringLiteral("region"));
    const auto chain = resolveChain(set, name);
    if (!chain) {
        entry.error = chain.error();
        return entry;
    }
    entry.source = std::visit(SourceOf(), chain->source);
    entry.accountId = std::visit(AccountOf(), chain->source);
    for (const RoleStep& role : chain->roles) {
        entry.roleArn = role.roleArn;
        entry.accountId = AccountOf::ofArn(role.roleArn);
        entry.asksForCode = entry.asksForCode || !role.mfaSerial.isEmpty();
    }
    return entry;
}

// Keys, or a token of another identity, in the environment itself.
std::optional<ProfileEntry> environmentEntry(const Environment& environment)
{
    ProfileEntry entry;
    entry.region = configuredRegion({}, {}, environment);
    entry.source = ProfileSource::Environment;
    const auto keys = environmentCredentials(environment);
    if (keys && !*keys)
        entry.error = keys->error();
    if (keys)
        return entry;
    entry.source = ProfileSource::WebIdentity;
    entry.roleArn = environment.value(QStringLiteral("AWS_ROLE_ARN"));
    entry.accountId = AccountOf::ofArn(entry.roleArn);
    if (environment.isSet(QStringLiteral("AWS_WEB_IDENTITY_TOKEN_FILE"))
        && !entry.roleArn.isEmpty())
        return entry;
    return {};
}

} // namespace

QList<ProfileEntry> profileEntries(const ProfileSet& set, const Environment& environment)
{
    QList<ProfileEntry> entries;
    if (const auto own = environmentEntry(environment))
        entries << *own;
    for (const QString& name : set.profiles.keys())
        entries << entryOf(set, name);
    return entries;
}

Result<ProfilePlace> placeOf(const Connection& connection, const ProfileSet& set,
                             const Environment& environment)
{
    const QString profile =
        connection.profile.isEmpty() ? configuredProfile(environment) : connection.profile;
    const ServiceAddresses addresses(set, profile, environment);
    ProfilePlace place{connection, addresses.sts(), {}, {}};
    Connection& located = place.connection;
    if (located.region.isEmpty())
        located.region = configuredRegion(set, profile, environment);
    if (located.region.isEmpty())
        return failure(ErrorKind::ConfigurationInvalid, QStringLiteral("no-region"), profile);
    place.s3 = addresses.s3(located.region);
    place.iam = addresses.iam(located.region);
    if (located.endpointUrl.isEmpty())
        located.endpointUrl =
            configuredEndpointUrl(QStringLiteral("IoT Wireless"), set, profile, environment);
    located.caBundleFile = configuredCaBundle(set, profile, environment);
    if (located.endpointUrl.isEmpty()) {
        located.useDualStack = configuredDualStack(set, profile, environment);
        located.useFips = configuredFips(set, profile, environment);
    }
    return place;
}

ProfileCatalog::ProfileCatalog(SignInTools& tools, QObject* parent)
    : QObject(parent),
      m_tools(tools)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(Pause);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_pause,
            qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, [this] {
        watch(); // a file that was replaced is another one
        Q_EMIT filesChanged();
    });
}

// The folders tell of files that come and go, and of those that are written anew and renamed.
void ProfileCatalog::watch()
{
    QStringList paths;
    for (const QString& file : {m_tools.files.config, m_tools.files.credentials}) {
        const QFileInfo facts(file);
        if (facts.exists())
            paths << facts.absoluteFilePath();
        if (QFileInfo::exists(facts.absolutePath()))
            paths << facts.absolutePath();
    }
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    paths.removeIf([&watched](const QString& path) { return watched.contains(path); });
    paths.removeDuplicates();
    if (!paths.isEmpty())
        m_watcher.addPaths(paths);
    m_isWatching = true;
}

CallOf<QList<ProfileEntry>>* ProfileCatalog::entries(QObject* owner)
{
    if (!m_isWatching)
        watch();
    return m_tools.worker.run<QList<ProfileEntry>>(
        owner,
        [files = m_tools.files,
         environment = m_tools.environment]() -> Result<QList<ProfileEntry>> {
            const auto set = readProfileSet(files.config, files.credentials);
            if (!set)
                return failure(set.error());
            return profileEntries(*set, environment);
        });
}

CallOf<ProfilePlace>* ProfileCatalog::place(const Connection& connection, QObject* owner)
{
    return m_tools.worker.run<ProfilePlace>(
        owner,
        [files = m_tools.files, environment = m_tools.environment,
         connection]() -> Result<ProfilePlace> {
            const auto set = readProfileSet(files.config, files.credentials);
            if (!set)
                return failure(set.error());
            return placeOf(connection, *set, environment);
        });
}

bool ProfileCatalog::isSetUp() const
{
    return environmentEntry(m_tools.environment)
        || m_tools.environment.isSet(QStringLiteral("AWS_PROFILE"))
        || QFileInfo::exists(m_tools.files.config) || QFileInfo::exists(m_tools.files.credentials);
}

QString ProfileCatalog::usualProfile() const
{
    return environmentEntry(m_tools.environment) ? QString()
                                                 : configuredProfile(m_tools.environment);
}

// Keys that lie in the files never end by themselves: a change in the files ends them.
std::shared_ptr<CredentialProvider> ProfileCatalog::credentials(const QString& profile)
{
    auto credentials = std::make_shared<ProfileCredentials>(m_tools, profile);
    connect(this, &ProfileCatalog::filesChanged, credentials.get(), &ProfileCredentials::forget);
    connect(credentials.get(), &ProfileCredentials::lost, this,
            [this, profile](const Error& error) { Q_EMIT credentialsLost(profile, error); });
    return credentials;
}

} // namespace fuotadesk
