#include "desktop/connectionbar.h"

#include "campaign/whoami.h"
#include "desktop/connectioncolour.h"
#include "desktop/symbolicicon.h"
#include "text/identitytext.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>

namespace fuotadesk {

namespace {

constexpr int LineHeight = 3;
constexpr qsizetype MostChoices = 30; // in the menu; all of them stand in the dialog

// The first ones, and the one in use.
QList<Connection> choices(const Session& session)
{
    QList<Connection> all = session.connections();
    const QString active = session.active().id;
    for (qsizetype i = all.size() - 1; i >= MostChoices; --i) {
        if (all.at(i).id != active)
            all.removeAt(i);
    }
    return all;
}

} // namespace

ConnectionBar::ConnectionBar(Session& session, WhoAmI& whoAmI, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_whoAmI(whoAmI),
      m_menu(new QMenu(tr("&Connection"), this)),
      m_button(new QPushButton),
      m_production(new QLabel(tr("Production"))),
      m_who(new QLabel),
      m_newTask(new QPushButton(tr("&New task")))
{
    QFont bold = m_production->font();
    bold.setBold(true);
    m_production->setFont(bold);
    m_production->setToolTip(
        tr("Its name is asked for before tasks are created, started or deleted."));
    m_button->setToolTip(tr("Choose the connection"));
    m_button->setAutoDefault(false);
    m_who->setTextFormat(Qt::PlainText);
    m_who->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_newTask->setIcon(symbolicIcon(QStringLiteral("add")));
    m_newTask->setToolTip(tr("Plan a new task (Ctrl+N)"));
    m_newTask->setAutoDefault(false);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 6, 8, 6);
    row->setSpacing(8);
    row->addWidget(m_button);
    row->addWidget(m_production);
    row->addWidget(m_who, 1);
    row->addWidget(m_newTask);
    // Not QPushButton::setMenu(): that waits for the menu in an event loop of its own.
    connect(m_button, &QPushButton::clicked, this,
            [this] { m_menu->popup(m_button->mapToGlobal(QPoint(0, m_button->height()))); });
    connect(m_newTask, &QPushButton::clicked, this, &ConnectionBar::newTaskRequested);
    connect(&session, &Session::activeChanged, this, &ConnectionBar::follow);
    connect(&session, &Session::stateChanged, this, &ConnectionBar::follow);
    connect(&session, &Session::connectionsChanged, this, &ConnectionBar::follow);
    connect(&whoAmI, &WhoAmI::changed, this, &ConnectionBar::follow);
    connect(m_menu, &QMenu::aboutToShow, this, &ConnectionBar::fillMenu);
    follow();
    fillMenu();
}

void ConnectionBar::follow()
{
    const Connection& active = m_session.active();
    QString name = active.name;
    m_button->setText(name.replace(u'&', QStringLiteral("&&")) + QStringLiteral(" ▾"));
    m_button->setIcon(connectionIcon(active.colour));
    m_button->setAccessibleName(tr("Connection: %1").arg(active.name));
    m_production->setVisible(active.isProduction);
    m_who->setText(whoAndWhere());
    m_who->setToolTip(m_whoAmI.identity() ? m_whoAmI.identity()->arn.toHtmlEscaped() : QString());
    update();
}

void ConnectionBar::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    const QColor colour = colourOf(m_session.active().colour);
    if (colour.isValid())
        QPainter(this).fillRect(0, height() - LineHeight, width(), LineHeight, colour);
}

QString ConnectionBar::who() const
{
    if (m_whoAmI.identity())
        return identityText(*m_whoAmI.identity());
    const QString key = m_session.active().accessKeyId;
    return key.isEmpty() ? QString() : tr("key %1").arg(key);
}

QString ConnectionBar::whoAndWhere() const
{
    const Connection& active = m_session.active();
    QStringList parts;
    if (!active.region.isEmpty())
        parts << active.region;
    if (!active.endpointUrl.isEmpty())
        parts << active.endpointUrl;
    if (!who().isEmpty())
        parts << who();
    if (m_session.state() == SessionState::SignedOut)
        parts << tr("signed out");
    else if (m_session.state() == SessionState::SigningIn)
        parts << tr("signing in");
    return parts.join(QStringLiteral(" · "));
}

void ConnectionBar::fillMenu()
{
    m_menu->clear();
    delete m_choices;
    m_choices = new QActionGroup(m_menu);
    for (const Connection& connection : choices(m_session)) {
        QString name = connection.name;
        QAction* choice = m_menu->addAction(connectionIcon(connection.colour),
                                            name.replace(u'&', QStringLiteral("&&")));
        choice->setCheckable(true);
        choice->setChecked(connection.id == m_session.active().id);
        m_choices->addAction(choice);
        connect(choice, &QAction::triggered, this, [this, id = connection.id] {
            if (id != m_session.active().id)
                m_session.activate(id);
        });
    }
    m_menu->addSeparator();
    QAction* manage =
        m_menu->addAction(symbolicIcon(QStringLiteral("settings")), tr("&Manage connections…"));
    connect(manage, &QAction::triggered, this, &ConnectionBar::connectionsRequested);
}

} // namespace fuotadesk
