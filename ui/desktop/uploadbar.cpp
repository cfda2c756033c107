#include "desktop/uploadbar.h"

#include "desktop/uploaddialog.h"
#include "preflight/imageupload.h"
#include "text/imagetext.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace fuotadesk {

namespace {

constexpr int ProgressWidth = 16; // characters

} // namespace

UploadBar::UploadBar(const ImageUpload& upload, QWidget* parent)
    : QFrame(parent),
      m_upload(upload),
      m_text(new QLabel),
      m_progress(new QProgressBar)
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Image uploaded"));
    m_progress->setFixedWidth(fontMetrics().averageCharWidth() * ProgressWidth);
    auto* show = new QPushButton(tr("Show upload…"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    row->addWidget(m_text, 1);
    row->addWidget(m_progress);
    row->addWidget(show);
    connect(show, &QPushButton::clicked, this, &UploadBar::dialogWanted);
    connect(&upload, &ImageUpload::stateChanged, this, &UploadBar::follow);
    connect(&upload, &ImageUpload::progressed, this, &UploadBar::follow);
    follow();
}

void UploadBar::setDialogInSight(bool inSight)
{
    m_isDialogInSight = inSight;
    follow();
}

bool UploadBar::isWanted() const
{
    const bool isFailed = m_upload.state() == UploadState::Failed;
    return m_upload.isBusy() || (isFailed && (m_upload.canResume() || !m_isFailureTold));
}

void UploadBar::follow()
{
    const bool isFailed = m_upload.state() == UploadState::Failed;
    m_isFailureTold = isFailed && (m_isFailureTold || m_isDialogInSight);
    setVisible(isWanted() && !m_isDialogInSight);
    m_progress->setVisible(!isFailed);
    if (isHidden())
        return;
    const UploadProgress progress = m_upload.progress();
    m_text->setText(tr("Upload of “%1”: %2", "file, how far")
                        .arg(QFileInfo(m_upload.order().file).fileName(),
                             uploadText(m_upload.state(), progress)));
    showUploadProgress(*m_progress, progress.done, progress.total);
}

} // namespace fuotadesk
