#include "desktop/taskform.h"

#include "desktop/descriptoredit.h"
#include "desktop/formrow.h"
#include "desktop/imageedit.h"
#include "desktop/imagesizeedit.h"
#include "desktop/numberbox.h"
#include "desktop/planningbox.h"
#include "desktop/recipientsedit.h"
#include "desktop/redundancyedit.h"
#include "desktop/roleedit.h"
#include "desktop/tagsedit.h"
#include "desktop/taskformwords.h"
#include "fuota/transferplan.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QSlider>
#include <QTableView>

#include <algorithm>
#include <limits>

namespace fuotadesk {

namespace {

constexpr int LargestText = 1 << 20; // over every limit of the model; a template file has no more
constexpr int FormWidth = 560;

QWidget* keptNarrow(QWidget* input, QWidget* beside = nullptr)
{
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(input);
    if (beside)
        row->addWidget(beside);
    row->addStretch(1);
    return content;
}

std::optional<QString> optionalText(const QLineEdit* edit)
{
    return edit->text().isEmpty() ? std::nullopt : std::optional(edit->text());
}

// The cursor stays where someone types.
void showText(QLineEdit* edit, const QString& text)
{
    if (edit->text() == text)
        return;
    edit->setText(text);
    edit->setCursorPosition(0);
}

} // namespace

TaskForm::TaskForm(ImageProbe& images, QWidget* parent)
    : QWidget(parent),
      m_layout(new QFormLayout(this))
{
    setAcceptDrops(true);
    setMaximumWidth(std::max(FormWidth, fontMetrics().averageCharWidth() * 76));
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_name = addText(Field::Name, tr("not set"));
    setFocusProxy(m_name);
    m_description = addText(Field::Description, tr("not set"));
    addRegion();
    addImage();
    addImageSize(images);
    addRole();
    addParts();
    addTuning();
    addRecipients();
    m_token = addText(Field::ClientRequestToken, tr("automatic: a new one for each task"));
    m_planning = new PlanningBox(this);
    m_layout->addRow(m_planning);
    connectFields();
    follow(m_loaded);
}

FormRow* TaskForm::addRow(Field field, QWidget* input, QWidget* content)
{
    const FieldWords words = fieldWords(field);
    input->setToolTip(fieldToolTip(field));
    input->setWhatsThis(words.help);
    auto* row = new FormRow(words.label, input, content);
    row->label()->setToolTip(fieldToolTip(field));
    row->addTo(m_layout);
    m_rows[field] = row;
    watch(row, content);
    return row;
}

// Leaving any part of a row counts as leaving its field; a file may be dropped on any part.
void TaskForm::watch(FormRow* row, QWidget* content)
{
    QList<QWidget*> parts = content->findChildren<QWidget*>();
    parts.append(content);
    for (QWidget* part : parts) {
        part->installEventFilter(this);
        m_watched.insert(part, row);
    }
}

QLineEdit* TaskForm::addText(Field field, const QString& placeholder)
{
    auto* edit = new QLineEdit(this);
    edit->setMaxLength(LargestText);
    edit->setPlaceholderText(placeholder);
    addRow(field, edit, edit);
    connect(edit, &QLineEdit::textChanged, this, &TaskForm::edited);
    return edit;
}

void TaskForm::addRegion()
{
    m_region = new QComboBox(this);
    m_region->addItem(tr("not set"));
    for (const char* name : fieldSpec(Field::RfRegion).values)
        m_region->addItem(QString::fromLatin1(name), QString::fromLatin1(name));
    addRow(Field::RfRegion, m_region, keptNarrow(m_region));
}

void TaskForm::addImage()
{
    m_image = new ImageEdit(this);
    m_image->line()->setMaxLength(LargestText);
    m_image->line()->setPlaceholderText(tr("s3://bucket/file"));
    addRow(Field::FirmwareUpdateImage, m_image->line(), m_image);
    connect(m_image, &ImageEdit::textChanged, this, &TaskForm::edited);
}

void TaskForm::addImageSize(ImageProbe& images)
{
    const FieldWords words = imageSizeWords();
    m_imageSize = new ImageSizeEdit(images, this);
    m_imageSize->box()->setWhatsThis(words.help);
    m_imageSize->box()->setToolTip(tr("For the preview; not sent"));
    auto* row = new FormRow(words.label, m_imageSize->box(), m_imageSize);
    row->addTo(m_layout);
    m_rows[RowKey()] = row;
    watch(row, m_imageSize);
}

void TaskForm::addRole()
{
    m_role = new RoleEdit(this);
    m_role->edit()->setMaxLength(LargestText);
    addRow(Field::FirmwareUpdateRole, m_role->edit(), m_role);
    connect(m_role->edit(), &QLineEdit::textChanged, this, &TaskForm::edited);
}

void TaskForm::addParts()
{
    m_descriptor = new DescriptorEdit(this);
    m_descriptor->base64Edit()->setMaxLength(LargestText);
    m_descriptor->hexEdit()->setMaxLength(LargestText);
    addRow(Field::Descriptor, m_descriptor->base64Edit(), m_descriptor);
    m_tags = new TagsEdit(this);
    addRow(Field::Tags, m_tags->view(), m_tags);
}

void TaskForm::addTuning()
{
    m_redundancy = new RedundancyEdit(this);
    addRow(Field::RedundancyPercent, m_redundancy->box(), m_redundancy);
    m_redundancy->slider()->setToolTip(fieldToolTip(Field::RedundancyPercent));

    const auto numberOf = [this](Field field, const QString& unit) {
        auto* box = new NumberBox(this);
        box->setUnit(unit);
        box->setUnsetText(tr("not set"));
        box->setStepLimits(fieldSpec(field).minimum.value_or(0),
                           std::numeric_limits<qint32>::max());
        return box;
    };
    m_fragmentSize = numberOf(Field::FragmentSizeBytes, tr(" bytes"));
    addRow(Field::FragmentSizeBytes, m_fragmentSize, keptNarrow(m_fragmentSize));
    m_interval = numberOf(Field::FragmentIntervalMs, tr(" ms"));
    m_interval->setSingleStep(1000);
    m_sentInterval = new QLabel(this);
    addRow(Field::FragmentIntervalMs, m_interval, keptNarrow(m_interval, m_sentInterval));
}

void TaskForm::addRecipients()
{
    const FieldWords words = recipientsWords();
    m_recipients = new RecipientsEdit(this);
    m_recipients->summary()->setWhatsThis(words.help);
    m_recipientsRow = new FormRow(words.label, m_recipients->summary(), m_recipients);
    m_recipientsRow->addTo(m_layout);
    connect(m_recipients, &RecipientsEdit::devicesWanted, this, &TaskForm::devicesWanted);
    connect(m_recipients, &RecipientsEdit::groupsWanted, this, &TaskForm::groupsWanted);
    connect(m_recipients, &RecipientsEdit::recipientsChanged, this, &TaskForm::edited);
}

void TaskForm::showForUpdate()
{
    for (FormRow* row : {m_rows[Field::Tags], m_rows[Field::ClientRequestToken], m_recipientsRow})
        row->setShown(false);
    m_planning->hide();
    m_image->showLineOnly();
}

void TaskForm::connectFields()
{
    connect(m_region, &QComboBox::currentIndexChanged, this, &TaskForm::edited);
    connect(m_imageSize, &ImageSizeEdit::sizeChanged, this, &TaskForm::edited);
    connect(m_descriptor, &DescriptorEdit::descriptorChanged, this, &TaskForm::edited);
    connect(m_tags, &TagsEdit::tagsChanged, this, &TaskForm::edited);
    connect(m_redundancy, &RedundancyEdit::percentChanged, this, &TaskForm::edited);
    connect(m_fragmentSize, &NumberBox::numberChanged, this, &TaskForm::edited);
    connect(m_interval, &NumberBox::numberChanged, this, &TaskForm::edited);
    connect(m_planning, &PlanningBox::planningChanged, this, &TaskForm::edited);
}

CampaignDraft TaskForm::draft() const
{
    CampaignDraft draft = m_loaded;
    TaskDraft& task = draft.task;
    task.name = optionalText(m_name);
    task.description = optionalText(m_description);
    task.clientRequestToken = optionalText(m_token);
    const QVariant region = m_region->currentData();
    task.rfRegion = region.isValid() ? std::optional(region.toString()) : std::nullopt;
    task.firmwareUpdateImage = m_image->line()->text();
    task.firmwareUpdateRole = m_role->edit()->text();
    task.tags = m_tags->tags();
    task.redundancyPercent = m_redundancy->percent();
    task.fragmentSizeBytes = m_fragmentSize->number();
    task.fragmentIntervalMs = m_interval->number();
    task.descriptor = m_descriptor->descriptor();
    draft.imageSizeBytes = m_imageSize->size();
    draft.planning = m_planning->planning();
    draft.recipients = m_recipients->recipients();
    return draft;
}

void TaskForm::setDraft(const CampaignDraft& draft)
{
    m_loaded = draft;
    if (draft == this->draft())
        return;
    const QScopedValueRollback loading(m_loading, true);
    const TaskDraft& task = draft.task;
    showText(m_name, task.name.value_or(QString()));
    showText(m_description, task.description.value_or(QString()));
    showText(m_token, task.clientRequestToken.value_or(QString()));
    showRegion(task.rfRegion);
    showText(m_image->line(), task.firmwareUpdateImage);
    showText(m_role->edit(), task.firmwareUpdateRole);
    m_tags->setTags(task.tags);
    m_redundancy->setPercent(task.redundancyPercent);
    m_fragmentSize->setNumber(task.fragmentSizeBytes);
    m_interval->setNumber(task.fragmentIntervalMs);
    m_descriptor->setDescriptor(task.descriptor);
    m_imageSize->setSize(draft.imageSizeBytes);
    m_planning->setPlanning(draft.planning);
    m_recipients->setRecipients(draft.recipients);
    follow(draft);
}

void TaskForm::edited()
{
    if (m_loading)
        return;
    follow(draft());
    Q_EMIT draftChanged();
}

// What the fields say of each other.
void TaskForm::follow(const CampaignDraft& draft)
{
    m_planning->setTask(draft.task);
    m_redundancy->setAssumed(draft.planning.redundancyPercent);
    m_fragmentSize->setSuggestion(draft.planning.fragmentSizeBytes);
    m_interval->setSuggestion(draft.planning.fragmentIntervalMs);
    const auto interval = draft.task.fragmentIntervalMs;
    const QString sent = interval && *interval > 0
        ? tr("sent as %1 s").arg(locale().toString(roundedSeconds(*interval)))
        : QString();
    m_sentInterval->setText(sent);
}

// A region this version does not know stays what it is, as an item of its own.
void TaskForm::showRegion(const std::optional<QString>& region)
{
    int index = region
        ? m_region->findData(*region, Qt::UserRole, Qt::MatchFixedString | Qt::MatchCaseSensitive)
        : 0;
    if (index < 0) {
        m_region->addItem(*region, *region);
        index = m_region->count() - 1;
    }
    m_region->setCurrentIndex(index);
}

} // namespace fuotadesk
