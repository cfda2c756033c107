#include "identity/signinfiles.h"

#include "aws/timestamps.h"
#include "identity/es256.h"
#include "identity/sandboxroles.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace fuotadesk {

namespace {

const auto TokenFile = QStringLiteral("web-identity-token");
constexpr auto LoginClient = "arn:aws:signin:::devtools/same-device";

using Settings = QList<std::pair<const char*, QString>>;

QString section(const QString& name, const Settings& settings)
{
    QString text = QStringLiteral("\n[%1]\n").arg(name);
    for (const auto& [key, value] : settings)
        text += QLatin1String(key) + QStringLiteral(" = ") + value + u'\n';
    return text;
}

// Writes profiles that all go to the sandbox.
class Profiles {
public:
    explicit Profiles(const SignInSubject& subject) : m_subject(subject) { }

    void add(const char* name, Settings settings)
    {
        settings.append({"region", m_subject.region});
        settings.append({"endpoint_url", m_subject.url});
        m_text += section(QStringLiteral("profile sandbox") + QLatin1String(name), settings);
    }
    void addRole(const char* name, const char* role, Settings settings = {})
    {
        settings.prepend({"role_arn", SandboxRole{QLatin1String(role)}.arn()});
        add(name, settings);
    }
    void addSection(const QString& name, const Settings& settings)
    {
        m_text += section(name, settings);
    }
    QByteArray text() const { return m_text.toUtf8(); }

private:
    const SignInSubject& m_subject;
    QString m_text = QStringLiteral("# Written by \"fuotadesk sandbox --profiles\". It opens the "
                                    "sandbox and nothing else.\n");
};

// Between single quotes nothing has a meaning.
QString processOf(const Credentials& keys)
{
    const QJsonObject output{
        {QStringLiteral("Version"), 1},
        {QStringLiteral("AccessKeyId"), keys.accessKeyId},
        {QStringLiteral("SecretAccessKey"), QString::fromUtf8(keys.secretAccessKey.reveal())}};
    return QStringLiteral("/bin/echo '%1'")
        .arg(QString::fromUtf8(QJsonDocument(output).toJson(QJsonDocument::Compact)));
}

QByteArray configText(const SignInSubject& subject, const QString& folder)
{
    const std::pair<const char*, QString> source{"source_profile", QStringLiteral("sandbox")};
    Profiles profiles(subject);
    profiles.add("", {});
    profiles.addRole("-role", "fuota-operator", {source});
    profiles.addRole("-mfa", "fuota-mfa", {source, {"mfa_serial", people::MfaSerial}});
    profiles.addRole("-external", "fuota-external", {source, {"external_id", people::ExternalId}});
    profiles.addRole(
        "-chain", "fuota-external",
        {{"source_profile", QStringLiteral("sandbox-role")}, {"external_id", people::ExternalId}});
    profiles.addRole("-web", "fuota-web", {{"web_identity_token_file", folder + u'/' + TokenFile}});
    profiles.add("-sso",
                 {{"sso_session", QStringLiteral("sandbox")},
                  {"sso_account_id", people::Account},
                  {"sso_role_name", people::SsoRoles.first()}});
    profiles.add("-process", {{"credential_process", processOf(subject.keys)}});
    profiles.add("-login", {{"login_session", people::User}});
    profiles.addSection(QStringLiteral("sso-session sandbox"),
                        {{"sso_region", subject.region},
                         {"sso_start_url", subject.url + QStringLiteral("/start")},
                         {"sso_registration_scopes", QStringLiteral("sso:account:access")}});
    return profiles.text();
}

QByteArray credentialsText(const SignInSubject& subject)
{
    Profiles profiles(subject);
    profiles.addSection(
        QStringLiteral("sandbox"),
        {{"aws_access_key_id", subject.keys.accessKeyId},
         {"aws_secret_access_key", QString::fromUtf8(subject.keys.secretAccessKey.reveal())}});
    return profiles.text();
}

// As "aws login" leaves it.
QByteArray loginText(const SignInSubject& subject, const BegunLogin& login)
{
    const Credentials& keys = login.key.credentials;
    const QJsonObject access{
        {QStringLiteral("accessKeyId"), keys.accessKeyId},
        {QStringLiteral("secretAccessKey"), QString::fromUtf8(keys.secretAccessKey.reveal())},
        {QStringLiteral("sessionToken"), QString::fromUtf8(keys.sessionToken.reveal())},
        {QStringLiteral("accountId"), people::Account},
        {QStringLiteral("expiresAt"), QString::fromLatin1(iso8601Text(*login.key.expiresAt))}};
    const QJsonObject cache{
        {QStringLiteral("accessToken"), access},
        {QStringLiteral("tokenType"), QStringLiteral("aws_sigv4")},
        {QStringLiteral("clientId"), QLatin1String(LoginClient)},
        {QStringLiteral("refreshToken"), QString::fromUtf8(login.refreshToken.reveal())},
        {QStringLiteral("dpopKey"), QString::fromUtf8(newPrivateKey().reveal())},
        {QStringLiteral("signInRegion"), subject.region}};
    return QJsonDocument(cache).toJson(QJsonDocument::Compact);
}

QString loginFileName()
{
    const QByteArray digest =
        QCryptographicHash::hash(people::User.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QStringLiteral("login/") + QString::fromLatin1(digest) + QStringLiteral(".json");
}

} // namespace

QList<SignInFile> signInFiles(const SignInSubject& subject, const QString& folder,
                              const BegunLogin& login)
{
    using Use = SignInFile::Use;
    return {{QStringLiteral("config"), Use::Config, Secret(configText(subject, folder))},
            {QStringLiteral("credentials"), Use::Credentials, Secret(credentialsText(subject))},
            {TokenFile, Use::Named, Secret(people::WebToken.toUtf8())},
            {loginFileName(), Use::LoginCache, Secret(loginText(subject, login))}};
}

} // namespace fuotadesk
