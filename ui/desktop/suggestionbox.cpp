#include "desktop/suggestionbox.h"

#include "campaign/suggestionsearch.h"
#include "text/forecasttext.h"
#include "text/numbertext.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr int RowsInSight = 6;

// What a suggestion depends on.
bool isSameQuestion(const CampaignDraft& one, const CampaignDraft& other)
{
    Planning planning = one.planning;
    planning.fragmentSizeBytes = other.planning.fragmentSizeBytes;
    planning.redundancyPercent = other.planning.redundancyPercent;
    planning.fragmentIntervalMs = other.planning.fragmentIntervalMs;
    planning.devices = other.planning.devices;
    planning.fleet = other.planning.fleet;
    planning.startAt = other.planning.startAt;
    return planning == other.planning && one.imageSizeBytes == other.imageSizeBytes
        && one.task.rfRegion == other.task.rfRegion;
}

} // namespace

SuggestionBox::SuggestionBox(SuggestionSearch& search, QWidget* parent)
    : QWidget(parent),
      m_search(search),
      m_searchButton(new QPushButton(this)),
      m_result(new QLabel(this)),
      m_table(new QTableWidget(this)),
      m_applyButton(new QPushButton(tr("Use this setting"), this))
{
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    makeTable();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_searchButton, 0, Qt::AlignLeft);
    column->addWidget(m_result);
    column->addWidget(m_table);
    column->addWidget(m_applyButton, 0, Qt::AlignLeft);
    connect(m_searchButton, &QPushButton::clicked, this, &SuggestionBox::press);
    connect(m_applyButton, &QPushButton::clicked, this, [this] { take(m_table->currentRow()); });
    connect(m_table, &QTableWidget::cellActivated, this, [this](int row, int) { take(row); });
    clear();
    showButton();
}

void SuggestionBox::makeTable()
{
    m_table->setColumnCount(5);
    m_table->setHorizontalHeaderLabels(
        {tr("Fragment size"), tr("Redundancy"), tr("Interval"), tr("Sending"), tr("Chance")});
    m_table->setAccessibleName(tr("Alternatives"));
    m_table->setToolTip(tr("Press Enter or double-click to use a row"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
}

void SuggestionBox::setDraft(const CampaignDraft& draft)
{
    const bool isSame = isSameQuestion(draft, m_draft);
    m_draft = draft;
    if (isSame)
        return;
    if (m_call)
        m_call->cancel();
    clear();
    showButton();
}

void SuggestionBox::showButton()
{
    if (isSearching())
        m_searchButton->setText(tr("Cancel"));
    else
        m_searchButton->setText(
            tr("Suggest for %1 at %2 loss")
                .arg(settingText(m_draft.planning.target), settingText(m_draft.planning.loss)));
    m_searchButton->setToolTip(
        tr("Looks for the quickest fragment size, redundancy and interval; target and loss stand "
           "in the planning assumptions"));
}

void SuggestionBox::clear()
{
    m_ways.clear();
    m_table->setRowCount(0);
    m_table->hide();
    m_applyButton->hide();
    m_result->clear();
    m_result->hide();
}

void SuggestionBox::press()
{
    if (m_call)
        m_call->cancel();
    else
        start();
}

void SuggestionBox::start()
{
    clear();
    m_result->setText(tr("Comparing fragment sizes…"));
    m_result->show();
    m_call =
        m_search.search({m_draft, m_draft.planning.target, m_draft.planning.loss, false}, this);
    m_call->then(this, [this](const Result<Suggestion>& found) {
        m_call.clear();
        showButton();
        clear();
        if (found)
            show(*found);
    });
    showButton();
}

void SuggestionBox::show(const Suggestion& found)
{
    QStringList lines;
    if (found.best) {
        lines += alternativeText(*found.best);
        addRow(*found.best);
    }
    for (const SuggestionReason reason : found.reasons)
        lines += suggestionReasonText(reason);
    for (const Alternative& way : found.alternatives) {
        if (way != found.best)
            addRow(way);
    }
    m_result->setText(lines.join(u'\n'));
    m_result->show();
    m_table->setVisible(!m_ways.isEmpty());
    m_applyButton->setVisible(!m_ways.isEmpty());
    if (m_ways.isEmpty())
        return;
    m_table->setCurrentCell(0, 0);
    const int rows = std::min(RowsInSight, m_table->rowCount());
    m_table->setMinimumHeight(m_table->horizontalHeader()->sizeHint().height()
                              + rows * m_table->rowHeight(0) + 2 * m_table->frameWidth());
}

void SuggestionBox::addRow(const Alternative& way)
{
    const int row = m_table->rowCount();
    m_ways.append(way);
    m_table->insertRow(row);
    const QStringList texts{tr("%1 bytes").arg(numberText(way.fragmentBytes)),
                            tr("%1 %", "behind a number").arg(numberText(way.redundancyPercent)),
                            tr("%1 s").arg(numberText(way.intervalSeconds)),
                            durationText(std::chrono::seconds(way.sendSeconds())),
                            shareText(way.chance.recovered.probability)};
    for (int column = 0; column < texts.size(); ++column) {
        auto* item = new QTableWidgetItem(texts.at(column));
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(alternativeText(way));
        m_table->setItem(row, column, item);
    }
}

void SuggestionBox::take(int row)
{
    if (row >= 0 && row < m_ways.size())
        Q_EMIT chosen(m_ways.at(row));
}

} // namespace fuotadesk
