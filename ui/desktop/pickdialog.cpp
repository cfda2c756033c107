#include "desktop/pickdialog.h"

#include "desktop/idtable.h"
#include "desktop/listframe.h"
#include "text/numbertext.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace fuotadesk {

namespace {

constexpr QSize FirstSize(820, 560);

} // namespace

PickDialog::PickDialog(const Parts& parts, QWidget* parent)
    : QDialog(parent),
      m_failure(parts.failure),
      m_table(parts.table),
      m_frame(new ListFrame({parts.filter, parts.table, nullptr, parts.busyName}))
{
    setWindowTitle(parts.title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto* hint = new QLabel(parts.hint);
    hint->setWordWrap(true);
    hint->setContentsMargins(8, 0, 8, 0);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_pick = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    auto* column = new QVBoxLayout(this);
    column->addWidget(hint);
    column->addWidget(m_frame, 1);
    column->addWidget(buttons);
    m_pick->setDefault(true); // once it is in the dialog, or Cancel would be
    resize(FirstSize);
    connect(buttons, &QDialogButtonBox::accepted, this, &PickDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_table, &IdTable::selectedIdsChanged, this, &PickDialog::showSelection);
    connect(m_table, &IdTable::openRequested, this, &PickDialog::accept);
    connect(m_frame, &ListFrame::retryRequested, this, [this] { read(); });
    connect(m_frame, &ListFrame::insteadPressed, this, [this] { showAll(); });
}

void PickDialog::showState(ListState state, const std::optional<Error>& error)
{
    m_state = state;
    m_frame->showState(state, error, m_failure);
}

void PickDialog::showRows(int shown, int total)
{
    m_frame->setSummary(shown == total
                            ? tr("%n in the account", nullptr, total)
                            : tr("%1 of %n in the account", nullptr, total).arg(numberText(shown)));
    if (shown > 0 || (total == 0 && m_state != ListState::Ready))
        m_frame->showTable();
    else
        m_frame->showInstead(emptyText(total > 0), total > 0 ? tr("&Show all") : QString(), false);
    showSelection();
}

void PickDialog::showSelection()
{
    const int count = static_cast<int>(m_table->selectionModel()->selectedRows().size());
    m_pick->setText(verb(count));
    m_pick->setEnabled(count > 0);
}

void PickDialog::accept()
{
    if (!m_pick->isEnabled())
        return;
    Q_EMIT idsPicked(m_table->selectedIds());
    QDialog::accept();
}

} // namespace fuotadesk
