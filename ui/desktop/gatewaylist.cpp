#include "desktop/gatewaylist.h"

#include "campaign/gatewaychoices.h"

#include <QSignalBlocker>

namespace fuotadesk {

namespace {

constexpr int IdRole = Qt::UserRole;
constexpr int LinesInSight = 4;

QString textOf(const WirelessGateway& gateway)
{
    const QString name = gateway.name.isEmpty() ? gateway.id : gateway.name;
    return GatewayList::tr("%1 (EUI %2, %3)", "gateway, EUI, region")
        .arg(name, gateway.gatewayEui, gateway.rfRegion);
}

} // namespace

GatewayList::GatewayList(QWidget* parent) : QListWidget(parent)
{
    setSelectionMode(NoSelection);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(LinesInSight * (fontMetrics().height() + 4) + 2 * frameWidth());
    connect(this, &QListWidget::itemChanged, this, &GatewayList::chosenChanged);
}

GatewayList::~GatewayList() = default;

void GatewayList::addGateway(const QString& id, const QString& text, bool isChosen)
{
    auto* item = new QListWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
    item->setData(IdRole, id);
    item->setToolTip(id);
    item->setCheckState(isChosen ? Qt::Checked : Qt::Unchecked);
    addItem(item);
}

void GatewayList::setChosen(const QStringList& ids)
{
    const QSignalBlocker quiet(this);
    clear();
    for (const QString& id : ids)
        addGateway(id, id, true);
}

QStringList GatewayList::chosen() const
{
    QStringList ids;
    for (int row = 0; row < count(); ++row)
        if (item(row)->checkState() == Qt::Checked)
            ids << item(row)->data(IdRole).toString();
    return ids;
}

void GatewayList::read(Session& session)
{
    m_reading = std::make_unique<QObject>();
    readGateways(session, m_reading.get())
        ->then(m_reading.get(), [this](const Result<QList<WirelessGateway>>& gateways) {
            if (gateways)
                fill(*gateways);
            else
                Q_EMIT readingFailed(gateways.error());
        });
}

void GatewayList::fill(const QList<WirelessGateway>& gateways)
{
    const QSignalBlocker quiet(this);
    QStringList before = chosen();
    clear();
    for (const WirelessGateway& gateway : gateways)
        addGateway(gateway.id, textOf(gateway), before.removeOne(gateway.id));
    for (const QString& gone : std::as_const(before))
        addGateway(gone, tr("%1 (not in the account)", "gateway ID").arg(gone), true);
}

} // namespace fuotadesk
