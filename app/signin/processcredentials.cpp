#include "signin/processcredentials.h"

#include "aws/timestamps.h"
#include "signin/shellwords.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace fuotadesk {

namespace {

using namespace std::chrono_literals;

constexpr auto Look = 20ms;
constexpr qsizetype LongestComplaint = 2048; // bytes of stderr that are shown

// Reads what there is, so that neither the program nor our memory fills up.
struct ProcessOutput {
    QByteArray text;
    QByteArray complaint;

    void take(QProcess& process)
    {
        text += process.readAllStandardOutput();
        complaint += process.readAllStandardError();
        complaint.truncate(LongestComplaint);
    }
};

void end(QProcess& process)
{
    process.kill();
    process.waitForFinished();
}

Result<QByteArray> outputOf(const QStringList& words, std::chrono::milliseconds timeout,
                            const std::atomic<bool>& stop)
{
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(words.first(), words.mid(1));
    if (!process.waitForStarted())
        return failure(ErrorKind::ConfigurationInvalid, QStringLiteral("credential_process"),
                       words.first());
    ProcessOutput output;
    QElapsedTimer clock;
    clock.start();
    bool isOver = false;
    while (!isOver) {
        isOver = process.waitForFinished(static_cast<int>(Look.count()))
            || process.state() == QProcess::NotRunning;
        output.take(process);
        const bool isTooMuch = output.text.size() > ProcessCredentials::LargestOutput;
        const bool isTooLong = !isOver && clock.hasExpired(timeout.count());
        if (!isTooMuch && !isTooLong && !stop)
            continue;
        end(process);
        return failure(isTooMuch       ? ErrorKind::AnswerTooLarge
                           : isTooLong ? ErrorKind::TimedOut
                                       : ErrorKind::Cancelled,
                       QStringLiteral("credential_process"), words.first());
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return failure(ErrorKind::CredentialsMissing, QStringLiteral("process-exit"),
                       QString::fromLocal8Bit(output.complaint).trimmed());
    return output.text;
}

tl::unexpected<Error> malformed(const char* member)
{
    return failure(ErrorKind::AnswerMalformed, QString::fromLatin1(member));
}

} // namespace

Result<IssuedCredentials> readProcessOutput(const QByteArray& output, const QString& accountId)
{
    const QJsonDocument document = QJsonDocument::fromJson(output);
    if (!document.isObject())
        return malformed("credential_process");
    const QJsonObject json = document.object();
    const auto text = [&json](const char* name) {
        return json.value(QLatin1String(name)).toString();
    };
    if (json.value(QStringLiteral("Version")) != QJsonValue(1))
        return malformed("Version");
    IssuedCredentials issued{{text("AccessKeyId"), Secret(text("SecretAccessKey").toUtf8()),
                              Secret(text("SessionToken").toUtf8())},
                             text("AccountId"),
                             {}};
    if (issued.credentials.accessKeyId.isEmpty())
        return malformed("AccessKeyId");
    if (issued.credentials.secretAccessKey.isEmpty())
        return malformed("SecretAccessKey");
    if (issued.accountId.isEmpty())
        issued.accountId = accountId;
    const QJsonValue expiration = json.value(QStringLiteral("Expiration"));
    if (expiration.isUndefined() || expiration.isNull())
        return issued;
    issued.expiresAt = parseIso8601(expiration.toString());
    if (!issued.expiresAt->isValid())
        return malformed("Expiration");
    return issued;
}

ProcessCredentials::ProcessCredentials(std::chrono::milliseconds timeout) : m_timeout(timeout) { }

ProcessCredentials::~ProcessCredentials()
{
    *m_stop = true;
}

CallOf<IssuedCredentials>* ProcessCredentials::run(const ProcessSource& source, QObject* owner)
{
    const auto words = shellWords(source.command);
    if (!words || words->isEmpty())
        return settledCall<IssuedCredentials>(
            owner, failure(ErrorKind::ConfigurationInvalid, QStringLiteral("credential_process")));
    return m_worker.run<IssuedCredentials>(
        owner,
        [words = *words, timeout = m_timeout, stop = m_stop,
         account = source.accountId]() -> Result<IssuedCredentials> {
            if (*stop)
                return failure(ErrorKind::Cancelled);
            auto output = outputOf(words, timeout, *stop);
            if (!output)
                return failure(output.error());
            auto issued = readProcessOutput(*output, account);
            wipe(*output);
            return issued;
        });
}

} // namespace fuotadesk
