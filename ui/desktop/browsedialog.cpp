#include "desktop/browsedialog.h"

#include "campaign/session.h"
#include "desktop/bucketmodel.h"
#include "desktop/bucketview.h"
#include "desktop/hitmodel.h"
#include "desktop/plainlabel.h"
#include "desktop/searchfield.h"
#include "preflight/bucketbrowser.h"
#include "preflight/imagelook.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {

constexpr QSize FirstSize(860, 560);
constexpr auto SearchDelay = 400ms;
constexpr auto ChoiceRest = 200ms;
constexpr int BusyHeight = 4;
constexpr int BucketWidth = 24; // characters

} // namespace

BrowseDialog::BrowseDialog(const Workbench& bench, const QString& presentUri, QWidget* parent)
    : QDialog(parent),
      m_bench(bench),
      m_model(new BucketModel(bench.buckets, this)),
      m_hits(new HitModel(bench.buckets, this)),
      m_notice(new NoticeBar),
      m_stack(new QStackedWidget),
      m_busy(new QProgressBar),
      m_progress(plainLabel()),
      m_details(selectableLabel()),
      m_look(new ImageLook(bench.services, bench.clock, this))
{
    setWindowTitle(tr("Choose the firmware image"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(FirstSize);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_notice);
    column->addWidget(makeTop());
    makeLists();
    column->addWidget(m_stack, 1);
    column->addWidget(m_busy);
    column->addLayout(makeBottom());
    connectLists();

    const auto present = parseImageLocation(presentUri);
    if (bench.buckets.buckets().isEmpty() && !bench.buckets.isReadingBuckets())
        m_model->refresh();
    if (present) {
        m_bucket->setText(present->bucket);
        m_model->addBucket(present->bucket);
        m_tree->reveal(*present);
    }
    m_tree->setFocus();
    showAll();
}

// What the model and the browser still tell while all this ends is for nobody.
BrowseDialog::~BrowseDialog()
{
    m_bench.buckets.disconnect(this);
    m_bench.buckets.endSearch();
}

QWidget* BrowseDialog::makeTop()
{
    auto* top = new QWidget;
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    auto* label = new QLabel(tr("&Bucket"));
    m_bucket = new QLineEdit;
    m_bucket->setAccessibleName(tr("Bucket"));
    m_bucket->setPlaceholderText(tr("name of a bucket"));
    m_bucket->setToolTip(tr("Any bucket, also one that the account does not list; Enter opens it"));
    m_bucket->setFixedWidth(fontMetrics().averageCharWidth() * BucketWidth);
    label->setBuddy(m_bucket);
    auto* open = new QPushButton(tr("&Open bucket"));
    open->setAutoDefault(false);
    m_search = new SearchField(tr("Search in the bucket"), tr("Search in the bucket"));
    auto* again = new QPushButton(tr("&Refresh"));
    again->setAutoDefault(false);
    again->setToolTip(tr("Read it all again (F5)"));
    for (QWidget* each : std::initializer_list<QWidget*>{label, m_bucket, open})
        row->addWidget(each);
    row->addSpacing(8);
    row->addWidget(m_search, 1);
    row->addWidget(again);
    m_searchLater.setSingleShot(true);
    m_searchLater.setInterval(SearchDelay);
    connect(m_bucket, &QLineEdit::returnPressed, this, &BrowseDialog::openBucket);
    connect(open, &QPushButton::clicked, this, &BrowseDialog::openBucket);
    connect(again, &QPushButton::clicked, this, &BrowseDialog::refresh);
    connect(m_search, &QLineEdit::textChanged, this, &BrowseDialog::takeSearchText);
    connect(&m_searchLater, &QTimer::timeout, this, &BrowseDialog::search);
    auto* find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, m_search, &SearchField::takeFocus);
    auto* refreshKey = new QShortcut(QKeySequence::Refresh, this);
    connect(refreshKey, &QShortcut::activated, this, &BrowseDialog::refresh);
    return top;
}

void BrowseDialog::makeLists()
{
    m_tree = new BucketView(m_model);
    m_tree->setAccessibleName(tr("Buckets and folders"));
    m_hitView = new QTreeView;
    m_hitView->setAccessibleName(tr("Found in the bucket"));
    m_hitView->setModel(m_hits);
    m_hitView->setRootIsDecorated(false);
    showAsObjects(*m_hitView);
    m_nothing = plainLabel();
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    for (QWidget* each : std::initializer_list<QWidget*>{m_tree, m_hitView, m_nothing})
        m_stack->addWidget(each);
    m_busy->setTextVisible(false);
    m_busy->setFixedHeight(BusyHeight);
    m_busy->setRange(0, 0);
    m_busy->setAccessibleName(tr("Reading from S3"));
    QSizePolicy keepsItsPlace = m_busy->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_busy->setSizePolicy(keepsItsPlace);
}

