#include "desktop/uploadform.h"

#include "base/clock.h"
#include "campaign/draftsheet.h"
#include "desktop/formrow.h"
#include "desktop/plainlabel.h"
#include "desktop/variablesdialog.h"
#include "fuota/uploadname.h"
#include "fuota/variables.h"
#include "text/errortext.h"
#include "text/numbertext.h"

#include <QCheckBox>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>

namespace fuotadesk {

namespace {

// The service takes images up to "1 MB"; which of the two it means is not said.
constexpr qint64 LargestImage = 1'000'000;
constexpr int LargestText = 4096;
constexpr auto TypingRest = std::chrono::milliseconds(400);

std::optional<QString> droppedFile(const QMimeData* data)
{
    const QList<QUrl> urls = data->urls();
    if (urls.size() != 1 || !urls.first().isLocalFile())
        return {};
    return urls.first().toLocalFile();
}

QLineEdit* shownText(const QString& name)
{
    auto* edit = new QLineEdit;
    edit->setReadOnly(true);
    edit->setFrame(false);
    edit->setAccessibleName(name);
    return edit;
}

} // namespace

UploadForm::UploadForm(const Workbench& bench, QWidget* parent)
    : QWidget(parent),
      m_bench(bench),
      m_fileEdit(new QLineEdit),
      m_choose(new QPushButton(tr("&Choose…"))),
      m_size(selectableLabel()),
      m_sha256(shownText(tr("SHA-256"))),
      m_modified(selectableLabel()),
      m_pattern(new QLineEdit),
      m_keep(new QCheckBox(tr("&Remember as the template's name pattern"))),
      m_target(new QLineEdit)
{
    setAcceptDrops(true);
    makeRows();
    for (QLineEdit* edit : {m_fileEdit, m_pattern, m_target}) {
        edit->setMaxLength(LargestText);
        edit->setAcceptDrops(false); // a file dropped there is meant for the form
    }
    connect(m_choose, &QPushButton::clicked, this, &UploadForm::chooseFile);
    m_readLater.setSingleShot(true);
    m_readLater.setInterval(TypingRest);
    connect(&m_readLater, &QTimer::timeout, this, &UploadForm::takeTyped);
    connect(m_fileEdit, &QLineEdit::editingFinished, this, &UploadForm::takeTyped);
    connect(m_fileEdit, &QLineEdit::textChanged, this, &UploadForm::forgetOther);
    connect(m_pattern, &QLineEdit::textEdited, this, &UploadForm::followPattern);
    connect(m_target, &QLineEdit::textChanged, this, &UploadForm::showTarget);
    connect(m_keep, &QCheckBox::toggled, this, &UploadForm::changed);
    showFacts();
}

void UploadForm::makeRows()
{
    auto* fileBox = new QWidget;
    auto* fileLine = new QHBoxLayout(fileBox);
    fileLine->setContentsMargins(0, 0, 0, 0);
    fileLine->addWidget(m_fileEdit, 1);
    fileLine->addWidget(m_choose);
    m_choose->setAutoDefault(false);
    m_fileEdit->setPlaceholderText(tr("path of a file, or drop one here"));
    m_pattern->setPlaceholderText(QStringLiteral("s3://bucket/folder/${file}"));
    m_pattern->setToolTip(tr(
        "${file}, ${name} (the file without its extension), ${date}, ${sha256} (its first twelve "
        "digits) and the variables of the template are filled in"));
    m_target->setPlaceholderText(tr("s3://bucket/file"));
    m_keep->setToolTip(tr("The next image of this template is named the same way. Saved with the "
                          "template."));
    auto* layout = new QFormLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_fileRow = new FormRow(tr("&File"), m_fileEdit, fileBox);
    m_fileRow->addTo(layout);
    layout->addRow(tr("Size"), m_size);
    layout->addRow(tr("SHA-256"), m_sha256);
    layout->addRow(tr("Modified"), m_modified);
    auto* pattern = new FormRow(tr("&Name pattern"), m_pattern);
    pattern->addTo(layout);
    layout->addRow(QString(), m_keep);
    m_targetRow = new FormRow(tr("Upload &to"), m_target);
    m_targetRow->addTo(layout);
}

void UploadForm::begin(const QString& file)
{
    const CampaignDraft& draft = m_bench.sheet.draft();
    m_pattern->setText(draft.imageUploadTo.isEmpty()
                           ? uploadPatternBeside(draft.task.firmwareUpdateImage)
                           : draft.imageUploadTo);
    m_keep->setChecked(false);
    m_expanded.clear();
    m_target->clear();
    m_file.clear();
    setFile(file);
}

void UploadForm::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Firmware image"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &UploadForm::setFile);
    dialog->open();
}

QString UploadForm::typedFile() const
{
    return QDir::fromNativeSeparators(m_fileEdit->text().trimmed());
}

