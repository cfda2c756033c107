#include "console/devicescommand.h"

#include "console/complaints.h"

#include <algorithm>

namespace fuotadesk {

DevicesCommand::DevicesCommand(const CommandLine& line, Session& session, Output& output)
    : m_line(line),
      m_output(output),
      m_choice(line, session, output, nullptr),
      m_file(session, output, nullptr)
{
    connect(&m_file, &DeviceFile::wasRead, this, [this](bool isUsable) {
        if (!isUsable || !m_choice.choose())
            end(ExitStatus::WrongUsage);
    });
    connect(&m_choice, &ConnectionChoice::ready, &m_file, &DeviceFile::lookUp);
    connect(&m_choice, &ConnectionChoice::refused, this, &DevicesCommand::refuse);
    connect(&m_file, &DeviceFile::wasLookedUp, this, &DevicesCommand::report);
}

void DevicesCommand::report()
{
    const QList<CheckedLine> lines = m_file.lines();
    if (m_line.json)
        m_output.json(checkedLinesJson(lines));
    else
        m_output.result(checkedLinesText(lines));
    if (const auto& error = m_file.error()) {
        refuse(*error);
        return;
    }
    const auto is = [](const char* word) {
        return [word](const CheckedLine& line) { return line.word == QLatin1String(word); };
    };
    if (std::ranges::any_of(lines, is("failed"))) {
        m_output.message(tr("Not every device could be looked up. Run the command again."));
        end(ExitStatus::Refused);
        return;
    }
    end(std::ranges::all_of(lines, is("found")) ? ExitStatus::Done : ExitStatus::DevicesFailed);
}

void DevicesCommand::refuse(const Error& error)
{
    m_output.message(serviceComplaint(error));
    end(ExitStatus::Refused);
}

void DevicesCommand::end(ExitStatus status)
{
    QMetaObject::invokeMethod(
        this, [this, status] { Q_EMIT finished(status); }, Qt::QueuedConnection);
}

} // namespace fuotadesk
