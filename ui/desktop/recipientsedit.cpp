#include "desktop/recipientsedit.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace fuotadesk {

namespace {

constexpr qsizetype MostIdsShown = 20;

QString summaryOf(const Recipients& recipients)
{
    QStringList parts;
    if (const auto devices = static_cast<int>(recipients.wirelessDeviceIds.size()); devices > 0)
        parts << RecipientsEdit::tr("%n devices", nullptr, devices);
    if (const auto groups = static_cast<int>(recipients.multicastGroupIds.size()); groups > 0)
        parts << RecipientsEdit::tr("%n multicast groups", nullptr, groups);
    return parts.join(QStringLiteral(", "));
}

} // namespace

RecipientsEdit::RecipientsEdit(QWidget* parent)
    : QWidget(parent),
      m_summary(new QLineEdit(this)),
      m_devices(new QPushButton(tr("Devices…"), this)),
      m_groups(new QPushButton(tr("Groups…"), this)),
      m_clear(new QPushButton(tr("Remove all"), this))
{
    m_summary->setReadOnly(true);
    m_summary->setPlaceholderText(tr("none yet"));
    m_devices->setAccessibleName(tr("Add devices"));
    m_groups->setAccessibleName(tr("Add multicast groups"));
    m_clear->setToolTip(tr("The task is created without recipients"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_summary, 1);
    row->addWidget(m_devices);
    row->addWidget(m_groups);
    row->addWidget(m_clear);
    connect(m_devices, &QPushButton::clicked, this, &RecipientsEdit::devicesWanted);
    connect(m_groups, &QPushButton::clicked, this, &RecipientsEdit::groupsWanted);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        setRecipients({});
        Q_EMIT recipientsChanged();
    });
    showRecipients();
}

void RecipientsEdit::setRecipients(const Recipients& recipients)
{
    if (recipients == m_recipients)
        return;
    m_recipients = recipients;
    showRecipients();
}

void RecipientsEdit::showRecipients()
{
    m_summary->setText(summaryOf(m_recipients));
    const QStringList ids = m_recipients.wirelessDeviceIds + m_recipients.multicastGroupIds;
    m_summary->setToolTip(ids.isEmpty() ? tr("Devices or multicast groups of the task")
                                        : ids.mid(0, MostIdsShown).join(u'\n'));
    const bool hasDevices = !m_recipients.wirelessDeviceIds.isEmpty();
    const bool hasGroups = !m_recipients.multicastGroupIds.isEmpty();
    m_clear->setEnabled(hasDevices || hasGroups);
    m_devices->setEnabled(!hasGroups);
    m_groups->setEnabled(!hasDevices);
    const QString either = tr("A task takes devices or multicast groups, never both");
    m_devices->setToolTip(hasGroups ? either
                                    : tr("Add devices from a list, a table or the account"));
    m_groups->setToolTip(hasDevices ? either : tr("Add multicast groups of the account"));
}

} // namespace fuotadesk