void UploadForm::takeTyped()
{
    m_readLater.stop();
    setFile(typedFile());
}

// What is shown of another file, or could be sent, is not that of the one that is named now.
void UploadForm::forgetOther()
{
    if (typedFile() == m_file)
        return;
    m_facts.reset();
    if (m_asked)
        m_asked->cancel();
    m_readLater.start();
    showTarget();
}

void UploadForm::setFile(const QString& file)
{
    if (typedFile() != file)
        m_fileEdit->setText(QDir::toNativeSeparators(file));
    m_readLater.stop();
    if (file == m_file && (m_facts || m_asked))
        return;
    m_file = file;
    m_facts.reset();
    if (m_asked)
        m_asked->cancel();
    if (!file.isEmpty()) {
        auto* call = m_bench.images.facts(QFileInfo(file).absoluteFilePath(), this);
        m_asked = call;
        call->then(this, [this, file](const Result<ImageFileFacts>& facts) {
            if (file == m_file)
                takeFacts(facts);
        });
    }
    m_fileRow->clearFinding();
    showFacts();
    followPattern();
}

void UploadForm::takeFacts(const Result<ImageFileFacts>& facts)
{
    if (!facts && facts.error().kind == ErrorKind::Cancelled)
        return;
    if (facts)
        m_facts = *facts;
    else
        m_fileRow->setFinding(Severity::Error, errorMessage(facts.error()));
    if (m_facts && m_facts->size == 0)
        m_fileRow->setFinding(Severity::Warning, tr("The file is empty. Choose another file."));
    else if (m_facts && m_facts->size > LargestImage)
        m_fileRow->setFinding(Severity::Warning,
                              tr("A task takes images of at most one megabyte."));
    showFacts();
    followPattern();
}

void UploadForm::showOrder(const QString& file, const ImageLocation& target)
{
    m_target->setText(imageUri(target));
    setFile(file);
}

void UploadForm::showFacts()
{
    const QString none = m_file.isEmpty()    ? tr("no file is chosen")
        : m_facts || m_fileRow->hasFinding() ? tr("not known")
                                             : tr("reading the file…");
    m_size->setText(m_facts ? bytesText(m_facts->size) : none);
    m_sha256->setText(m_facts ? QString::fromLatin1(m_facts->sha256.toHex()) : none);
    m_sha256->setToolTip(m_facts ? m_sha256->text() : QString());
    m_sha256->setCursorPosition(0);
    m_modified->setText(m_facts ? localTimeText(m_facts->modifiedAt) : none);
    m_modified->setToolTip(m_facts ? utcTimeText(m_facts->modifiedAt) : QString());
}

// A target that somebody has typed is left alone.
void UploadForm::followPattern()
{
    UploadNameParts parts;
    parts.file = QFileInfo(m_file).fileName();
    parts.sha256 = m_facts ? m_facts->sha256 : QByteArray();
    parts.date = m_bench.clock.now().toLocalTime().date();
    parts.values = m_bench.sheet.variableValues();
    const bool isOurs = m_target->text() == m_expanded;
    m_expanded = uploadTarget(m_pattern->text(), parts);
    if (isOurs)
        m_target->setText(m_expanded);
    showTarget();
}

std::optional<ImageLocation> UploadForm::target() const
{
    const QString text = m_target->text();
    const auto place = parseImageLocation(imageUriFromPasted(text).value_or(text));
    const bool isFile = place && !place->key.isEmpty() && !place->key.endsWith(u'/');
    return isFile && variablesIn(text).isEmpty() ? place : std::nullopt;
}

void UploadForm::showTarget()
{
    const QString text = m_target->text();
    QString hint = openVariablesText(variablesIn(text));
    if (hint.isEmpty() && !text.isEmpty() && !target())
        hint = tr("Write it as s3://bucket/file.");
    m_targetRow->setHint(hint);
    m_keep->setEnabled(!m_pattern->text().isEmpty());
    Q_EMIT changed();
}

bool UploadForm::isReady() const
{
    return m_facts && target();
}

std::optional<QString> UploadForm::keptPattern() const
{
    return m_keep->isChecked() && m_keep->isEnabled() ? std::optional(m_pattern->text())
                                                      : std::nullopt;
}

void UploadForm::selectTarget()
{
    const QString text = m_target->text();
    const auto name = static_cast<int>(text.lastIndexOf(u'/')) + 1;
    m_target->setFocus(Qt::OtherFocusReason);
    m_target->setSelection(name, static_cast<int>(text.size()) - name);
}

void UploadForm::dragEnterEvent(QDragEnterEvent* event)
{
    if (droppedFile(event->mimeData()))
        event->acceptProposedAction();
}

void UploadForm::dropEvent(QDropEvent* event)
{
    const auto file = droppedFile(event->mimeData());
    if (!file)
        return;
    event->acceptProposedAction();
    setFile(*file);
}

} // namespace fuotadesk
