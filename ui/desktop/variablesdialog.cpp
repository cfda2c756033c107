#include "desktop/variablesdialog.h"

#include "fuota/variables.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace fuotadesk {

QList<TemplateVariable> variablesToAsk(const Template& origin, const TaskDraft& task)
{
    QList<TemplateVariable> asked;
    for (const QString& name : variablesIn(task)) {
        if (name == dateVariable())
            continue;
        const auto known = std::ranges::find(origin.variables, name, &TemplateVariable::name);
        asked.append(known != origin.variables.cend() ? *known : TemplateVariable{name, {}, {}});
    }
    return asked;
}

VariablesDialog::VariablesDialog(const QString& templateName,
                                 const QList<TemplateVariable>& variables, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Fill in template"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* explanation = new QLabel(
        templateName.isEmpty() ? tr("The task has placeholders in its texts.")
                               : tr("“%1” has placeholders in its texts.").arg(templateName),
        this);
    explanation->setWordWrap(true);
    auto* form = new QFormLayout(this);
    form->addRow(explanation);
    for (const TemplateVariable& variable : variables) {
        auto* edit = new QLineEdit(variable.defaultValue, this);
        edit->selectAll(); // typing replaces what the template proposes
        edit->setMinimumWidth(edit->fontMetrics().averageCharWidth() * 32);
        edit->setToolTip(QStringLiteral("${%1}").arg(variable.name));
        const QString prompt = variable.prompt.isEmpty() ? variable.name : variable.prompt;
        edit->setAccessibleName(prompt);
        // What a template calls its variables has no mnemonics.
        form->addRow(QString(prompt).replace(u'&', QStringLiteral("&&")), edit);
        m_edits.insert(variable.name, edit);
    }
    auto* buttons = new QDialogButtonBox(this);
    auto* fillButton = buttons->addButton(tr("&Fill in"), QDialogButtonBox::AcceptRole);
    fillButton->setDefault(true);
    buttons->addButton(tr("&Keep placeholders"), QDialogButtonBox::RejectRole);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT filledIn(values());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QMap<QString, QString> VariablesDialog::values() const
{
    QMap<QString, QString> values;
    for (auto it = m_edits.begin(); it != m_edits.end(); ++it) {
        if (!it.value()->text().isEmpty())
            values.insert(it.key(), it.value()->text());
    }
    return values;
}

QString openVariablesText(QStringList names)
{
    if (names.isEmpty())
        return {};
    for (QString& name : names)
        name = QStringLiteral("${%1}").arg(name);
    return VariablesDialog::tr("Still to be filled in: %1").arg(names.join(QStringLiteral(", ")));
}

} // namespace fuotadesk
