#include "desktop/permissionsdialog.h"

#include "campaign/session.h"
#include "desktop/palettetints.h"
#include "desktop/plainlabel.h"
#include "desktop/symbolicicon.h"
#include "text/errortext.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace fuotadesk {

namespace {

constexpr int Width = 95; // characters
constexpr int ActionWidth = 62;
constexpr int Height = 32; // lines

QIcon permissionIcon(Permission permission, const QPalette& palette)
{
    switch (permission) {
    case Permission::Allowed:
        return symbolicIcon(QStringLiteral("done"), tintText(Tint::Done, palette));
    case Permission::Missing:
        return symbolicIcon(QStringLiteral("error"), tintText(Tint::Failed, palette));
    case Permission::Unknown:
        return symbolicIcon(QStringLiteral("warning"), tintText(Tint::Attention, palette));
    case Permission::Unknowable:
        return symbolicIcon(QStringLiteral("help"));
    case Permission::Unasked:
        break;
    }
    return symbolicIcon(QStringLiteral("pending"));
}

} // namespace

QString permissionText(Permission permission)
{
    switch (permission) {
    case Permission::Allowed:
        return PermissionsDialog::tr("Allowed");
    case Permission::Missing:
        return PermissionsDialog::tr("Missing");
    case Permission::Unknown:
        return PermissionsDialog::tr("Not known");
    case Permission::Unknowable:
        return PermissionsDialog::tr("Known only when it is done");
    case Permission::Unasked:
        break;
    }
    return PermissionsDialog::tr("Asking…");
}

PermissionsDialog::PermissionsDialog(Session& session, QWidget* parent)
    : QDialog(parent),
      m_probe(session),
      m_summary(plainLabel()),
      m_list(new QTreeWidget),
      m_copy(new QPushButton(tr("&Copy what is missing")))
{
    setWindowTitle(tr("Permissions of “%1”").arg(session.active().name));
    m_list->setAccessibleName(tr("Permissions"));
    m_list->setHeaderLabels({tr("Action"), tr("Permission")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(true);
    auto* note = plainLabel(tr("Nothing is changed: what would change something is asked of a task "
                               "that does not exist. A policy may still say otherwise for single "
                               "tasks or devices."));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* again = buttons->addButton(tr("Ask &again"), QDialogButtonBox::ActionRole);
    buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_summary);
    column->addWidget(m_list, 1);
    column->addWidget(note);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(again, &QPushButton::clicked, &m_probe, &PermissionProbe::start);
    connect(m_copy, &QPushButton::clicked, this, &PermissionsDialog::copyMissing);
    connect(&m_probe, &PermissionProbe::changed, this, [this] { showAnswers(m_probe.answers()); });
    m_probe.start();
    resize(fontMetrics().averageCharWidth() * Width, fontMetrics().height() * Height);
    m_list->setColumnWidth(0, fontMetrics().averageCharWidth() * ActionWidth);
}

void PermissionsDialog::showAnswers(const QList<PermissionAnswer>& answers)
{
    if (m_list->topLevelItemCount() != answers.size()) {
        m_list->clear();
        for (const PermissionAnswer& answer : answers)
            new QTreeWidgetItem(m_list, {answer.action, QString()});
    }
    for (qsizetype i = 0; i < answers.size(); ++i) {
        const PermissionAnswer& answer = answers.at(i);
        QTreeWidgetItem* row = m_list->topLevelItem(int(i));
        row->setText(1, permissionText(answer.permission));
        row->setIcon(1, permissionIcon(answer.permission, palette()));
        row->setToolTip(1, answer.error ? errorMessage(*answer.error).toHtmlEscaped() : QString());
    }
    m_summary->setText(summary());
}

QString PermissionsDialog::summary() const
{
    int missing = 0;
    int unknown = 0;
    for (const PermissionAnswer& answer : m_probe.answers()) {
        missing += answer.permission == Permission::Missing ? 1 : 0;
        unknown += answer.permission == Permission::Unknown ? 1 : 0;
    }
    m_copy->setEnabled(missing > 0);
    if (m_probe.answers().isEmpty())
        return tr("The connection is not signed in, so nothing can be asked.");
    if (m_probe.isRunning())
        return tr("Asking what the connection may do…");
    if (missing > 0)
        return tr("%n actions are missing.", nullptr, missing);
    if (unknown > 0)
        return tr("Of %n actions it could not be found out.", nullptr, unknown);
    return tr("Everything that could be asked is allowed.");
}

// As a policy lists them.
void PermissionsDialog::copyMissing()
{
    QStringList missing;
    for (const PermissionAnswer& answer : m_probe.answers()) {
        if (answer.permission == Permission::Missing)
            missing << u'"' + answer.action + u'"';
    }
    QGuiApplication::clipboard()->setText(missing.join(QStringLiteral(",\n")));
}

} // namespace fuotadesk
