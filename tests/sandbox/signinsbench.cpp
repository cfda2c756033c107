#include "signinsbench.h"

#include "iotwireless/wirelessdeviceclient.h"

namespace fuotadesk {

SignInsBench::SignInsBench()
    : m_sandbox(makeSandbox(clock, m_randomOfSandbox)),
      m_network({}),
      m_factory(makeTransportStackFactory(clock, m_random, {}))
{
    if (!m_sandbox->start({}))
        return;
    for (const SignInFile& file : m_sandbox->signInFiles(m_folder.path()))
        append(file.path, file.text.reveal());
    restart();
}

SignInsBench::~SignInsBench() = default;

void SignInsBench::append(const QString& name, const QByteArray& text) const
{
    const QFileInfo place(path(name));
    QDir().mkpath(place.path());
    QFile file(place.filePath());
    if (!file.open(QIODevice::Append) || file.write(text) != text.size())
        qFatal("can not write %s", qPrintable(name));
}

QByteArray SignInsBench::read(const QString& name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void SignInsBench::restart(const QMap<QString, QString>& variables)
{
    QMap<QString, QString> all{
        {QStringLiteral("HOME"), m_folder.path()},
        {QStringLiteral("AWS_CONFIG_FILE"), path(QStringLiteral("config"))},
        {QStringLiteral("AWS_SHARED_CREDENTIALS_FILE"), path(QStringLiteral("credentials"))},
        {QStringLiteral("AWS_LOGIN_CACHE_DIRECTORY"), path(QStringLiteral("login"))}};
    all.insert(variables);
    const Environment environment(all);
    m_profiles.clear();
    m_tools = std::make_unique<SignInTools>(parts(), fileLocations(environment, Platform::Unix),
                                            environment, &prompt);
}

Result<IssuedCredentials> SignInsBench::issued(const QString& profile)
{
    auto& credentials = m_profiles[profile];
    if (!credentials)
        credentials = std::make_unique<ProfileCredentials>(*m_tools, profile);
    return settled(credentials->credentials(&owner));
}

Result<CallerIdentity> SignInsBench::callerOf(const Credentials& credentials)
{
    const ServiceAddress address{QUrl(url()), QStringLiteral("us-east-1")};
    StsClient client(parts(), address, credentials);
    return settled(client.callerIdentity(&owner));
}

Result<void> SignInsBench::reaches(const Credentials& credentials)
{
    Connection connection = sandboxConnection();
    connection.endpointUrl = url();
    connection.region = m_sandbox->region();
    const auto below = settled(m_factory->make(connection, fixedCredentials(credentials), &owner));
    if (!below)
        return failure(below.error());
    ServiceStack stack(*below);
    return settled(stack.wirelessDevices().list({}, &owner)).map([](const auto&) {});
}

} // namespace fuotadesk
