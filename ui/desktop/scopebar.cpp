#include "desktop/scopebar.h"

#include "desktop/formrow.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

namespace fuotadesk {

namespace {

constexpr int ValueWidth = 30; // characters

QString textOf(const NamedId& choice)
{
    return choice.name.isEmpty() ? choice.id
                                 : ScopeBar::tr("%1 (%2)", "name, ID").arg(choice.name, choice.id);
}

} // namespace

ScopeBar::ScopeBar(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_scope(new QComboBox),
      m_value(new QComboBox)
{
    auto* label = new QLabel(tr("Narro&w to:"));
    label->setBuddy(m_scope);
    m_scope->setAccessibleName(tr("Narrow to"));
    const auto add = [this](DeviceScope scope, const QString& text, const char* apiWord) {
        m_scope->addItem(text, static_cast<int>(scope));
        m_scope->setItemData(m_scope->count() - 1, QString::fromLatin1(apiWord), Qt::ToolTipRole);
    };
    add(DeviceScope::All, tr("All devices"), "ListWirelessDevices");
    add(DeviceScope::Task, tr("Devices of a task"), "FuotaTaskId");
    add(DeviceScope::Group, tr("Devices of a multicast group"), "MulticastGroupId");
    add(DeviceScope::Profile, tr("Device profile"), "DeviceProfileId");
    add(DeviceScope::ServiceProfile, tr("Service profile"), "ServiceProfileId");
    add(DeviceScope::Destination, tr("Destination"), "DestinationName");
    m_value->setEditable(true);
    m_value->setInsertPolicy(QComboBox::NoInsert);
    m_value->setAccessibleName(tr("Which one"));
    m_value->setMinimumContentsLength(ValueWidth);
    m_value->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_value->lineEdit()->setPlaceholderText(tr("Choose, or type an ID"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label);
    row->addWidget(m_scope);
    row->addWidget(m_value);
    labelForScreenReaders(m_value, tr("Which one"));
    m_value->hide();
    connect(m_scope, &QComboBox::currentIndexChanged, this, &ScopeBar::takeScope);
    connect(m_value, &QComboBox::activated, this, &ScopeBar::tell);
    connect(m_value->lineEdit(), &QLineEdit::returnPressed, this, &ScopeBar::tell);
}

DeviceScope ScopeBar::scope() const
{
    return static_cast<DeviceScope>(m_scope->currentData().toInt());
}

void ScopeBar::setDestinations(const QStringList& names)
{
    m_destinations = names;
}

void ScopeBar::clear()
{
    const QSignalBlocker quiet(m_scope);
    m_scope->setCurrentIndex(0);
    m_value->hide();
    m_reading.reset();
}

void ScopeBar::takeScope()
{
    m_reading = std::make_unique<QObject>();
    m_value->clear();
    m_value->setVisible(scope() != DeviceScope::All);
    tell(); // of nothing yet: what was chosen before is left
    if (scope() == DeviceScope::Destination) {
        QList<NamedId> choices;
        for (const QString& name : std::as_const(m_destinations))
            choices.append({name, {}});
        fill(choices);
        return;
    }
    if (scope() == DeviceScope::All)
        return;
    readScopeChoices(m_session, scope(), m_reading.get())
        ->then(m_reading.get(), [this](const Result<QList<NamedId>>& choices) {
            if (choices)
                fill(*choices);
            else
                Q_EMIT choicesFailed(choices.error());
        });
}

// What was typed meanwhile stays.
void ScopeBar::fill(const QList<NamedId>& choices)
{
    const QString typed = m_value->currentText();
    for (const NamedId& choice : choices)
        m_value->addItem(textOf(choice), choice.id);
    m_value->setCurrentIndex(-1);
    m_value->setEditText(typed);
}

QString ScopeBar::chosenId() const
{
    const QString text = m_value->currentText().trimmed();
    const int known = m_value->findText(text);
    return known >= 0 ? m_value->itemData(known).toString() : text;
}

void ScopeBar::tell()
{
    WirelessDeviceFilter filter;
    const QString id = chosenId();
    switch (scope()) {
    case DeviceScope::All:
        break;
    case DeviceScope::Profile:
        filter.deviceProfileId = id;
        break;
    case DeviceScope::ServiceProfile:
        filter.serviceProfileId = id;
        break;
    case DeviceScope::Destination:
        filter.destinationName = id;
        break;
    case DeviceScope::Task:
        filter.fuotaTaskId = id;
        break;
    case DeviceScope::Group:
        filter.multicastGroupId = id;
        break;
    }
    Q_EMIT filterChosen(filter);
}

} // namespace fuotadesk
