#include "console/sandboxcommand.h"

#include "console/complaints.h"
#include "console/signinfolder.h"

#include <QDir>

#include <QCoreApplication>

namespace fuotadesk {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("SandboxCommand", text);
}

// The sandbox's own keys are made up at each start and open nothing else: printing them is their
// purpose.
QJsonObject addressJson(const LocalEndpoint& endpoint, const Credentials& keys)
{
    return {
        {QStringLiteral("endpoint"), endpoint.url()},
        {QStringLiteral("accessKeyId"), keys.accessKeyId},
        {QStringLiteral("secretAccessKey"), QString::fromUtf8(keys.secretAccessKey.reveal())},
        {QStringLiteral("region"), endpoint.region()},
    };
}

QString addressText(const LocalEndpoint& endpoint, const Credentials& keys)
{
    return QStringLiteral("export AWS_ACCESS_KEY_ID=%1\n"
                          "export AWS_SECRET_ACCESS_KEY=%2\n"
                          "export AWS_DEFAULT_REGION=%3\n"
                          "aws --endpoint-url %4 iotwireless list-fuota-tasks")
        .arg(keys.accessKeyId, QString::fromUtf8(keys.secretAccessKey.reveal()), endpoint.region(),
             endpoint.url());
}

using Variables = QList<std::pair<QString, QString>>;

// Nothing when none are wanted.
Result<Variables> writtenProfiles(const QString& path, LocalEndpoint& endpoint)
{
    if (path.isEmpty())
        return Variables();
    const SignInFolder folder(path);
    const QList<SignInFile> files = endpoint.signInFiles(folder.path());
    return folder.write(files).map([&] { return folder.variables(files); });
}

QString fileComplaint(const Error& error)
{
    const QString file = QDir::toNativeSeparators(error.detail);
    return error.kind == ErrorKind::NameTaken
        ? tr("--profiles: %1 was not written by this program, or was changed since. Remove it or "
             "name another folder.")
              .arg(file)
        : tr("--profiles: %1 can not be written.").arg(file);
}

QJsonObject profilesJson(const Variables& variables)
{
    QJsonObject object;
    for (const auto& [name, value] : variables)
        object.insert(name, value);
    return object;
}

// For a POSIX shell.
QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

QString profilesText(const Variables& variables)
{
    QString text;
    for (const auto& [name, value] : variables)
        text += QStringLiteral("export %1=%2\n").arg(name, quoted(value));
    return text + QStringLiteral("aws sts get-caller-identity --profile sandbox-role");
}

QJsonObject startedJson(const LocalEndpoint& endpoint, const Variables& profiles)
{
    QJsonObject document = addressJson(endpoint, endpoint.credentials());
    if (!profiles.isEmpty())
        document.insert(QStringLiteral("profiles"), profilesJson(profiles));
    return document;
}

void sayStarted(const LocalEndpoint& endpoint, const Variables& profiles, Output& output)
{
    output.message(tr("The sandbox listens on %1. Its tasks are lost when it stops; stop it "
                      "with Ctrl+C. An image is as large as its name says (fw-102400.bin), "
                      "else it has 20480 bytes.")
                       .arg(endpoint.url()));
    output.result(addressText(endpoint, endpoint.credentials()));
    if (profiles.isEmpty())
        return;
    output.message(
        tr("Profiles that sign in at the sandbox: sandbox, sandbox-role, sandbox-mfa (its code is "
           "123456), sandbox-external, sandbox-chain, sandbox-web, sandbox-sso, sandbox-process, "
           "sandbox-login. They hold as long as this sandbox runs. aws CLI 2.13 and later goes to "
           "the endpoint_url in them; give older ones --endpoint-url."));
    output.result(profilesText(profiles));
}

} // namespace

ExitStatus startSandbox(const CommandLine& line, LocalEndpoint& endpoint, Output& output)
{
    const Result<void> started = endpoint.start(line.sandbox);
    if (!started && started.error().kind == ErrorKind::InputInvalid) {
        output.message(tr("--fault: there is no operation “%1”.").arg(started.error().code));
        return ExitStatus::WrongUsage;
    }
    if (!started) {
        output.message(serviceComplaint(started.error()));
        return ExitStatus::Refused;
    }
    const auto profiles = writtenProfiles(line.profilesFolder, endpoint);
    if (!profiles) {
        endpoint.stop();
        output.message(fileComplaint(profiles.error()));
        return ExitStatus::Refused;
    }
    if (line.json)
        output.json(startedJson(endpoint, *profiles));
    else
        sayStarted(endpoint, *profiles, output);
    return ExitStatus::Done;
}

} // namespace fuotadesk
