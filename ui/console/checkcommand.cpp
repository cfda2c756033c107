#include "console/checkcommand.h"

#include "base/clock.h"
#include "console/campaignfile.h"
#include "console/checkreport.h"
#include "console/complaints.h"
#include "preflight/preflightcheck.h"
#include "text/checktext.h"

#include <algorithm>
#include <utility>

namespace fuotadesk {

namespace {

constexpr qint64 RequestsBetweenWords = 100;

} // namespace

CheckCommand::CheckCommand(const CommandLine& line, const Parts& parts)
    : m_line(line),
      m_parts(parts),
      m_choice(line, parts.session, parts.output, nullptr)
{
    connect(&m_choice, &ConnectionChoice::ready, this, &CheckCommand::run);
    connect(&m_choice, &ConnectionChoice::refused, this, [this](const Error& error) {
        m_parts.output.message(serviceComplaint(error));
        end(ExitStatus::Refused);
    });
    connect(&parts.check, &PreflightCheck::changed, this, &CheckCommand::tellProgress);
    connect(&parts.check, &PreflightCheck::finished, this, &CheckCommand::report);
}

void CheckCommand::start()
{
    const Result<CampaignDraft> draft =
        readCampaignFile(m_line.file, m_line.variables, m_parts.clock);
    if (!draft) {
        m_parts.output.message(fileComplaint(m_line.file, draft.error()));
        end(ExitStatus::WrongUsage);
        return;
    }
    m_draft = *draft;
    if (!m_choice.choose())
        end(ExitStatus::WrongUsage);
}

void CheckCommand::run()
{
    const auto& startAt = m_line.submit.startAt;
    m_parts.check.start(m_draft, startAt ? startAt->askedAt(m_parts.clock.now()) : QDateTime());
}

void CheckCommand::tellProgress()
{
    for (const CheckRow& row : m_parts.check.rows()) {
        if (row.outcome != CheckOutcome::Running || row.figure < m_told + RequestsBetweenWords)
            continue;
        m_told = row.figure;
        m_parts.output.message(checkSentence(row));
    }
}

void CheckCommand::report()
{
    print();
    const QList<CheckRow>& rows = m_parts.check.rows();
    const bool hasFailed =
        std::ranges::find(rows, CheckOutcome::Failed, &CheckRow::outcome) != rows.end();
    if (nobodyAnswered(rows))
        end(ExitStatus::Refused);
    else
        end(hasFailed ? ExitStatus::DevicesFailed : ExitStatus::Done);
}

void CheckCommand::print()
{
    const PreflightCheck& check = m_parts.check;
    if (m_line.json) {
        m_parts.output.json(checkReportJson(check.rows(), check.outcome()));
        return;
    }
    m_parts.output.result(checkReportText(check.rows()));
    m_parts.output.message(nobodyAnswered(check.rows())
                               ? tr("No service has answered, so little is known.")
                               : checkSummary(check.outcome()));
}

void CheckCommand::interrupt()
{
    if (std::exchange(m_isInterrupted, true))
        return;
    m_parts.check.cancel();
    if (!m_parts.check.rows().isEmpty())
        print();
    Q_EMIT finished(ExitStatus::Refused);
}

void CheckCommand::end(ExitStatus status)
{
    QMetaObject::invokeMethod(
        this, [this, status] { Q_EMIT finished(status); }, Qt::QueuedConnection);
}

} // namespace fuotadesk
