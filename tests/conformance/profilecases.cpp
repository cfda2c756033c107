#include "conformance/kinds.h"
#include "conformance/profilewords.h"
#include "conformance/signincases.h"

#include "profiles/filelocations.h"
#include "profiles/profilechain.h"
#include "profiles/profilesettings.h"

namespace fuotadesk {

namespace {

Properties propertiesOf(const QJsonValue& value)
{
    Properties properties;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        properties.insert(it.key(), it.value().toString());
    return properties;
}

QMap<QString, Properties> sectionsOf(const QJsonValue& value)
{
    QMap<QString, Properties> sections;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        sections.insert(it.key(), propertiesOf(it.value()));
    return sections;
}

QJsonObject jsonOf(const QMap<QString, Properties>& sections)
{
    QJsonObject object;
    for (auto it = sections.begin(); it != sections.end(); ++it) {
        QJsonObject section;
        for (auto each = it->begin(); each != it->end(); ++each)
            section.insert(each.key(), each.value());
        object.insert(it.key(), section);
    }
    return object;
}

Result<ProfileSet> parsed(const QJsonObject& input)
{
    auto config =
        parseSharedFile(input.value(u"configFile").toString().toUtf8(), SharedFileKind::Config);
    if (!config)
        return failure(config.error());
    const auto credentials = parseSharedFile(input.value(u"credentialsFile").toString().toUtf8(),
                                             SharedFileKind::Credentials);
    if (!credentials)
        return failure(credentials.error());
    return merged(*config, *credentials);
}

void compareError(const QString& expected, const Error& error, Disagreements& found)
{
    if (!isProfileError(expected, error.code))
        found.expect("error", expected, error.code);
}

Disagreements checkParser(const QJsonObject& input, const QJsonObject& expected)
{
    Disagreements found;
    const auto set = parsed(input);
    const QString error = expected.value(u"errorContaining").toString();
    if (!set || !error.isEmpty()) {
        compareError(error, set ? Error() : set.error(), found);
        return found;
    }
    const QJsonObject config = expected.value(u"config").toObject();
    found.expect("profiles", QJsonValue(config.value(u"profiles")),
                 QJsonValue(jsonOf(set->profiles)));
    if (config.contains(u"sso_sessions"))
        found.expect("sso-sessions", QJsonValue(config.value(u"sso_sessions")),
                     QJsonValue(jsonOf(set->ssoSessions)));
    return found;
}

Disagreements checkLocation(const QJsonObject& input, const QJsonObject& expected)
{
    const Environment environment(propertiesOf(input.value(u"environment")));
    const bool isWindows = input.value(u"platform").toString() == u"windows";
    const FileLocations files =
        fileLocations(environment, isWindows ? Platform::Windows : Platform::Unix);
    Disagreements found;
    found.expect("profile", expected.value(u"profile").toString(), configuredProfile(environment));
    found.expect("config", expected.value(u"configLocation").toString(), files.config);
    found.expect("credentials", expected.value(u"credentialsLocation").toString(),
                 files.credentials);
    return found;
}

// Members that are empty are not written in the file.
QJsonObject spoken(std::initializer_list<std::pair<const char*, QString>> members)
{
    QJsonObject object;
    for (const auto& [name, value] : members) {
        if (!value.isEmpty())
            object.insert(QString::fromLatin1(name), value);
    }
    return object;
}

struct SourceWords {
    QJsonObject operator()(const StaticKeys& source) const
    {
        return {
            {QStringLiteral("AccessKey"),
             spoken({{"access_key_id", source.keys.accessKeyId},
                     {"secret_access_key", QString::fromUtf8(source.keys.secretAccessKey.reveal())},
                     {"session_token", QString::fromUtf8(source.keys.sessionToken.reveal())},
                     {"account_id", source.accountId}})}};
    }
    QJsonObject operator()(const NamedSource& source) const
    {
        return {{QStringLiteral("NamedSource"), source.name}};
    }
    QJsonObject operator()(const WebIdentitySource& source) const
    {
        return {{QStringLiteral("WebIdentityToken"),
                 spoken({{"role_arn", source.roleArn},
                         {"web_identity_token_file", source.tokenFile},
                         {"role_session_name", source.sessionName}})}};
    }
    QJsonObject operator()(const SsoSource& source) const
    {
        return {{QStringLiteral("Sso"),
                 spoken({{"sso_session", source.sessionName},
                         {"sso_region", source.region},
                         {"sso_start_url", source.startUrl},
                         {"sso_account_id", source.accountId},
                         {"sso_role_name", source.roleName}})}};
    }
    QJsonObject operator()(const LoginSource& source) const
    {
        return {{QStringLiteral("LoginSession"), spoken({{"login_session", source.session}})}};
    }
    QJsonObject operator()(const ProcessSource& source) const
    {
        return {{QStringLiteral("CredentialProcess"), spoken({{"command", source.command}})}};
    }
};

QJsonArray chainJson(const ProfileChain& chain)
{
    QJsonArray array{std::visit(SourceWords(), chain.source)};
    for (const RoleStep& role : chain.roles)
        array.append(QJsonObject{{QStringLiteral("AssumeRole"),
                                  spoken({{"role_arn", role.roleArn},
                                          {"external_id", role.externalId},
                                          {"role_session_name", role.sessionName}})}});
    return array;
}

Disagreements checkChain(const QJsonObject& input, const QJsonObject& expected)
{
    const ProfileSet set{
        sectionsOf(input.value(u"profiles")), sectionsOf(input.value(u"sso_sessions")), {}};
    Disagreements found;
    const auto chain = resolveChain(set, input.value(u"selected_profile").toString());
    const QString error = expected.value(u"Error").toString();
    if (!chain || !error.isEmpty())
        compareError(error, chain ? Error() : chain.error(), found);
    else
        found.expect("chain", QJsonValue(expected.value(u"ProfileChain")),
                     QJsonValue(chainJson(*chain)));
    return found;
}

QMap<QString, Properties> servicesOf(const QJsonObject& input)
{
    Properties services;
    const QJsonObject sections = input.value(u"services_section").toObject();
    for (auto it = sections.begin(); it != sections.end(); ++it) {
        QString nested;
        const Properties properties = propertiesOf(it.value());
        for (auto each = properties.begin(); each != properties.end(); ++each)
            nested += u'\n' + each.key() + QStringLiteral(" = ") + each.value();
        services.insert(it.key(), nested);
    }
    const QString name = input.value(u"profile")[u"services"].toString();
    return {{name, services}};
}

// What a client is told directly comes before all that is configured.
Disagreements checkEndpoint(const QJsonObject& input, const QJsonObject& expected)
{
    const QJsonObject client = input.value(u"client_config").toObject();
    QMap<QString, QString> variables = propertiesOf(input.value(u"environment"));
    if (client.value(u"ignore_configured_endpoint_urls").toBool())
        variables.insert(QStringLiteral("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"),
                         QStringLiteral("true"));
    const auto profile = QStringLiteral("p");
    const ProfileSet set{{{profile, propertiesOf(input.value(u"profile"))}}, {}, servicesOf(input)};
    const QString service = input.value(u"service").toString();
    QString url = client.value(u"endpoint_url").toString();
    if (url.isEmpty())
        url = configuredEndpointUrl(service, set, profile, Environment(variables));
    if (url.isEmpty())
        url = QStringLiteral("https://%1.%2.amazonaws.com")
                  .arg(service, configuredRegion(set, profile, Environment(variables)));
    Disagreements found;
    found.expect("endpoint", expected.value(u"endpointUrl").toString(), url);
    return found;
}

Disagreements checkCase(const QJsonObject& test)
{
    const QString kind = test.value(u"kind").toString();
    const QJsonObject input = test.value(u"input").toObject();
    const QJsonObject expected = test.value(u"expected").toObject();
    if (kind == u"parser")
        return checkParser(input, expected);
    if (kind == u"file-location")
        return checkLocation(input, expected);
    if (kind == u"assume-role-chain")
        return checkChain(input, expected);
    if (kind == u"endpoint-url")
        return checkEndpoint(input, expected);
    return checkSignIn(test);
}

} // namespace

void runProfileCases(const QJsonObject& document, CaseRunner& runner)
{
    runner.runAll(document.value(u"cases").toArray(), QStringLiteral("id"), checkCase);
}

} // namespace fuotadesk
