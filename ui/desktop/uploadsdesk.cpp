#include "desktop/uploadsdesk.h"

#include "campaign/draftsheet.h"
#include "campaign/session.h"
#include "desktop/noticestack.h"
#include "desktop/uploadbar.h"
#include "desktop/uploaddialog.h"
#include "desktop/uploadsdialog.h"
#include "preflight/imagelook.h"
#include "preflight/imageupload.h"

#include <QAction>
#include <QEvent>
#include <QFileInfo>

#include <algorithm>

namespace fuotadesk {

UploadsDesk::UploadsDesk(const Workbench& bench, NoticeStack* notices, QWidget* window)
    : QObject(window),
      m_bench(bench),
      m_notices(notices),
      m_window(window),
      m_unfinished(new QAction(tr("Un&finished uploads…"), this)),
      m_bar(new UploadBar(bench.upload))
{
    m_unfinished->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_K);
    connect(m_unfinished, &QAction::triggered, this, &UploadsDesk::openUnfinished);
    connect(m_bar, &UploadBar::dialogWanted, this, [this] { open({}); });
    connect(&bench.upload, &ImageUpload::stateChanged, this, &UploadsDesk::follow);
    connect(&bench.session, &Session::stateChanged, this, &UploadsDesk::look);
    connect(&bench.uploads, &UploadShelf::changed, this, &UploadsDesk::tellUnfinished);
    look();
}

QWidget* UploadsDesk::bar() const
{
    return m_bar;
}

UploadDialog* UploadsDesk::dialog()
{
    if (!m_dialog) {
        m_dialog = new UploadDialog(m_bench, m_window);
        m_dialog->installEventFilter(this);
        connect(m_dialog, &UploadDialog::useWanted, this, &UploadsDesk::pressUse);
        connect(m_dialog, &UploadDialog::unfinishedWanted, this, &UploadsDesk::openUnfinished);
    }
    return m_dialog;
}

void UploadsDesk::open(const QString& file)
{
    if (!m_bench.upload.isBusy())
        m_imageAtStart = m_bench.sheet.draft().task.firmwareUpdateImage;
    if (dialog()->isVisible()) {
        dialog()->raise();
        return;
    }
    dialog()->begin(file);
    dialog()->open();
}

bool UploadsDesk::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        m_bar->setDialogInSight(event->type() == QEvent::Show);
    return QObject::eventFilter(watched, event);
}

void UploadsDesk::openUnfinished()
{
    if (m_list)
        return;
    QWidget* over = m_dialog && m_dialog->isVisible() ? m_dialog.data() : m_window;
    m_list = new UploadsDialog(m_bench, over);
    connect(m_list, &UploadsDialog::continueWanted, this, &UploadsDesk::takeUp);
    m_list->open();
}

void UploadsDesk::takeUp(const UploadRecord& record)
{
    m_imageAtStart.reset(); // it was begun for another draft
    m_bench.upload.takeUp(record);
    if (m_list)
        m_list->close();
    dialog()->begin({});
    dialog()->open();
}

void UploadsDesk::follow()
{
    const bool isDone = m_bench.upload.state() == UploadState::Done;
    if (isDone && !m_isDone)
        takeDone();
    m_isDone = isDone;
}

// The field takes the image when nobody has written another one into it meanwhile.
void UploadsDesk::takeDone()
{
    const bool isWaiting = m_imageAtStart == m_bench.sheet.draft().task.firmwareUpdateImage;
    if (isWaiting)
        use();
    if (m_dialog && m_dialog->isVisible())
        return;
    const UploadOrder& order = m_bench.upload.order();
    const QString text =
        (m_bench.upload.wasThere() ? tr("“%1” was at %2 already: nothing had to be sent.")
                                   : tr("“%1” was uploaded to %2."))
            .arg(QFileInfo(order.file).fileName(), imageUri(order.target));
    if (isWaiting)
        m_notices->post({NoticeKind::Info, text, {}, {}});
    else
        m_notices->post({NoticeKind::Info, text, {tr("Use this image")}, {}},
                        [this](int) { pressUse(); });
}

void UploadsDesk::use()
{
    const ImageUpload& upload = m_bench.upload;
    if (upload.state() != UploadState::Done)
        return;
    const QString uri = imageUri(upload.order().target);
    // What was known of that name is of the time before.
    m_bench.imageLook.look(uri);
    m_bench.imageLook.lookAgain();
    CampaignDraft draft = m_bench.sheet.draft();
    draft.task.firmwareUpdateImage = uri;
    draft.imageSizeBytes = upload.progress().total;
    draft.imageETag = QString();
    if (const auto& facts = upload.facts()) {
        draft.imageSizeBytes = facts->size;
        draft.imageETag = facts->eTag;
    }
    m_bench.sheet.setDraft(draft);
    m_imageAtStart = uri;
    if (m_dialog)
        m_dialog->setUsed(true);
}

void UploadsDesk::pressUse()
{
    use();
    Q_EMIT imageUsed();
}

void UploadsDesk::look()
{
    if (!m_bench.session.isReady() || m_toldOf == m_bench.session.active().id)
        return;
    m_bench.uploads.refresh({});
}

// Once for a connection; the dialog tells the rest.
void UploadsDesk::tellUnfinished()
{
    const QString connection = m_bench.session.active().id;
    if (m_bench.uploads.isLoading() || m_toldOf == connection || !m_bench.session.isReady())
        return;
    m_toldOf = connection;
    const QList<UnfinishedUpload>& uploads = m_bench.uploads.uploads();
    const auto left = static_cast<int>(std::ranges::count_if(
        uploads, [](const UnfinishedUpload& upload) { return upload.isOurs && !upload.isInUse; }));
    if (left == 0 || m_bench.upload.isBusy() || m_list)
        return;
    m_notices->post({NoticeKind::Info,
                     tr("%n uploads of images were not finished.", nullptr, left),
                     {tr("Show uploads…")},
                     {}},
                    [this](int) { openUnfinished(); });
}

} // namespace fuotadesk
