#include "desktop/uploadsdialog.h"

#include "campaign/draftsheet.h"
#include "campaign/session.h"
#include "desktop/noticebar.h"
#include "desktop/plainlabel.h"
#include "desktop/question.h"
#include "fuota/imagelocation.h"
#include "preflight/accountservices.h"
#include "preflight/imageupload.h"
#include "text/errortext.h"
#include "text/imagetext.h"
#include "text/numbertext.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace fuotadesk {

namespace {

constexpr QSize FirstSize(860, 400);
constexpr int BusyHeight = 4;

enum ListColumn { FileColumn, TargetColumn, BegunColumn, BytesColumn, StateColumn };

QString targetOf(const UploadRecord& record)
{
    return imageUri({record.bucket, record.key});
}

QString nameOf(const UnfinishedUpload& upload)
{
    return upload.record.file.isEmpty() ? targetOf(upload.record)
                                        : QFileInfo(upload.record.file).fileName();
}

QString stateOf(const UnfinishedUpload& upload)
{
    if (upload.isInUse)
        return UploadsDialog::tr("Is being uploaded");
    return upload.isOurs ? UploadsDialog::tr("Can go on")
                         : UploadsDialog::tr("Begun elsewhere: can only be removed");
}

} // namespace

UploadsDialog::UploadsDialog(const Workbench& bench, QWidget* parent)
    : QDialog(parent),
      m_bench(bench),
      m_notice(new NoticeBar),
      m_stack(new QStackedWidget),
      m_list(new QTreeWidget),
      m_nothing(plainLabel()),
      m_busy(new QProgressBar)
{
    setWindowTitle(tr("Unfinished uploads"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(FirstSize);
    m_list->setAccessibleName(tr("Unfinished uploads"));
    m_list->setHeaderLabels({tr("File"), tr("Goes to"), tr("Begun"), tr("Size"), tr("State")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->header()->setSectionResizeMode(TargetColumn, QHeaderView::Stretch);
    m_list->header()->setStretchLastSection(false);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_nothing);
    m_busy->setTextVisible(false);
    m_busy->setRange(0, 0);
    m_busy->setFixedHeight(BusyHeight);
    m_busy->setAccessibleName(tr("Reading the unfinished uploads"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_notice);
    column->addWidget(
        plainLabel(tr("Parts of an unfinished upload that are in S3 are paid for until "
                      "they are put together or removed.")));
    column->addWidget(m_stack, 1);
    column->addWidget(m_busy);
    column->addLayout(makeButtons());
    connect(m_list, &QTreeWidget::currentItemChanged, this, &UploadsDialog::showChoice);
    connect(&bench.uploads, &UploadShelf::changed, this, &UploadsDialog::showUploads);
    connect(&bench.services, &AccountServices::changed, this, &UploadsDialog::refresh);
    connect(&bench.upload, &ImageUpload::stateChanged, this, &UploadsDialog::showChoice);
    connect(m_notice, &NoticeBar::remedyPressed, this, &UploadsDialog::tryAgain);
    refresh();
    showUploads();
}

QLayout* UploadsDialog::makeButtons()
{
    const auto add = [](const QString& text) {
        auto* button = new QPushButton(text);
        button->setAutoDefault(false);
        return button;
    };
    m_continue = add(tr("&Continue upload"));
    m_remove = add(tr("&Remove upload…"));
    m_remove->setToolTip(tr("Its parts in S3 and what this machine knows of it (Del)"));
    QPushButton* again = add(tr("Re&fresh"));
    again->setToolTip(tr("Read the list again (F5)"));
    QPushButton* close = add(tr("C&lose"));
    auto* row = new QHBoxLayout;
    row->addWidget(again);
    row->addStretch(1);
    row->addWidget(m_continue);
    row->addWidget(m_remove);
    row->addWidget(close);
    connect(m_continue, &QPushButton::clicked, this, [this] {
        if (const UnfinishedUpload* upload = chosen())
            Q_EMIT continueWanted(upload->record);
    });
    connect(m_list, &QTreeWidget::itemActivated, m_continue, &QPushButton::click);
    connect(m_remove, &QPushButton::clicked, this, &UploadsDialog::askToRemove);
    connect(again, &QPushButton::clicked, this, &UploadsDialog::refresh);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* remove = new QShortcut(QKeySequence::Delete, m_list);
    connect(remove, &QShortcut::activated, m_remove, &QPushButton::click);
    auto* refreshKey = new QShortcut(QKeySequence::Refresh, this);
    connect(refreshKey, &QShortcut::activated, this, &UploadsDialog::refresh);
    return row;
}

// What the notice speaks of: a removal, or the list.
void UploadsDialog::tryAgain()
{
    if (m_kept)
        remove(UnfinishedUpload(*m_kept));
    else
        refresh();
}

// The buckets in which this machine may have left something that no journal tells of.
void UploadsDialog::refresh()
{
    const CampaignDraft& draft = m_bench.sheet.draft();
    QStringList buckets;
    for (const QString& uri : {draft.task.firmwareUpdateImage, draft.imageUploadTo}) {
        if (const auto place = parseImageLocation(uri))
            buckets << place->bucket;
    }
    buckets.removeDuplicates();
    m_bench.uploads.refresh(buckets);
    m_busy->setVisible(m_bench.uploads.isLoading());
}

void UploadsDialog::showUploads()
{
    const UploadShelf& shelf = m_bench.uploads;
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_list->clear();
    for (const UnfinishedUpload& upload : shelf.uploads()) {
        const UploadRecord& record = upload.record;
        auto* item = new QTreeWidgetItem(
            m_list,
            {nameOf(upload), targetOf(record), localTimeText(record.begunAt),
             upload.isOurs ? bytesText(record.fileSize) : tr("Not known"), stateOf(upload)});
        item->setToolTip(FileColumn, record.file);
        item->setToolTip(TargetColumn, targetOf(record));
        item->setToolTip(BegunColumn, utcTimeText(record.begunAt));
        item->setTextAlignment(BytesColumn, Qt::AlignRight | Qt::AlignVCenter);
    }
    for (const int column : {FileColumn, BegunColumn, BytesColumn, StateColumn})
        m_list->resizeColumnToContents(column);
    const int count = m_list->topLevelItemCount();
    if (count > 0)
        m_list->setCurrentItem(m_list->topLevelItem(std::clamp(row, 0, count - 1)));
    m_nothing->setText(
        m_bench.session.isReady()
            ? tr("No upload was left unfinished on this connection.")
            : tr("The unfinished uploads are shown once the connection is signed in."));
    m_stack->setCurrentIndex(count > 0 || shelf.isLoading() ? 0 : 1);
    m_kept.reset();
    m_busy->setVisible(shelf.isLoading());
    if (shelf.error())
        m_notice->showNotice(
            {NoticeKind::Error,
             tr("Not everything could be read. %1").arg(imageErrorText(*shelf.error())),
             {tr("Try again")},
             errorDetails(*shelf.error())});
    else
        m_notice->clear();
    showChoice();
}

const UnfinishedUpload* UploadsDialog::chosen() const
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    const QList<UnfinishedUpload>& uploads = m_bench.uploads.uploads();
    return row >= 0 && row < uploads.size() ? &uploads.at(row) : nullptr;
}

bool UploadsDialog::isRunningHere(const UnfinishedUpload& upload) const
{
    const ImageLocation target{upload.record.bucket, upload.record.key};
    return m_bench.upload.isBusy() && m_bench.upload.order().target == target;
}

void UploadsDialog::showChoice()
{
    const UnfinishedUpload* upload = chosen();
    const bool isFree = upload && !upload->isInUse && !isRunningHere(*upload);
    m_continue->setEnabled(isFree && upload->isOurs && !m_bench.upload.isBusy());
    m_continue->setToolTip(m_bench.upload.isBusy() ? tr("Another upload is under way") : QString());
    m_remove->setEnabled(isFree);
}

void UploadsDialog::askToRemove()
{
    const UnfinishedUpload* upload = chosen();
    if (!upload)
        return;
    ask(this,
        {tr("Remove the unfinished upload of “%1”?").arg(nameOf(*upload)),
         tr("Its parts in S3, if there are any, are deleted. The file on this machine stays."),
         tr("Remove upload")},
        [this, removed = *upload] { remove(removed); });
}

void UploadsDialog::remove(const UnfinishedUpload& upload)
{
    m_kept.reset();
    m_bench.uploads.remove(upload, this)->then(this, [this, upload](const Result<void>& result) {
        if (result)
            return;
        m_kept = upload;
        m_notice->showNotice({NoticeKind::Error,
                              tr("The upload of “%1” was not removed. %2")
                                  .arg(nameOf(upload), imageErrorText(result.error())),
                              {tr("Try again")},
                              errorDetails(result.error())});
    });
}

} // namespace fuotadesk
