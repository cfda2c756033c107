#include "desktop/connectionsdialog.h"

#include "desktop/connectioncolour.h"
#include "desktop/connectiondialog.h"
#include "desktop/noticebar.h"
#include "desktop/permissionsdialog.h"
#include "desktop/question.h"
#include "text/errortext.h"
#include "text/identitytext.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr int Width = 110; // characters
constexpr int Height = 24; // lines

} // namespace

ConnectionsDialog::ConnectionsDialog(Session& session, QWidget* parent)
    : QDialog(parent),
      m_session(session),
      m_notice(new NoticeBar),
      m_list(new QListWidget),
      m_use(new QPushButton(tr("&Use connection"))),
      m_add(new QPushButton(tr("&New connection…"))),
      m_edit(new QPushButton(tr("&Edit connection…"))),
      m_forget(new QPushButton(tr("&Forget connection…"))),
      m_permissions(new QPushButton(tr("Check &permissions…")))
{
    setWindowTitle(tr("Connections"));
    m_list->setAccessibleName(tr("Connections"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // what is too long is cut
    resize(fontMetrics().averageCharWidth() * Width, fontMetrics().height() * Height);
    auto* close = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* buttons = new QVBoxLayout;
    for (QPushButton* button : {m_use, m_add, m_edit, m_forget, m_permissions}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto* middle = new QHBoxLayout;
    middle->addWidget(m_list, 1);
    middle->addLayout(buttons);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_notice);
    column->addLayout(middle, 1);
    column->addWidget(close);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_use, &QPushButton::clicked, this, &ConnectionsDialog::use);
    connect(m_add, &QPushButton::clicked, this, &ConnectionsDialog::add);
    connect(m_edit, &QPushButton::clicked, this, &ConnectionsDialog::edit);
    connect(m_forget, &QPushButton::clicked, this, &ConnectionsDialog::askToForget);
    connect(m_permissions, &QPushButton::clicked, this, &ConnectionsDialog::showPermissions);
    connect(m_list, &QListWidget::currentRowChanged, this, &ConnectionsDialog::follow);
    connect(m_list, &QListWidget::itemActivated, this, &ConnectionsDialog::use);
    connect(m_notice, &NoticeBar::remedyPressed, this, [this](int index) {
        if (m_locked)
            forget(*m_locked,
                   index == 0 ? Session::Forget::SecretToo : Session::Forget::ConnectionOnly);
    });
    connect(&m_session, &Session::connectionsChanged, this, &ConnectionsDialog::fill);
    connect(&m_session, &Session::stateChanged, this, &ConnectionsDialog::fill);
    fill();
}

void ConnectionsDialog::fill()
{
    const auto before = selected();
    const QString wanted = before ? before->id : m_session.active().id;
    m_list->clear();
    for (const Connection& connection : m_session.connections()) {
        auto* item = new QListWidgetItem(connectionIcon(connection.colour), lineOf(connection));
        item->setData(Qt::UserRole, connection.id);
        const QString reason = whyNot(connection);
        item->setToolTip((reason.isEmpty() ? item->text() : reason).toHtmlEscaped());
        m_list->addItem(item);
        if (connection.id == wanted)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem())
        m_list->setCurrentRow(0);
    follow();
    showFiles();
}

// "prod (in use) · eu-west-1 · IAM Identity Center, account 123456789012 · production"
QString ConnectionsDialog::lineOf(const Connection& connection) const
{
    const bool active = connection.id == m_session.active().id;
    const auto profile = m_session.book().profile(connection.id);
    QStringList parts{active ? tr("%1 (in use)").arg(connection.name) : connection.name};
    if (profile && profile->name != connection.name)
        parts << tr("profile %1").arg(profile->name);
    QString region = active ? m_session.active().region : connection.region;
    if (region.isEmpty() && profile)
        region = profile->region;
    if (!region.isEmpty())
        parts << region;
    if (profile && !profile->error)
        parts << profileText(*profile);
    else if (!whyNot(connection).isEmpty())
        parts << tr("can not be used");
    if (connection.isProduction)
        parts << tr("production");
    return parts.join(QStringLiteral(" · "));
}

QString ConnectionsDialog::whyNot(const Connection& connection) const
{
    if (connection.kind != ConnectionKind::Profile)
        return {};
    const auto profile = m_session.book().profile(connection.id);
    if (!profile)
        return tr("The AWS configuration files have no such profile any more.");
    return profile->error ? errorMessage(*profile->error) : QString();
}

// Profiles that somebody will miss; once the files can be read again, they come by themselves.
void ConnectionsDialog::showFiles()
{
    if (m_locked)
        return;
    const auto& error = m_session.book().profilesError();
    if (!error) {
        m_notice->clear();
        return;
    }
    Notice notice = errorNotice(
        tr("The AWS configuration files can not be read: profiles may be missing or old here."),
        *error);
    notice.remedies.clear();
    m_notice->showNotice(notice);
}

std::optional<Connection> ConnectionsDialog::selected() const
{
    const QListWidgetItem* item = m_list->currentItem();
    if (!item)
        return {};
    const QString id = item->data(Qt::UserRole).toString();
    const QList<Connection> all = m_session.connections();
    const auto found = std::ranges::find(all, id, &Connection::id);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

void ConnectionsDialog::follow()
{
    const auto connection = selected();
    const bool isSandbox = !connection || connection->kind == ConnectionKind::Sandbox;
    const bool isInFiles = connection && m_session.book().profile(connection->id);
    m_use->setEnabled(connection && connection->id != m_session.active().id);
    const bool isReady =
        connection && connection->id == m_session.active().id && m_session.isReady();
    m_permissions->setEnabled(isReady);
    m_permissions->setToolTip(isReady ? QString() : tr("Only of the connection in use."));
    m_edit->setEnabled(!isSandbox);
    m_edit->setToolTip(isSandbox ? tr("The sandbox is always there as it is.") : QString());
    m_forget->setEnabled(!isSandbox && !isInFiles);
    m_forget->setToolTip(isInFiles ? tr("It stands in the AWS configuration files.")
                                   : m_edit->toolTip());
}

void ConnectionsDialog::use()
{
    const auto connection = selected();
    if (connection && connection->id != m_session.active().id)
        m_session.activate(connection->id);
}

void ConnectionsDialog::edit()
{
    const auto connection = selected();
    if (!connection || connection->kind == ConnectionKind::Sandbox)
        return;
    auto* dialog =
        new ConnectionDialog(m_session, *connection, ConnectionDialog::Purpose::Edit, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ConnectionsDialog::add()
{
    auto* dialog =
        new ConnectionDialog(m_session, Connection(), ConnectionDialog::Purpose::New, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConnectionDialog::saved, &m_session, &Session::activate);
    dialog->open();
}

void ConnectionsDialog::showPermissions()
{
    auto* dialog = new PermissionsDialog(m_session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ConnectionsDialog::askToForget()
{
    const auto connection = selected();
    if (!connection || connection->kind == ConnectionKind::Sandbox)
        return;
    Question question;
    question.text = tr("Forget the connection “%1”?").arg(connection->name);
    question.consequence = connection->kind == ConnectionKind::Profile
        ? tr("Its name, colour and marks are removed. Nothing changes in files or at the service.")
        : tr("Its keys are removed from the keychain. Nothing changes at the service.");
    question.verb = tr("Forget");
    ask(this, question, [this, connection] { forget(*connection, Session::Forget::SecretToo); });
}

void ConnectionsDialog::forget(const Connection& connection, Session::Forget what)
{
    m_notice->clear();
    m_session.forget(connection.id, what, this)
        ->then(this, [this, connection](const Result<void>& forgotten) {
            takeForget(connection, forgotten);
        });
}

void ConnectionsDialog::takeForget(const Connection& connection, const Result<void>& forgotten)
{
    m_locked.reset();
    if (forgotten)
        return;
    m_locked = connection;
    Notice notice =
        errorNotice(tr("“%1” was not forgotten.").arg(connection.name), forgotten.error());
    notice.remedies = {tr("Unlock and try again"), tr("Forget the connection, keep the keys")};
    m_notice->showNotice(notice);
}

} // namespace fuotadesk
