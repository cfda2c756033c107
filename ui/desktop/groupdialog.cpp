#include "desktop/groupdialog.h"

#include "desktop/formrow.h"
#include "desktop/gatewaylist.h"
#include "desktop/numberbox.h"
#include "desktop/tagsedit.h"
#include "fuota/fieldtable.h"
#include "text/groupadvicetext.h"
#include "text/grouptext.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr int DescriptionLines = 3;
constexpr QSize FirstSize(620, 640);

std::optional<QString> setText(const QString& text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

NumberBox* numberBox(const QString& unit, qint64 least, qint64 most, qint64 suggestion)
{
    auto* box = new NumberBox;
    box->setUnit(unit);
    box->setStepLimits(least, most);
    box->setSuggestion(suggestion);
    box->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    return box;
}

} // namespace

GroupDialog::GroupDialog(Session& session, QWidget* parent)
    : GroupDialog(MulticastGroup(), session, parent)
{
}

GroupDialog::GroupDialog(const MulticastGroup& group, Session& session, QWidget* parent)
    : QDialog(parent),
      m_isNew(group.id.isEmpty()),
      m_before(group.transmission),
      m_notice(new NoticeBar),
      m_name(new QLineEdit),
      m_description(new QPlainTextEdit),
      m_region(new QComboBox),
      m_class(new QComboBox),
      m_gateways(new GatewayList),
      m_interval(numberBox(tr(" ms"), 0, 60000, 1000)),
      m_dataRate(numberBox({}, 0, 15, 0)),
      m_frequency(numberBox(tr(" Hz"), 100'000'000, 1'000'000'000, 869'525'000))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_isNew ? tr("New multicast group") : tr("Edit multicast group"));
    makeRows(session);
    setGroup(group);
    connectFields();
    judge();
    resize(FirstSize);
    m_name->setFocus();
}

void GroupDialog::makeRows(Session& session)
{
    m_region->addItem(QString());
    for (const char* region : fieldSpec(Field::RfRegion).values)
        m_region->addItem(QString::fromLatin1(region));
    m_class->addItem(QString());
    for (const char* each : {"ClassB", "ClassC"})
        m_class->addItem(downlinkClassLabel(QString::fromLatin1(each)), QString::fromLatin1(each));
    m_description->setTabChangesFocus(true);
    m_description->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_description->setFixedHeight((DescriptionLines + 1) * fontMetrics().lineSpacing());
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(makeForm());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_submit = buttons->addButton(m_isNew ? tr("Create group") : tr("Save changes"),
                                  QDialogButtonBox::AcceptRole);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_notice);
    column->addWidget(scroll, 1);
    column->addWidget(buttons);
    m_submit->setDefault(true); // once it is in the dialog, or Cancel would be
    connect(buttons, &QDialogButtonBox::accepted, this, &GroupDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_gateways, &GatewayList::readingFailed, this, [this](const Error& error) {
        m_notice->showNotice(errorNotice(tr("The gateways could not be read."), error));
    });
    connect(m_notice, &NoticeBar::remedyPressed, m_notice, &NoticeBar::clear);
    m_gateways->read(session);
}

QWidget* GroupDialog::makeForm()
{
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    addRow(form, GroupField::Name, tr("&Name"), m_name, QStringLiteral("Name"));
    addRow(form, GroupField::Description, tr("&Description"), m_description,
           QStringLiteral("Description"));
    addRow(form, GroupField::RfRegion, tr("RF re&gion"), m_region,
           QStringLiteral("LoRaWAN.RfRegion"))
        ->setHint(tr("Needed: that of its devices."));
    addRow(form, GroupField::DownlinkClass, tr("&Class"), m_class,
           QStringLiteral("LoRaWAN.DlClass"))
        ->setHint(tr("Needed: how its devices listen."));
    addRow(form, GroupField::Gateways, tr("Gate&ways"), m_gateways,
           QStringLiteral("LoRaWAN.ParticipatingGateways.GatewayList"))
        ->setHint(tr("None: those that heard the latest uplinks."));
    addRow(form, GroupField::GatewayInterval, tr("Transmission &interval"), m_interval,
           QStringLiteral("LoRaWAN.ParticipatingGateways.TransmissionInterval"))
        ->setHint(tr("Between one gateway and the next."));
    addRow(form, GroupField::DataRate, tr("Default data &rate"), m_dataRate,
           QStringLiteral("LoRaWAN.DefaultSessionParameters.DlDr"))
        ->setHint(tr("Of a session that names none."));
    addRow(form, GroupField::Frequency, tr("Default &frequency"), m_frequency,
           QStringLiteral("LoRaWAN.DefaultSessionParameters.DlFreq"))
        ->setHint(tr("Of a session that names none."));
    if (m_isNew) {
        m_tags = new TagsEdit;
        auto* label = new QLabel(tr("&Tags"));
        label->setBuddy(m_tags->view());
        form->addRow(label, m_tags);
    }
    return page;
}

