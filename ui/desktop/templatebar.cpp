#include "desktop/templatebar.h"

#include "campaign/draftsheet.h"
#include "campaign/templateshelf.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QStandardItemModel>
#include <QToolButton>

namespace fuotadesk {

TemplateBar::TemplateBar(const DraftSheet& sheet, TemplateShelf& shelf, QAction* save,
                         QAction* saveAs, QWidget* parent)
    : QWidget(parent),
      m_sheet(sheet),
      m_shelf(shelf),
      m_combo(new QComboBox(this)),
      m_modified(new QLabel(this))
{
    auto* label = new QLabel(tr("Templ&ate"), this);
    label->setBuddy(m_combo);
    m_combo->setAccessibleName(tr("Template"));
    m_combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_combo->setMinimumContentsLength(16);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label);
    row->addWidget(m_combo);
    for (QAction* action : {save, saveAs}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(button);
    }
    row->addWidget(m_modified, 1);

    connect(m_combo, &QComboBox::activated, this, [this](int index) {
        const QString file = m_combo->itemData(index).toString();
        if (index == 0)
            Q_EMIT emptyTaskChosen();
        else if (file != m_sheet.originFile())
            Q_EMIT templateChosen(file);
    });
    connect(&shelf, &TemplateShelf::entriesChanged, this, &TemplateBar::showEntries);
    connect(&sheet, &DraftSheet::originChanged, this, &TemplateBar::showEntries);
    connect(&sheet, &DraftSheet::modifiedChanged, this, &TemplateBar::showModified);
    showEntries();
    showModified();
}

void TemplateBar::showEntries()
{
    m_combo->clear();
    m_combo->addItem(tr("none"));
    for (const TemplateEntry& entry : m_shelf.entries()) {
        m_combo->addItem(entry.name, entry.file);
        if (!entry.content) {
            auto* items = qobject_cast<QStandardItemModel*>(m_combo->model());
            items->item(m_combo->count() - 1)->setEnabled(false);
        }
    }
    showOrigin();
}

// A template from elsewhere than the folder gets an item of its own.
void TemplateBar::showOrigin()
{
    const QString file = m_sheet.originFile();
    const QString name = m_sheet.origin().name;
    int index = file.isEmpty() ? (name.isEmpty() ? 0 : -1) : m_combo->findData(file);
    if (index < 0)
        index = m_combo->findText(name);
    if (index < 0) {
        m_combo->addItem(name, file);
        index = m_combo->count() - 1;
    }
    m_combo->setCurrentIndex(index);
}

void TemplateBar::showModified()
{
    m_modified->setText(m_sheet.isModified() ? tr("modified") : QString());
}

} // namespace fuotadesk
