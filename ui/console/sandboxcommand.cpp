#include "console/sandboxcommand.h"

#include "console/complaints.h"

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
    const Credentials keys = endpoint.credentials();
    if (line.json) {
        output.json(addressJson(endpoint, keys));
    } else {
        output.message(tr("The sandbox listens on %1. Its tasks are lost when it stops; stop it "
                          "with Ctrl+C. An image is as large as its name says (fw-102400.bin), "
                          "else it has 20480 bytes.")
                           .arg(endpoint.url()));
        output.result(addressText(endpoint, keys));
    }
    return ExitStatus::Done;
}

} // namespace fuotadesk
