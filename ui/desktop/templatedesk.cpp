#include "desktop/templatedesk.h"

#include "base/clock.h"
#include "campaign/draftsheet.h"
#include "campaign/templateshelf.h"
#include "desktop/namedialog.h"
#include "desktop/variablesdialog.h"
#include "fuota/variables.h"
#include "text/errortext.h"

#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace fuotadesk {

TemplateDesk::TemplateDesk(const Workbench& bench, QWidget* window)
    : QObject(window),
      m_bench(bench),
      m_window(window)
{
}

void TemplateDesk::newTask()
{
    whenNothingIsLost([this] { lay({}, {}); });
}

void TemplateDesk::openTemplate(const Template& opened, const QString& file)
{
    whenNothingIsLost([this, opened, file] {
        lay(opened, file);
        fillIn([] {});
    });
}

void TemplateDesk::openFile(const QString& file)
{
    m_bench.templates.load(file, this)->then(this, [this, file](const Result<Template>& loaded) {
        if (!loaded) {
            Q_EMIT failed(tr("“%1” was not opened.").arg(file), loaded.error());
            return;
        }
        const bool isTemplate = loaded->source.contains(QStringLiteral("schema"));
        openTemplate(*loaded, isTemplate ? file : QString());
    });
}

void TemplateDesk::restore(const Template& unfinished)
{
    Template origin = unfinished;
    origin.draft = {};
    lay(origin, {});
    m_bench.sheet.setDraft(unfinished.draft);
}

void TemplateDesk::lay(const Template& opened, const QString& file)
{
    m_filledIn = false;
    m_created.reset();
    m_bench.sheet.open(opened, file);
    Q_EMIT this->opened();
}

void TemplateDesk::markCreated()
{
    m_created = m_bench.sheet.draft();
}

void TemplateDesk::whenNothingIsLost(std::function<void()> next)
{
    if (!m_bench.sheet.isModified() || m_created == m_bench.sheet.draft()) {
        next();
        return;
    }
    auto* question = new QMessageBox(QMessageBox::Question, tr("Unsaved task"),
                                     tr("The task on the desk is not saved as a template."),
                                     QMessageBox::Cancel, m_window);
    question->setInformativeText(tr("Without saving, what was entered is gone."));
    question->setAttribute(Qt::WA_DeleteOnClose);
    const auto* saveButton = question->addButton(tr("&Save template"), QMessageBox::AcceptRole);
    const auto* discardButton = question->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    question->setEscapeButton(QMessageBox::Cancel);
    connect(question, &QMessageBox::finished, this, [=, this, next = std::move(next)] {
        const QAbstractButton* pressed = question->clickedButton();
        if (pressed == discardButton) {
            next();
        } else if (pressed == saveButton) {
            m_afterSave = next;
            save();
        } else {
            Q_EMIT kept();
        }
    });
    question->open();
}

void TemplateDesk::fillIn(const std::function<void()>& then)
{
    const DraftSheet& sheet = m_bench.sheet;
    const auto fill = [this](QMap<QString, QString> values) {
        values.insert(dateVariable(),
                      m_bench.clock.now().toLocalTime().date().toString(Qt::ISODate));
        CampaignDraft draft = m_bench.sheet.draft();
        const CampaignDraft before = draft;
        draft.task = withVariables(draft.task, values);
        m_filledIn = m_filledIn || draft != before;
        m_bench.sheet.addVariableValues(values);
        m_bench.sheet.setDraft(draft);
    };
    const auto asked = variablesToAsk(sheet.origin(), sheet.draft().task);
    if (asked.isEmpty()) {
        fill({});
        then();
        return;
    }
    auto* dialog = new VariablesDialog(sheet.origin().name, asked, m_window);
    connect(dialog, &VariablesDialog::filledIn, this,
            [=, this](const QMap<QString, QString>& values) {
                fill(values);
                if (variablesIn(m_bench.sheet.draft().task).isEmpty())
                    then();
            });
    dialog->open();
}

Template TemplateDesk::toSave(const QString& name) const
{
    Template value = m_bench.sheet.origin();
    value.name = name;
    value.draft = m_bench.sheet.draft();
    value.draft.task.clientRequestToken.reset();
    const QStringList used = variablesIn(value.draft.task);
    if (m_filledIn)
        value.variables.removeIf(
            [&](const TemplateVariable& variable) { return !used.contains(variable.name); });
    for (const TemplateVariable& variable : variablesToAsk(value, value.draft.task)) {
        if (!value.variables.contains(variable))
            value.variables.append(variable);
    }
    return value;
}

void TemplateDesk::save()
{
    Q_EMIT aboutToSave();
    const DraftSheet& sheet = m_bench.sheet;
    if (sheet.originFile().isEmpty() || m_filledIn) {
        saveAs();
        return;
    }
    const Template value = toSave(sheet.origin().name);
    const QString file = sheet.originFile();
    m_bench.templates.replace(file, value, this)
        ->then(this, [this, value, file](const Result<void>& result) {
            if (result) {
                takeSaved(value, file);
                return;
            }
            m_afterSave = nullptr;
            Q_EMIT failed(tr("“%1” was not saved.").arg(value.name), result.error());
            Q_EMIT kept();
        });
}

void TemplateDesk::saveAs()
{
    Q_EMIT aboutToSave();
    const QString explanation = m_filledIn
        ? tr("The placeholders were filled in. Under another name the template keeps them.")
        : QString();
    const DraftSheet& sheet = m_bench.sheet;
    const QString proposed = m_filledIn || sheet.origin().name.isEmpty()
        ? sheet.draft().task.name.value_or(QString())
        : sheet.origin().name;
    auto* dialog =
        new NameDialog(tr("Save template"), explanation, proposed, tr("&Save template"), m_window);
    connect(dialog, &NameDialog::nameGiven, this, [this, dialog](const QString& name) {
        const Template value = toSave(name);
        m_bench.templates.add(value, dialog)
            ->then(dialog, [this, dialog, value](const Result<QString>& file) {
                if (!file) {
                    dialog->refuse(errorMessage(file.error()));
                    return;
                }
                takeSaved(value, *file);
                dialog->accept();
            });
    });
    connect(dialog, &QDialog::rejected, this, [this] {
        m_afterSave = nullptr;
        Q_EMIT kept();
    });
    dialog->open();
}

// What was typed while the file was being written is still unsaved.
void TemplateDesk::takeSaved(const Template& value, const QString& file)
{
    DraftSheet& sheet = m_bench.sheet;
    const CampaignDraft present = sheet.draft();
    CampaignDraft savedDraft = value.draft;
    savedDraft.task.clientRequestToken = present.task.clientRequestToken;
    sheet.setDraft(savedDraft);
    sheet.markSaved(value, file);
    sheet.setDraft(present);
    m_filledIn = false;
    Q_EMIT saved(value.name);
    if (const auto next = std::exchange(m_afterSave, nullptr))
        next();
}

} // namespace fuotadesk
