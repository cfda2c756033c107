#include "desktop/imagedesk.h"

#include "base/clock.h"
#include "campaign/draftsheet.h"
#include "campaign/session.h"
#include "desktop/browsedialog.h"
#include "desktop/formrow.h"
#include "desktop/imageedit.h"
#include "desktop/taskform.h"
#include "fuota/variables.h"
#include "preflight/accountservices.h"
#include "preflight/imagelook.h"
#include "text/imagetext.h"
#include "text/numbertext.h"

#include <QAction>
#include <QLineEdit>

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {

constexpr auto AgeInterval = 30s;

} // namespace

ImageDesk::ImageDesk(const Workbench& bench, TaskForm* form, QObject* parent)
    : QObject(parent),
      m_bench(bench),
      m_form(form),
      m_browse(new QAction(tr("&Browse for the image…"), this)),
      m_upload(new QAction(tr("Upload an image…"), this)),
      m_uri(bench.sheet.draft().task.firmwareUpdateImage),
      m_eTag(bench.sheet.draft().imageETag)
{
    m_browse->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_O);
    m_upload->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_L);
    ImageEdit* image = form->imageEdit();
    connect(m_browse, &QAction::triggered, this, &ImageDesk::browse);
    connect(m_upload, &QAction::triggered, this, [this] { Q_EMIT uploadWanted({}); });
    connect(image, &ImageEdit::browseWanted, this, &ImageDesk::browse);
    connect(image, &ImageEdit::uploadWanted, this, &ImageDesk::uploadWanted);
    connect(image, &ImageEdit::left, this, &ImageDesk::look);
    connect(image, &ImageEdit::newOneAccepted, this, &ImageDesk::acceptNewOne);
    connect(&bench.sheet, &DraftSheet::draftChanged, this, &ImageDesk::followDraft);
    connect(&bench.imageLook, &ImageLook::changed, this, &ImageDesk::followLook);
    connect(&bench.services, &AccountServices::changed, this, &ImageDesk::look);
    m_showAge.setInterval(AgeInterval);
    connect(&m_showAge, &QTimer::timeout, this, &ImageDesk::showLook);
    m_showAge.start();
    look();
}

void ImageDesk::takeOpened()
{
    look();
}

void ImageDesk::look()
{
    const QString uri = m_bench.sheet.draft().task.firmwareUpdateImage;
    // A name that is still to be filled in is no name yet.
    m_bench.imageLook.look(variablesIn(uri).isEmpty() ? uri : QString());
    followLook();
}

const S3ObjectFacts* ImageDesk::facts() const
{
    const ImageLook& look = m_bench.imageLook;
    const bool isOurs = look.state() == ImageState::Found && look.facts() && !look.uri().isEmpty()
        && look.uri() == m_bench.sheet.draft().task.firmwareUpdateImage;
    return isOurs ? &*look.facts() : nullptr;
}

// An ETag belongs to one image: that of another name is not known, but for the one of the template.
void ImageDesk::followDraft()
{
    CampaignDraft draft = m_bench.sheet.draft();
    const QString uri = draft.task.firmwareUpdateImage;
    const bool isStale = uri != m_uri && draft.imageETag == m_eTag;
    const CampaignDraft& origin = m_bench.sheet.origin().draft;
    if (isStale)
        draft.imageETag = uri == origin.task.firmwareUpdateImage ? origin.imageETag : QString();
    m_uri = uri;
    m_eTag = draft.imageETag;
    m_bench.sheet.setDraft(draft);
    showLook();
    showChange();
}

void ImageDesk::followLook()
{
    if (const S3ObjectFacts* found = facts())
        takeFacts(*found);
    showLook();
    showChange();
}

// What is learned of an untouched template does not make it unsaved.
void ImageDesk::takeFacts(const S3ObjectFacts& facts)
{
    DraftSheet& sheet = m_bench.sheet;
    CampaignDraft draft = sheet.draft();
    draft.imageSizeBytes = facts.size;
    if (draft.imageETag.isEmpty())
        draft.imageETag = facts.eTag;
    if (draft == sheet.draft())
        return;
    const bool isTouched = sheet.isModified();
    sheet.setDraft(draft);
    if (!isTouched)
        sheet.markSaved(sheet.origin(), sheet.originFile());
}

void ImageDesk::acceptNewOne()
{
    const S3ObjectFacts* found = facts();
    CampaignDraft draft = m_bench.sheet.draft();
    if (!found || draft.imageETag.isEmpty())
        return;
    draft.imageETag = found->eTag;
    m_bench.sheet.setDraft(draft);
}

void ImageDesk::showChange()
{
    const S3ObjectFacts* found = facts();
    const QString known = m_bench.sheet.draft().imageETag;
    if (!found || known.isEmpty() || known == found->eTag) {
        m_form->imageEdit()->showChanged({});
        return;
    }
    const auto before = m_bench.sheet.origin().draft.imageSizeBytes;
    QString text = tr("The image has changed since its size was read: it was modified %1.")
                       .arg(localTimeText(found->modifiedAt));
    if (before && *before != found->size)
        text = tr("The image has changed since its size was read: it had %1 and has %2 now.")
                   .arg(bytesText(*before), bytesText(found->size));
    m_form->imageEdit()->showChanged(text);
}

void ImageDesk::showLook()
{
    const ImageLook& look = m_bench.imageLook;
    const S3ObjectFacts* found = facts();
    const bool isOurs = look.uri() == m_bench.sheet.draft().task.firmwareUpdateImage;
    QString hint;
    if (isOurs && look.state() == ImageState::Asking)
        hint = tr("Asking S3 for its size…");
    else if (isOurs && look.state() == ImageState::Missing)
        hint = imageMissingText();
    else if (isOurs && look.state() == ImageState::Failed && look.error())
        hint = imageUnknownText(*look.error());
    else if (found && !found->region.isEmpty() && found->region != m_bench.session.active().region)
        hint = tr("Its bucket is in %1, the connection in %2. Use a bucket in %2.")
                   .arg(found->region, m_bench.session.active().region);
    m_form->imageRow()->setHint(hint);
    const bool isItsSize = found && m_bench.sheet.draft().imageSizeBytes == found->size;
    m_form->imageSizeRow()->setHint(isItsSize ? imageFoundText(*found, m_bench.clock.now())
                                              : QString());
}

void ImageDesk::browse()
{
    if (m_dialog)
        return;
    m_dialog =
        new BrowseDialog(m_bench, m_bench.sheet.draft().task.firmwareUpdateImage, m_form->window());
    connect(m_dialog, &BrowseDialog::imageChosen, this, &ImageDesk::useImage);
    m_dialog->open();
}

void ImageDesk::useImage(const QString& uri)
{
    CampaignDraft draft = m_bench.sheet.draft();
    draft.task.firmwareUpdateImage = uri;
    m_bench.sheet.setDraft(draft);
    m_form->imageEdit()->line()->setFocus(Qt::OtherFocusReason);
    look();
}

} // namespace fuotadesk
