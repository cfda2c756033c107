#include "profiles/profilechain.h"

namespace fuotadesk {

namespace {

constexpr int ShortestRole = 900; // seconds
constexpr int LongestRole = 43200;

tl::unexpected<Error> invalid(const QString& code, const QString& detail)
{
    return failure(ErrorKind::ConfigurationInvalid, code, detail);
}

// A property that has to be there.
Result<QString> required(const Properties& properties, const char* key, const QString& profile)
{
    const QString name = QString::fromLatin1(key);
    const QString value = properties.value(name);
    if (value.isEmpty())
        return invalid(name, profile);
    return value;
}

bool has(const Properties& properties, const char* key)
{
    return !properties.value(QString::fromLatin1(key)).isEmpty();
}

QString value(const Properties& properties, const char* key)
{
    return properties.value(QString::fromLatin1(key));
}

Result<StaticKeys> staticKeys(const Properties& properties, const QString& profile)
{
    if (!has(properties, "aws_access_key_id") && !has(properties, "aws_secret_access_key"))
        return invalid(QStringLiteral("profile-empty"), profile);
    const auto id = required(properties, "aws_access_key_id", profile);
    const auto secret = required(properties, "aws_secret_access_key", profile);
    if (!id || !secret)
        return failure(id ? secret.error() : id.error());
    return StaticKeys{
        {*id, Secret(secret->toUtf8()), Secret(value(properties, "aws_session_token").toUtf8())},
        value(properties, "aws_account_id")};
}

Result<WebIdentitySource> webIdentity(const Properties& properties, const QString& profile)
{
    const auto role = required(properties, "role_arn", profile);
    if (!role)
        return failure(role.error());
    return WebIdentitySource{*role, value(properties, "web_identity_token_file"),
                             value(properties, "role_session_name")};
}

// A value that stands in the profile and in its session must be the same.
Result<QString> agreed(const Properties& properties, const Properties& session, const char* key,
                       const QString& profile)
{
    if (has(properties, key) && has(session, key) && value(properties, key) != value(session, key))
        return invalid(QString::fromLatin1(key), profile);
    return required(has(session, key) ? session : properties, key, profile);
}

Result<SsoSource> sso(const ProfileSet& set, const Properties& properties, const QString& profile)
{
    const QString name = value(properties, "sso_session");
    if (!name.isEmpty() && !set.ssoSessions.contains(name))
        return invalid(QStringLiteral("sso_session"), name);
    const Properties session = set.ssoSessions.value(name);
    SsoSource source{name, {}, {}, {}, {}, value(session, "sso_registration_scopes")};
    const auto region = agreed(properties, session, "sso_region", profile);
    const auto startUrl = agreed(properties, session, "sso_start_url", profile);
    if (!region || !startUrl)
        return failure(region ? startUrl.error() : region.error());
    source.region = *region;
    source.startUrl = *startUrl;
    if (has(properties, "sso_account_id") || has(properties, "sso_role_name") || name.isEmpty()) {
        const auto account = required(properties, "sso_account_id", profile);
        const auto role = required(properties, "sso_role_name", profile);
        if (!account || !role)
            return failure(account ? role.error() : account.error());
        source.accountId = *account;
        source.roleName = *role;
    }
    return source;
}

bool usesSso(const Properties& properties)
{
    return has(properties, "sso_session") || has(properties, "sso_account_id")
        || has(properties, "sso_role_name");
}

template <typename Source>
Result<CredentialSource> asSource(const Result<Source>& source)
{
    if (!source)
        return failure(source.error());
    return CredentialSource(*source);
}

// In this order, whatever else the profile has.
Result<CredentialSource> sourceOf(const ProfileSet& set, const QString& profile)
{
    const Properties properties = set.profiles.value(profile);
    if (has(properties, "credential_source"))
        return NamedSource{value(properties, "credential_source")};
    if (has(properties, "web_identity_token_file"))
        return asSource(webIdentity(properties, profile));
    if (usesSso(properties))
        return asSource(sso(set, properties, profile));
    if (has(properties, "login_session"))
        return LoginSource{value(properties, "login_session")};
    if (has(properties, "credential_process"))
        return ProcessSource{value(properties, "credential_process"),
                             value(properties, "aws_account_id")};
    return asSource(staticKeys(properties, profile));
}

Result<RoleStep> roleOf(const Properties& properties, const QString& profile)
{
    RoleStep step{profile,
                  value(properties, "role_arn"),
                  value(properties, "external_id"),
                  value(properties, "role_session_name"),
                  value(properties, "mfa_serial"),
                  {}};
    if (!has(properties, "duration_seconds"))
        return step;
    bool isNumber = false;
    step.durationSeconds = value(properties, "duration_seconds").toInt(&isNumber);
    if (!isNumber || *step.durationSeconds < ShortestRole || *step.durationSeconds > LongestRole)
        return invalid(QStringLiteral("duration"), profile);
    return step;
}

// The profile whose credentials ask for the role: itself, where it has a source of its own.
Result<QString> askerOf(const Properties& properties, const QString& profile)
{
    const bool hasNamed = has(properties, "credential_source");
    const QString source = value(properties, "source_profile");
    if (hasNamed && !source.isEmpty())
        return invalid(QStringLiteral("source-twice"), profile);
    if (!hasNamed && source.isEmpty())
        return invalid(QStringLiteral("source-missing"), profile);
    return hasNamed ? profile : source;
}

// A role that is asked for with a web identity is a source itself.
bool asksForRole(const Properties& properties)
{
    return has(properties, "role_arn") && !has(properties, "web_identity_token_file");
}

} // namespace

Result<ProfileChain> resolveChain(const ProfileSet& set, const QString& profile)
{
    ProfileChain chain;
    QStringList visited;
    QString name = profile;
    for (;;) {
        if (!set.profiles.contains(name))
            return invalid(QStringLiteral("profile-missing"), name);
        if (visited.contains(name))
            return invalid(QStringLiteral("profile-loop"), visited.join(QStringLiteral(" → ")));
        const Properties properties = set.profiles.value(name);
        // The keys of a source are used without asking for a role it may name itself.
        const bool isKeys = !visited.isEmpty() && staticKeys(properties, name);
        visited << name;
        if (isKeys || !asksForRole(properties))
            break;
        const auto step = roleOf(properties, name);
        const auto asker = askerOf(properties, name);
        if (!step || !asker)
            return failure(asker ? step.error() : asker.error());
        chain.roles.prepend(*step);
        if (*asker == name)
            break;
        name = *asker;
    }
    const Properties properties = set.profiles.value(name);
    auto source = visited.size() > 1 && staticKeys(properties, name)
        ? asSource(staticKeys(properties, name))
        : sourceOf(set, name);
    if (!source)
        return failure(source.error());
    chain.sourceProfile = name;
    chain.source = std::move(*source);
    return chain;
}

} // namespace fuotadesk