QLayout* BrowseDialog::makeBottom()
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_use = buttons->addButton(tr("&Use this image"), QDialogButtonBox::AcceptRole);
    // Return opens folders and buckets; what it does to an image, the lists say.
    for (QAbstractButton* button : buttons->buttons())
        qobject_cast<QPushButton*>(button)->setAutoDefault(false);
    auto* column = new QVBoxLayout;
    column->addWidget(m_progress);
    column->addWidget(m_details);
    column->addWidget(buttons);
    m_lookLater.setSingleShot(true);
    m_lookLater.setInterval(ChoiceRest);
    connect(&m_lookLater, &QTimer::timeout, this, &BrowseDialog::lookAtChoice);
    connect(m_look, &ImageLook::changed, this, &BrowseDialog::showChoice);
    connect(m_use, &QPushButton::clicked, this, &BrowseDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return column;
}

void BrowseDialog::connectLists()
{
    connect(m_tree, &BucketView::objectActivated, this, &BrowseDialog::choose);
    connect(m_tree, &BucketView::currentPlaceChanged, this, &BrowseDialog::showChoice);
    connect(m_hitView, &QTreeView::activated, this, &BrowseDialog::choose);
    connect(m_hitView->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &BrowseDialog::showChoice);
    connect(m_search, &SearchField::leftDownwards, this,
            [this] { m_stack->currentWidget()->setFocus(Qt::OtherFocusReason); });
    connect(&m_bench.buckets, &BucketBrowser::bucketsChanged, this, &BrowseDialog::showAll);
    connect(&m_bench.buckets, &BucketBrowser::hitsChanged, this, &BrowseDialog::showAll);
    connect(&m_bench.session, &Session::stateChanged, this, &BrowseDialog::showAll);
    connect(&m_bench.buckets, &BucketBrowser::folderChanged, this,
            [this](const QString& bucket, const QString& prefix) {
                const BucketFolder* folder = m_bench.buckets.folder(bucket, prefix);
                if (folder && folder->error)
                    m_failed = {bucket, prefix};
                showAll();
            });
    connect(m_notice, &NoticeBar::remedyPressed, this, &BrowseDialog::retry);
}

void BrowseDialog::refresh()
{
    const ImageLocation here = m_model->place(m_tree->currentIndex());
    m_failed = {};
    forgetFailure();
    m_model->refresh();
    if (!here.bucket.isEmpty())
        m_tree->reveal(here);
    if (isSearching())
        search();
    showAll();
}

void BrowseDialog::openBucket()
{
    const QString text = m_bucket->text().trimmed();
    const auto pasted = imageUriFromPasted(text);
    const auto place = parseImageLocation(
        pasted.value_or(text.startsWith(u"s3://") ? text : imageUri({text, {}})));
    if (!place) {
        m_notice->showNotice({NoticeKind::Warning,
                              tr("No bucket can have this name. It has 3 to 63 lower-case letters, "
                                 "digits, dots and hyphens."),
                              {},
                              {}});
        return;
    }
    m_bucket->setText(place->bucket);
    m_search->clear();
    m_model->addBucket(place->bucket);
    m_tree->reveal(*place);
    m_tree->setFocus(Qt::OtherFocusReason);
    showAll();
}

void BrowseDialog::takeSearchText()
{
    m_searchLater.start();
    if (m_search->text().isEmpty())
        search();
}

void BrowseDialog::search()
{
    m_searchLater.stop();
    if (isSearching()) {
        m_searched = bucket();
        m_bench.buckets.search(m_searched, m_search->text());
    } else {
        m_bench.buckets.endSearch();
    }
    m_hits->restart();
    showAll();
}

bool BrowseDialog::isSearching() const
{
    return !m_search->text().isEmpty() && !bucket().isEmpty();
}

QString BrowseDialog::bucket() const
{
    const QString current = m_model->place(m_tree->currentIndex()).bucket;
    return current.isEmpty() ? m_bucket->text() : current;
}

const S3Object* BrowseDialog::chosenObject() const
{
    if (m_stack->currentWidget() == m_hitView)
        return m_hits->object(m_hitView->currentIndex());
    return m_stack->currentWidget() == m_tree ? m_model->object(m_tree->currentIndex()) : nullptr;
}

std::optional<ImageLocation> BrowseDialog::choice() const
{
    const S3Object* object = chosenObject();
    if (!object)
        return {};
    return ImageLocation{m_stack->currentWidget() == m_hitView ? m_searched : bucket(),
                         object->key};
}

void BrowseDialog::choose()
{
    const auto chosen = choice();
    if (!chosen)
        return;
    Q_EMIT imageChosen(imageUri(*chosen));
    accept();
}

void BrowseDialog::retry()
{
    forgetFailure();
    if (m_bench.buckets.hits().error && isSearching())
        search();
    else if (!m_failed.bucket.isEmpty())
        m_bench.buckets.open(m_failed.bucket, m_failed.key);
    else
        refresh();
}

} // namespace fuotadesk