FormRow* GroupDialog::addRow(QFormLayout* form, GroupField field, const QString& label,
                             QWidget* widget, const QString& apiWord)
{
    widget->setToolTip(apiWord);
    auto* row = new FormRow(label, widget);
    row->addTo(form);
    m_rows.insert(field, row);
    return row;
}

void GroupDialog::connectFields()
{
    connect(m_name, &QLineEdit::textChanged, this, &GroupDialog::judge);
    connect(m_description, &QPlainTextEdit::textChanged, this, &GroupDialog::judge);
    connect(m_region, &QComboBox::currentIndexChanged, this, &GroupDialog::judge);
    connect(m_class, &QComboBox::currentIndexChanged, this, &GroupDialog::judge);
    connect(m_gateways, &GatewayList::chosenChanged, this, &GroupDialog::judge);
    for (NumberBox* box : {m_interval, m_dataRate, m_frequency})
        connect(box, &NumberBox::numberChanged, this, &GroupDialog::judge);
}

// A region or class this version does not know is kept.
void GroupDialog::setGroup(const MulticastGroup& group)
{
    const GroupTransmission& sending = group.transmission;
    const auto choose = [](QComboBox* box, const QString& text, const QString& value) {
        const int known = box->findText(text);
        if (known < 0)
            box->addItem(text, value);
        box->setCurrentIndex(known < 0 ? box->count() - 1 : known);
    };
    m_name->setText(group.name);
    m_description->setPlainText(group.description);
    if (sending.rfRegion)
        choose(m_region, *sending.rfRegion, *sending.rfRegion);
    if (sending.downlinkClass)
        choose(m_class, downlinkClassLabel(*sending.downlinkClass), *sending.downlinkClass);
    m_gateways->setChosen(sending.gatewayIds);
    m_interval->setNumber(sending.gatewayIntervalMs);
    m_dataRate->setNumber(sending.dataRate);
    m_frequency->setNumber(sending.frequencyHz);
}

GroupDraft GroupDialog::draft() const
{
    GroupDraft draft;
    draft.name = setText(m_name->text());
    draft.description = setText(m_description->toPlainText());
    draft.transmission.rfRegion = setText(m_region->currentText());
    draft.transmission.downlinkClass = setText(m_class->currentData().toString());
    draft.transmission.gatewayIds = m_gateways->chosen();
    draft.transmission.gatewayIntervalMs = m_interval->number();
    draft.transmission.dataRate = m_dataRate->number();
    draft.transmission.frequencyHz = m_frequency->number();
    if (m_tags)
        draft.tags = m_tags->tags();
    return draft;
}

void GroupDialog::judge()
{
    const QList<GroupFinding> findings = groupFindings(draft(), m_before);
    for (FormRow* row : std::as_const(m_rows))
        row->clearFinding();
    for (const GroupFinding& finding : findings) {
        const bool isEarly = finding.code == GroupFindingCode::Required && !m_wasPressed;
        if (FormRow* row = m_rows.value(finding.field); row && !row->hasFinding() && !isEarly)
            row->setFinding(finding.severity, groupFindingText(finding));
    }
    m_submit->setEnabled(!m_isBusy);
}

void GroupDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    judge();
}

void GroupDialog::refuse(Notice notice)
{
    setBusy(false);
    notice.remedies.clear(); // the button below tries again
    m_notice->showNotice(notice);
}

void GroupDialog::submit()
{
    m_wasPressed = true;
    judge();
    const QList<GroupFinding> findings = groupFindings(draft(), m_before);
    const auto error = std::ranges::find(findings, Severity::Error, &GroupFinding::severity);
    if (error != findings.end()) {
        m_rows.value(error->field)->field()->setFocus();
        return;
    }
    m_notice->clear();
    Q_EMIT submitted(draft());
}

} // namespace fuotadesk
