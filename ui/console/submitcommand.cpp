#include "console/submitcommand.h"

#include "campaign/session.h"
#include "console/campaignfile.h"
#include "console/complaints.h"
#include "console/environmentconnection.h"
#include "fuota/validation.h"

#include <algorithm>

namespace fuotadesk {

namespace {

QString resultText(const FuotaTask& task)
{
    return QStringLiteral("%1\n%2\n%3").arg(task.id, task.arn, task.statusText);
}

QJsonObject resultJson(const FuotaTask& task)
{
    return {
        {QStringLiteral("id"), task.id},
        {QStringLiteral("arn"), task.arn},
        {QStringLiteral("status"), task.statusText},
    };
}

} // namespace

SubmitCommand::SubmitCommand(CommandLine line, Session& session, Submission& submission,
                             const Clock& clock, Output& output)
    : m_line(std::move(line)),
      m_session(session),
      m_submission(submission),
      m_clock(clock),
      m_output(output)
{
}

void SubmitCommand::start()
{
    const Result<CampaignDraft> draft = readCampaignFile(m_line.file, m_line.variables, m_clock);
    if (!draft) {
        m_output.message(fileComplaint(m_line.file, draft.error()));
        end(ExitStatus::WrongUsage);
        return;
    }
    m_task = draft->task;
    const QList<Finding> findings = findingsOf(*draft);
    for (const Finding& finding : findings) {
        if (finding.severity != Severity::Info)
            m_output.message(complaint(finding));
    }
    if (hasErrors(findings)) {
        end(ExitStatus::WrongUsage);
        return;
    }
    connect(&m_session, &Session::stateChanged, this, &SubmitCommand::takeState);
    connect(&m_session, &Session::keychainIsSlow, this, [this] {
        m_output.message(tr("Waiting for the keychain: it may be asking for its password."));
    });
    if (!chooseConnection())
        end(ExitStatus::WrongUsage);
}

bool SubmitCommand::chooseConnection()
{
    if (m_line.useSandbox) {
        m_session.activate(sandboxConnection().id);
        return true;
    }
    if (m_line.connection.isEmpty()) {
        const auto fromEnvironment = environmentConnection(m_line.region, m_line.endpointUrl);
        if (!fromEnvironment) {
            m_output.message(tr("Where to? Name a connection with --connection, use --sandbox, or "
                                "set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_REGION."));
            return false;
        }
        m_session.activateOnce(fromEnvironment->connection, fromEnvironment->credentials);
        return true;
    }
    const QList<Connection> known = m_session.connections();
    const auto found = std::ranges::find(known, m_line.connection, &Connection::name);
    if (found == known.end()) {
        m_output.message(tr("There is no connection “%1”. Make it in the window, under "
                            "Tools > Connections.")
                             .arg(m_line.connection));
        return false;
    }
    m_session.activate(found->id);
    return true;
}

void SubmitCommand::takeState()
{
    if (m_started)
        return;
    if (m_session.isReady()) {
        m_started = true;
        create();
    } else if (m_session.state() == SessionState::SignedOut && m_session.error()) {
        m_started = true;
        refuse(*m_session.error());
    }
}

void SubmitCommand::create()
{
    m_submission.submit(m_task, this)->then(this, [this](const Result<SubmittedTask>& submitted) {
        if (submitted)
            readBack(*submitted);
        else
            refuse(submitted.error());
    });
}

void SubmitCommand::readBack(const SubmittedTask& submitted)
{
    if (submitted.adopted)
        m_output.message(tr("An earlier run had already created this task."));
    m_session.stack()
        ->fuotaTasks()
        .get(submitted.task.id, this)
        ->then(this, [this, submitted](const Result<FuotaTask>& task) { report(submitted, task); });
}

void SubmitCommand::report(const SubmittedTask& submitted, const Result<FuotaTask>& task)
{
    if (!task) {
        m_output.message(
            tr("The task %1 was created, but it could not be read back.").arg(submitted.task.id));
        refuse(task.error());
        return;
    }
    if (m_line.json)
        m_output.json(resultJson(*task));
    else
        m_output.result(resultText(*task));
    // Only now has somebody seen it: the next run of the same file is a new task.
    m_submission.acknowledge(submitted.token, this)->then(this, [this](const Result<void>&) {
        end(ExitStatus::Done);
    });
}

void SubmitCommand::refuse(const Error& error)
{
    m_output.message(serviceComplaint(error));
    end(ExitStatus::Refused);
}

void SubmitCommand::end(ExitStatus status)
{
    QMetaObject::invokeMethod(
        this, [this, status] { Q_EMIT finished(status); }, Qt::QueuedConnection);
}

} // namespace fuotadesk
