// The half of BrowseDialog that says how far it is.
#include "desktop/browsedialog.h"

#include "campaign/session.h"
#include "desktop/bucketmodel.h"
#include "desktop/bucketview.h"
#include "desktop/searchfield.h"
#include "preflight/bucketbrowser.h"
#include "preflight/imagelook.h"
#include "text/errortext.h"
#include "text/imagetext.h"
#include "text/numbertext.h"

#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

namespace fuotadesk {

void BrowseDialog::showAll()
{
    showFailure();
    showNothing();
    showProgress();
    showChoice();
}

void BrowseDialog::showFailure()
{
    const BucketBrowser& browser = m_bench.buckets;
    const BucketFolder* failed = browser.folder(m_failed.bucket, m_failed.key);
    std::optional<Error> error = browser.bucketsError();
    QString what = tr("The buckets could not be listed. A bucket can be opened by its name.");
    if (isSearching() && browser.hits().error) {
        error = browser.hits().error;
        what = tr("“%1” could not be searched.").arg(m_searched);
    } else if (failed && failed->error) {
        error = failed->error;
        what = tr("“%1” could not be read.").arg(imageUri(m_failed));
    }
    if (!error || !m_bench.session.isReady()) {
        forgetFailure();
        return;
    }
    const Notice notice{NoticeKind::Error,
                        what + u' ' + imageErrorText(*error),
                        {tr("Try again")},
                        errorDetails(*error)};
    // Who has put it away is not told again.
    if (m_told == notice)
        return;
    m_told = notice;
    m_notice->showNotice(notice);
}

void BrowseDialog::forgetFailure()
{
    if (m_told != Notice{})
        m_notice->clear();
    m_told = {};
}

void BrowseDialog::showNothing()
{
    const BucketBrowser& browser = m_bench.buckets;
    QString text;
    if (!m_bench.session.isReady())
        text = tr("The buckets are shown once the connection is signed in.");
    else if (m_model->rowCount() == 0 && !browser.isReadingBuckets())
        text = browser.bucketsError() ? tr("Type the name of a bucket above and open it.")
                                      : tr("There is no bucket in this account.");
    else if (isSearching() && browser.hits().isComplete && browser.hits().objects.isEmpty())
        text = tr("Nothing in “%1” has “%2” in its name.").arg(m_searched, m_search->text());
    m_nothing->setText(text);
    QWidget* list = isSearching() ? m_hitView : m_tree;
    m_stack->setCurrentWidget(text.isEmpty() ? list : m_nothing);
}

void BrowseDialog::showProgress()
{
    const BucketBrowser& browser = m_bench.buckets;
    const ImageLocation here = m_model->place(m_tree->currentIndex());
    const QString prefix = here.key.left(here.key.lastIndexOf(u'/') + 1);
    const BucketFolder* folder = browser.folder(here.bucket, prefix);
    QString text;
    bool isBusy = browser.isReadingBuckets();
    if (isSearching()) {
        const auto found = static_cast<int>(browser.hits().objects.size());
        isBusy = isBusy || browser.hits().isReading;
        text = tr("%n images found among %1", nullptr, found).arg(numberText(browser.searched()));
        if (found >= BucketBrowser::MostHits)
            text = tr("%1: more are not shown").arg(text);
    } else if (folder) {
        isBusy = isBusy || folder->isReading;
        const auto count = static_cast<int>(folder->folders.size() + folder->objects.size());
        text = tr("%n entries in %1", nullptr, count).arg(imageUri({here.bucket, prefix}));
        if (folder->isReading)
            text = tr("%1 so far").arg(text);
        else if (folder->isFull)
            text = tr("%1: more are not shown, the search finds them").arg(text);
    }
    m_progress->setText(text);
    m_busy->setVisible(isBusy);
}

void BrowseDialog::showChoice()
{
    const S3Object* object = chosenObject();
    m_use->setEnabled(object);
    m_use->setToolTip(object ? QString() : tr("Choose an image first, not a folder"));
    const auto chosen = choice();
    const bool isLookedAt = chosen && m_look->uri() == imageUri(*chosen);
    if (chosen && !isLookedAt)
        m_lookLater.start();
    const QString version = isLookedAt && m_look->facts() ? m_look->facts()->versionId : QString();
    m_details->setText(
        object ? objectFactsText(object->size, object->eTag, object->modifiedAt, version)
               : tr("No image is chosen."));
    if (const QString name = m_model->place(m_tree->currentIndex()).bucket;
        !name.isEmpty() && !m_bucket->hasFocus())
        m_bucket->setText(name);
    if (!isSearching())
        showProgress();
}

void BrowseDialog::lookAtChoice()
{
    if (const auto chosen = choice())
        m_look->look(imageUri(*chosen));
}

} // namespace fuotadesk
