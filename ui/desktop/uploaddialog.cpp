#include "desktop/uploaddialog.h"

#include "campaign/draftsheet.h"
#include "campaign/session.h"
#include "desktop/noticebar.h"
#include "desktop/productionguard.h"
#include "desktop/steadylabel.h"
#include "desktop/uploadform.h"
#include "preflight/imageupload.h"
#include "text/errortext.h"
#include "text/imagetext.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace fuotadesk {

namespace {

constexpr int Thousandths = 1000;
constexpr int Width = 84; // characters

} // namespace

void showUploadProgress(QProgressBar& bar, qint64 done, qint64 total)
{
    bar.setRange(0, Thousandths);
    bar.setValue(total > 0 ? static_cast<int>(double(done) / double(total) * Thousandths) : 0);
}

UploadDialog::UploadDialog(const Workbench& bench, QWidget* parent)
    : QDialog(parent),
      m_bench(bench),
      m_notice(new NoticeBar),
      m_form(new UploadForm(bench)),
      m_unfinished(addButton(tr("Unf&inished uploads…"))),
      m_start(addButton(tr("&Upload image"))),
      m_pause(addButton(tr("&Pause"))),
      m_cancel(addButton(tr("C&ancel upload"))),
      m_use(addButton(tr("U&se this image")))
{
    setWindowTitle(tr("Upload a firmware image"));
    setMinimumWidth(fontMetrics().averageCharWidth() * Width);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_notice);
    column->addWidget(m_form);
    column->addStretch(1);
    column->addLayout(makeProgress());
    column->addLayout(makeButtons());
    connect(m_form, &UploadForm::changed, this, &UploadDialog::follow);
    connect(m_notice, &NoticeBar::remedyPressed, this, &UploadDialog::answer);
    connect(&bench.upload, &ImageUpload::stateChanged, this, &UploadDialog::follow);
    connect(&bench.upload, &ImageUpload::progressed, this, &UploadDialog::showProgress);
    connect(&bench.session, &Session::stateChanged, this, &UploadDialog::follow);
    follow();
}

// Fields that lose the focus while they are destroyed still speak, to nobody.
UploadDialog::~UploadDialog()
{
    m_form->disconnect(this);
}

QPushButton* UploadDialog::addButton(const QString& text)
{
    auto* button = new QPushButton(text, this);
    button->setAutoDefault(false);
    return button;
}

QLayout* UploadDialog::makeProgress()
{
    m_text = new SteadyLabel(SteadyLabel::Selection::Keyboard, this);
    m_progress = new QProgressBar(this);
    m_progress->setAccessibleName(tr("Uploaded"));
    auto* column = new QVBoxLayout;
    column->addWidget(m_progress);
    column->addWidget(m_text);
    return column;
}

QLayout* UploadDialog::makeButtons()
{
    m_unfinished->setToolTip(tr("Uploads that were begun and not ended (Ctrl+Shift+K)"));
    m_cancel->setToolTip(tr("What is unfinished in S3 is removed"));
    QPushButton* close = addButton(tr("C&lose"));
    close->setToolTip(tr("An upload that is under way goes on (Esc)"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_unfinished);
    row->addStretch(1);
    for (QPushButton* button : {m_start, m_pause, m_cancel, m_use, close})
        row->addWidget(button);
    m_start->setDefault(true);
    connect(m_unfinished, &QPushButton::clicked, this, &UploadDialog::unfinishedWanted);
    connect(m_start, &QPushButton::clicked, this, [this] { start(false); });
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (m_bench.upload.state() == UploadState::Paused)
            m_bench.upload.resume();
        else
            m_bench.upload.pause();
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_bench.upload.cancel(); });
    connect(m_use, &QPushButton::clicked, this, &UploadDialog::useWanted);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return row;
}

void UploadDialog::begin(const QString& file)
{
    const ImageUpload& upload = m_bench.upload;
    if (upload.isBusy() || (upload.state() == UploadState::Failed && file.isEmpty()))
        m_form->showOrder(upload.order().file, upload.order().target);
    else
        m_form->begin(file);
    follow();
}

void UploadDialog::setUsed(bool isUsed)
{
    m_isUsed = isUsed;
    follow();
}

void UploadDialog::start(bool replacing)
{
    const auto target = m_form->target();
    if (!m_form->isReady() || m_bench.upload.isBusy())
        return;
    if (const auto pattern = m_form->keptPattern()) {
        CampaignDraft draft = m_bench.sheet.draft();
        draft.imageUploadTo = *pattern;
        m_bench.sheet.setDraft(draft);
    }
    m_isUsed = false;
    m_bench.upload.start({QFileInfo(m_form->file()).absoluteFilePath(), *target,
                          replacing ? S3Client::Existing::Replace : S3Client::Existing::Keep});
}

