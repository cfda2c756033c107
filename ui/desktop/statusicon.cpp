#include "desktop/statusicon.h"

#include "desktop/palettetints.h"
#include "desktop/symbolicicon.h"

#include <QGuiApplication>

namespace fuotadesk {

QIcon statusIcon(TaskStatus status)
{
    const QPalette palette = QGuiApplication::palette();
    switch (status) {
    case TaskStatus::Pending:
        return symbolicIcon(QStringLiteral("pending"));
    case TaskStatus::SessionWaiting:
        return symbolicIcon(QStringLiteral("pending"), tintText(Tint::Running, palette));
    case TaskStatus::InSession:
        return symbolicIcon(QStringLiteral("running"), tintText(Tint::Running, palette));
    case TaskStatus::Done:
        return symbolicIcon(QStringLiteral("done"), tintText(Tint::Done, palette));
    case TaskStatus::DeleteWaiting:
        return symbolicIcon(QStringLiteral("delete"), tintText(Tint::Attention, palette));
    case TaskStatus::Unknown:
        break;
    }
    return symbolicIcon(QStringLiteral("help"));
}

QIcon outcomeIcon(DeviceOutcome outcome)
{
    const QPalette palette = QGuiApplication::palette();
    switch (outcome) {
    case DeviceOutcome::Successful:
        return symbolicIcon(QStringLiteral("done"), tintText(Tint::Done, palette));
    case DeviceOutcome::Failed:
        return symbolicIcon(QStringLiteral("error"), tintText(Tint::Failed, palette));
    case DeviceOutcome::Open:
        break;
    }
    return symbolicIcon(QStringLiteral("pending"));
}

QIcon fitnessIcon(const DeviceCheck& check)
{
    switch (check.fitness()) {
    case Fitness::Unfit:
        return severityIcon(Severity::Error);
    case Fitness::Fit:
        if (hasWarnings(check.findings))
            return severityIcon(Severity::Warning);
        return symbolicIcon(QStringLiteral("done"),
                            tintText(Tint::Done, QGuiApplication::palette()));
    case Fitness::Unknown:
        break;
    }
    return symbolicIcon(QStringLiteral("help"));
}

QIcon severityIcon(Severity severity)
{
    const QPalette palette = QGuiApplication::palette();
    switch (severity) {
    case Severity::Error:
        return symbolicIcon(QStringLiteral("error"), tintText(Tint::Failed, palette));
    case Severity::Warning:
        return symbolicIcon(QStringLiteral("warning"), tintText(Tint::Attention, palette));
    case Severity::Info:
        break;
    }
    return symbolicIcon(QStringLiteral("info"), tintText(Tint::Running, palette));
}

QIcon changeIcon(ChangeOutcome outcome)
{
    const QPalette palette = QGuiApplication::palette();
    switch (outcome) {
    case ChangeOutcome::Open:
        return symbolicIcon(QStringLiteral("running"), tintText(Tint::Running, palette));
    case ChangeOutcome::Done:
        return symbolicIcon(QStringLiteral("done"), tintText(Tint::Done, palette));
    case ChangeOutcome::Failed:
        return symbolicIcon(QStringLiteral("error"), tintText(Tint::Failed, palette));
    case ChangeOutcome::Unknown:
        break;
    }
    return symbolicIcon(QStringLiteral("warning"), tintText(Tint::Attention, palette));
}

QIcon checkIcon(CheckOutcome outcome)
{
    const QPalette palette = QGuiApplication::palette();
    switch (outcome) {
    case CheckOutcome::Passed:
        return symbolicIcon(QStringLiteral("done"), tintText(Tint::Done, palette));
    case CheckOutcome::Warning:
        return severityIcon(Severity::Warning);
    case CheckOutcome::Failed:
        return severityIcon(Severity::Error);
    case CheckOutcome::Running:
        return symbolicIcon(QStringLiteral("running"), tintText(Tint::Running, palette));
    case CheckOutcome::Unknown:
        return symbolicIcon(QStringLiteral("help"));
    case CheckOutcome::Waiting:
        break;
    }
    return symbolicIcon(QStringLiteral("pending"));
}

} // namespace fuotadesk
