#include "desktop/roledialog.h"

#include "campaign/session.h"
#include "desktop/idtable.h"
#include "desktop/listframe.h"
#include "desktop/roledetails.h"
#include "desktop/rolemodel.h"
#include "desktop/searchfield.h"
#include "text/numbertext.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QShortcut>

namespace fuotadesk {

namespace {

constexpr QSize FirstSize(900, 600);
constexpr int NameWidth = 30; // in characters
constexpr int TrustWidth = 38;
constexpr int ArnWidth = 44;
constexpr int CreatedWidth = 28;

} // namespace

RoleDialog::RoleDialog(const Workbench& bench, const QString& image, const QString& role,
                       QWidget* parent)
    : QDialog(parent),
      m_bench(bench),
      m_model(new RoleModel(this)),
      m_table(new IdTable(m_model)),
      m_search(new SearchField(tr("Search roles"), tr("Search by name, ARN or description"))),
      m_frame(new ListFrame({makeFilter(), m_table, nullptr, tr("Reading the roles")})),
      m_details(new RoleDetails(bench, image))
{
    setWindowTitle(tr("Choose role"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_table->setAccessibleName(tr("Roles of the account"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->sortByColumn(RoleModel::Trust, Qt::AscendingOrder);
    m_table->setColumnWidths({NameWidth, TrustWidth, ArnWidth, CreatedWidth});
    m_table->addAction(m_table->copyAction());
    m_table->addAction(m_table->columnsAction());
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_frame, 1);
    column->addWidget(m_details);
    column->addWidget(makeButtons());
    m_use->setDefault(true); // once it is in the dialog, or Cancel would be
    resize(FirstSize);
    connect(m_table, &IdTable::selectedIdsChanged, this, &RoleDialog::showSelection);
    connect(m_table, &IdTable::openRequested, this, &RoleDialog::accept);
    connect(m_frame, &ListFrame::retryRequested, this, &RoleDialog::read);
    connect(m_frame, &ListFrame::insteadPressed, this, &RoleDialog::pressInstead);
    connect(&bench.roles, &RoleList::changed, this, &RoleDialog::showRoles);
    connect(&bench.session, &Session::stateChanged, this, &RoleDialog::read);
    m_table->select(role);
    m_search->setFocus();
    read();
}

QWidget* RoleDialog::makeFilter()
{
    auto* filter = new QWidget;
    m_refresh = new QPushButton(tr("&Refresh"));
    m_refresh->setToolTip(tr("Read the roles again (F5)"));
    m_refresh->setAutoDefault(false);
    auto* row = new QHBoxLayout(filter);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_search, 1);
    row->addWidget(m_refresh);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->setFilter(text.trimmed());
        showRoles();
    });
    connect(m_search, &SearchField::leftDownwards, this, [this] {
        m_table->setFocus();
        if (m_table->selectedIds().isEmpty())
            m_table->select(m_model->idAt(0));
    });
    connect(m_refresh, &QPushButton::clicked, this, &RoleDialog::read);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_search,
            &SearchField::takeFocus);
    connect(new QShortcut(QKeySequence::Refresh, this), &QShortcut::activated, this,
            &RoleDialog::read);
    return filter;
}

QWidget* RoleDialog::makeButtons()
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_use = buttons->addButton(tr("&Use this role"), QDialogButtonBox::AcceptRole);
    auto* create = buttons->addButton(tr("Create ro&le…"), QDialogButtonBox::ActionRole);
    for (QAbstractButton* button : buttons->buttons())
        static_cast<QPushButton*>(button)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &RoleDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(create, &QPushButton::clicked, this, [this] {
        reject();
        Q_EMIT creationWanted();
    });
    return buttons;
}

void RoleDialog::read()
{
    if (m_bench.session.isReady())
        m_bench.roles.refresh();
    showRoles();
}

QString RoleDialog::failure() const
{
    const auto& error = m_bench.roles.error();
    if (error && error->kind == ErrorKind::AccessDenied)
        return tr(
            "The roles could not be read: that takes the permission iam:ListRoles. The ARN of "
            "a role can be pasted into Firmware role all the same.");
    return tr("The roles could not be read.");
}

void RoleDialog::showRoles()
{
    const RoleList& list = m_bench.roles;
    const bool isReady = m_bench.session.isReady();
    const ListState state = list.isLoading() ? ListState::Loading
        : list.error()                       ? ListState::Failed
        : list.isComplete()                  ? ListState::Ready
                                             : ListState::Empty;
    m_frame->showState(isReady ? state : ListState::Empty, list.error(), failure());
    m_refresh->setEnabled(isReady && !list.isLoading());
    m_model->setRoles(isReady ? list.roles() : QList<ListedRole>());
    const int shown = m_model->rowCount();
    const int total = m_model->totalCount();
    m_frame->setSummary(shown == total
                            ? tr("%n roles", nullptr, total)
                            : tr("%1 of %n roles", nullptr, total).arg(numberText(shown)));
    if (!isReady)
        m_frame->showInstead(tr("The connection is not signed in, so its roles cannot be read. The "
                                "ARN of a role can be pasted into Firmware role."),
                             {}, false);
    else if (shown > 0 || (total == 0 && state != ListState::Ready))
        m_frame->showTable();
    else if (total > 0)
        m_frame->showInstead(tr("No role matches the search."), tr("&Show all"), false);
    else
        m_frame->showInstead(tr("The account has no roles. A task needs one that AWS IoT Wireless "
                                "may assume to read the image."),
                             tr("Create role…"), false);
    showSelection();
}

void RoleDialog::pressInstead()
{
    if (m_model->totalCount() > 0) {
        m_search->clear();
        return;
    }
    reject();
    Q_EMIT creationWanted();
}

void RoleDialog::showSelection()
{
    const QStringList selected = m_table->selectedIds();
    m_details->showRole(selected.value(0));
    m_use->setEnabled(!selected.isEmpty());
}

void RoleDialog::accept()
{
    const QStringList selected = m_table->selectedIds();
    if (selected.isEmpty())
        return;
    Q_EMIT roleChosen(selected.first());
    QDialog::accept();
}

} // namespace fuotadesk
