// The half of TaskForm that is about findings, visits and drops.
#include "desktop/taskform.h"

#include "desktop/formrow.h"
#include "desktop/imageedit.h"
#include "desktop/imagesizeedit.h"
#include "text/findingtext.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace fuotadesk {

namespace {

std::optional<QString> droppedFile(const QMimeData* data)
{
    const QList<QUrl> urls = data->urls();
    if (urls.size() != 1 || !urls.first().isLocalFile())
        return {};
    return urls.first().toLocalFile();
}

// Another window or a menu in front is not a step to another field.
bool isLeaving(const QEvent* event)
{
    if (event->type() != QEvent::FocusOut)
        return false;
    const auto reason = static_cast<const QFocusEvent*>(event)->reason();
    return reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason
        && reason != Qt::MenuBarFocusReason;
}

} // namespace

TaskForm::RowKey TaskForm::rowKeyOf(const Finding& finding)
{
    switch (finding.code) {
    case FindingCode::ImageSizeUnknown:
    case FindingCode::ImageEmpty:
    case FindingCode::ImageOverOneMegabyte:
        return {};
    default:
        return finding.field;
    }
}

void TaskForm::showFindings(const QList<Finding>& findings)
{
    m_findings = findings;
    for (const auto& [key, row] : m_rows)
        showRow(key);
    Q_EMIT shownFindingsChanged();
}

void TaskForm::revealErrors()
{
    m_revealed = true;
    showFindings(m_findings);
}

void TaskForm::forgetVisits()
{
    m_revealed = false;
    m_visited.clear();
}

bool TaskForm::isShown(const Finding& finding) const
{
    return finding.severity != Severity::Error || m_revealed
        || m_visited.contains(m_rows.at(rowKeyOf(finding)));
}

QList<Finding> TaskForm::shownFindings() const
{
    QList<Finding> shown;
    std::ranges::copy_if(m_findings, std::back_inserter(shown),
                         [this](const Finding& finding) { return isShown(finding); });
    return shown;
}

void TaskForm::showRow(const RowKey& key)
{
    const Finding* worst = nullptr;
    for (const Finding& finding : m_findings) {
        const bool here = rowKeyOf(finding) == key && isShown(finding);
        if (here && (!worst || finding.severity < worst->severity))
            worst = &finding;
    }
    FormRow* row = m_rows.at(key);
    if (worst)
        row->setFinding(worst->severity, FindingText().text(*worst));
    else
        row->clearFinding();
}

QWidget* TaskForm::focusFinding(const Finding& finding)
{
    return focusField(rowKeyOf(finding));
}

QWidget* TaskForm::focusField(const std::optional<Field>& field)
{
    FormRow* row = m_rows.at(field);
    row->field()->setFocus(Qt::ShortcutFocusReason);
    return row;
}

QWidget* TaskForm::focusRecipients()
{
    m_recipientsRow->field()->setFocus(Qt::ShortcutFocusReason);
    return m_recipientsRow;
}

void TaskForm::visit(FormRow* row)
{
    if (m_visited.contains(row))
        return;
    m_visited.insert(row);
    showFindings(m_findings);
}

bool TaskForm::eventFilter(QObject* watched, QEvent* event)
{
    if (isLeaving(event))
        visit(m_watched.value(watched));
    // Text fields would take a file's address as text.
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::Drop) {
        auto* drop = static_cast<QDropEvent*>(event);
        if (droppedFile(drop->mimeData())) {
            drop->acceptProposedAction();
            if (event->type() == QEvent::Drop)
                takeDropped(*droppedFile(drop->mimeData()));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TaskForm::takeDropped(const QString& file)
{
    m_imageSize->takeFrom(file);
    m_image->offerUpload(file);
}

void TaskForm::dragEnterEvent(QDragEnterEvent* event)
{
    if (droppedFile(event->mimeData()))
        event->acceptProposedAction();
}

void TaskForm::dropEvent(QDropEvent* event)
{
    if (const auto file = droppedFile(event->mimeData())) {
        event->acceptProposedAction();
        takeDropped(*file);
    }
}

} // namespace fuotadesk