void UploadDialog::replace()
{
    const auto target = m_form->target();
    if (!target)
        return;
    guardProduction(m_bench.session, tr("Replace %1").arg(imageUri(*target)), tr("Replace it"),
                    this, [this] { start(true); });
}

void UploadDialog::answer(int index)
{
    const ImageUpload& upload = m_bench.upload;
    if (upload.error() && isTargetTaken(*upload.error())) {
        if (index == 0)
            m_form->selectTarget();
        else
            replace();
    } else if (index == 0) {
        if (upload.canResume())
            m_bench.upload.resume();
        else
            start(upload.order().existing == S3Client::Existing::Replace);
    } else {
        m_bench.upload.cancel();
    }
}

// How one ended says nothing of another.
bool UploadDialog::isOurs() const
{
    return m_bench.upload.isBusy() || m_bench.upload.order().target == m_form->target();
}

void UploadDialog::follow()
{
    const ImageUpload& upload = m_bench.upload;
    const UploadState state = upload.state();
    const bool isBusy = upload.isBusy();
    const bool isDone = state == UploadState::Done && isOurs();
    m_form->setEnabled(!isBusy);
    m_start->setVisible(!isBusy);
    m_start->setEnabled(m_form->isReady() && m_bench.session.isReady());
    m_start->setToolTip(m_bench.session.isReady() ? QString()
                                                  : tr("The connection is not signed in"));
    m_start->setDefault(!isDone || m_isUsed);
    m_pause->setVisible(isBusy);
    m_pause->setText(state == UploadState::Paused ? tr("&Resume") : tr("&Pause"));
    m_pause->setEnabled((state == UploadState::Sending || state == UploadState::Paused)
                        && !upload.isCancelling());
    m_cancel->setText(upload.isCancelling() ? tr("Cancelling…") : tr("C&ancel upload"));
    m_cancel->setEnabled(!upload.isCancelling());
    m_cancel->setVisible(isBusy);
    m_use->setVisible(isDone && !m_isUsed);
    m_use->setDefault(isDone && !m_isUsed);
    showFailure();
    showProgress();
}

void UploadDialog::showProgress()
{
    const ImageUpload& upload = m_bench.upload;
    const UploadProgress progress = upload.progress();
    showUploadProgress(*m_progress, progress.done, progress.total);
    m_progress->setVisible(upload.isBusy() || (isOurs() && upload.state() == UploadState::Done));
    QString text = isOurs() ? uploadText(upload.state(), progress) : QString();
    if (!text.isEmpty() && upload.state() == UploadState::Done && upload.wasThere())
        text = tr("The same image was there already: nothing had to be sent.");
    if (!text.isEmpty() && upload.state() == UploadState::Done && m_isUsed)
        text += u' ' + tr("The form names it now.");
    m_text->showText(text);
    growToFit();
}

// What has come into sight shall not press the rest together: texts that wrap do not grow a window.
void UploadDialog::growToFit()
{
    layout()->activate();
    const int wanted = layout()->totalHeightForWidth(width());
    if (height() < wanted)
        resize(width(), wanted);
}

void UploadDialog::showFailure()
{
    const ImageUpload& upload = m_bench.upload;
    if (!isOurs() || upload.state() != UploadState::Failed || !upload.error()) {
        m_notice->clear();
        return;
    }
    if (isTargetTaken(*upload.error())) {
        showTaken();
        return;
    }
    const Error& error = *upload.error();
    const Notice notice{NoticeKind::Error,
                        tr("The upload has stopped. %1").arg(imageErrorText(error)),
                        {tr("Try again"), tr("Remove upload")},
                        errorDetails(error)};
    if (m_notice->notice() != notice)
        m_notice->showNotice(notice);
}

void UploadDialog::showTaken()
{
    const ImageLocation taken = m_bench.upload.order().target;
    QString text = tr("There is an image at %1 already.").arg(imageUri(taken));
    if (const auto& facts = m_bench.upload.facts())
        text += u' '
            + tr("It has %1.")
                  .arg(objectFactsText(facts->size, facts->eTag, facts->modifiedAt,
                                       facts->versionId));
    const Notice notice{NoticeKind::Warning, text, {tr("Use another name"), tr("Replace it")}, {}};
    if (m_notice->notice() != notice)
        m_notice->showNotice(notice);
}

} // namespace fuotadesk
