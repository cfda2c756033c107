#include "desktop/previewpane.h"

#include "desktop/fragmentbar.h"
#include "desktop/recoverypane.h"
#include "desktop/statusicon.h"
#include "desktop/steadylabel.h"
#include "desktop/suggestionbox.h"
#include "fuota/clijson.h"
#include "fuota/radioadvice.h"
#include "text/findingtext.h"
#include "text/plantext.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextCursor>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr int LeastWidth = 320;
constexpr double FigureScale = 2.0;
constexpr double HeadingScale = 1.15;

QFont scaled(QFont font, double factor)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

} // namespace

PreviewPane::PreviewPane(SuggestionSearch& suggestions, QWidget* parent)
    : QWidget(parent),
      m_recovery(new RecoveryPane(this)),
      m_suggestion(new SuggestionBox(suggestions, this))
{
    setMinimumWidth(LeastWidth);
    auto* column = new QVBoxLayout(this);
    makeEmptyState();
    m_figures = makeFigures();
    column->addWidget(m_empty);
    column->addWidget(m_figures);
    column->addWidget(m_recovery);
    column->addWidget(m_suggestion);
    connect(m_suggestion, &SuggestionBox::chosen, this, &PreviewPane::alternativeChosen);
    makeFindings(column);
    makeRequest(column);
    makeCopyButtons(column);
    showFonts();
    listFindings();
}

void PreviewPane::makeEmptyState()
{
    m_empty = new QWidget(this);
    m_emptyText = new QLabel(m_empty);
    m_emptyText->setWordWrap(true);
    m_imageSizeButton = new QPushButton(tr("Enter image size"), m_empty);
    auto* column = new QVBoxLayout(m_empty);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_emptyText);
    column->addWidget(m_imageSizeButton, 0, Qt::AlignLeft);
    connect(m_imageSizeButton, &QPushButton::clicked, this, &PreviewPane::imageSizeWanted);
}

QWidget* PreviewPane::makeFigures()
{
    auto* figures = new QWidget(this);
    auto* column = new QVBoxLayout(figures);
    column->setContentsMargins(0, 0, 0, 0);
    m_totals = new SteadyLabel(SteadyLabel::Selection::Keyboard, figures);
    m_bar = new FragmentBar(figures);
    column->addWidget(m_totals);
    column->addWidget(m_bar);
    for (SteadyLabel** label : {&m_padding, &m_sending, &m_assumed}) {
        *label = new SteadyLabel(SteadyLabel::Selection::Keyboard, figures);
        column->addWidget(*label);
    }
    return figures;
}

QLabel* PreviewPane::addHeading(QVBoxLayout* column, const QString& text)
{
    auto* heading = new QLabel(text, this);
    m_headings.append(heading);
    column->addSpacing(8);
    column->addWidget(heading);
    return heading;
}

void PreviewPane::makeFindings(QVBoxLayout* column)
{
    QLabel* heading = addHeading(column, tr("Findings"));
    m_noFindings = new QLabel(tr("Nothing to mend."), this);
    m_findingList = new QListWidget(this);
    m_findingList->setAccessibleName(tr("Findings"));
    m_findingList->setWordWrap(true);
    m_findingList->setResizeMode(QListView::Adjust);
    m_findingList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_findingList->setToolTip(tr("Click or press Enter to go to the field"));
    heading->setBuddy(m_findingList);
    column->addWidget(m_noFindings);
    column->addWidget(m_findingList, 1);
    const auto choose = [this](const QListWidgetItem* item) {
        Q_EMIT findingChosen(m_findings.at(m_findingList->row(item)));
    };
    connect(m_findingList, &QListWidget::itemActivated, this, choose);
    connect(m_findingList, &QListWidget::itemClicked, this, choose);
}

void PreviewPane::makeRequest(QVBoxLayout* column)
{
    QLabel* heading = addHeading(column, tr("Request"));
    m_request = new QPlainTextEdit(this);
    m_request->setReadOnly(true);
    m_request->setUndoRedoEnabled(false);
    m_request->setTabChangesFocus(true);
    m_request->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_request->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_request->setAccessibleName(tr("Request"));
    m_request->setToolTip(tr("The body of CreateFuotaTask as it would be sent"));
    heading->setBuddy(m_request);
    column->addWidget(m_request, 3);
}

void PreviewPane::makeCopyButtons(QVBoxLayout* column)
{
    const auto copy = [](const QString& text) { QGuiApplication::clipboard()->setText(text); };
    m_copyButton = new QToolButton(this);
    m_copyButton->setText(tr("Copy request"));
    m_copyButton->setToolTip(tr("Copy the JSON above"));
    connect(m_copyButton, &QToolButton::clicked, this,
            [this, copy] { copy(m_request->toPlainText()); });
    m_cliButton = new QToolButton(this);
    m_cliButton->setText(tr("Copy as AWS CLI"));
    m_cliButton->setToolTip(tr("For aws iotwireless create-fuota-task; without a token"));
    m_cliButton->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_cliButton);
    menu->addAction(tr("JSON document"), this,
                    [this, copy] { copy(QString::fromUtf8(cliJson(m_task))); });
    menu->addAction(tr("Shell command"), this,
                    [this, copy] { copy(cliCommand(m_task, m_region)); });
    m_cliButton->setMenu(menu);
    auto* row = new QHBoxLayout;
    for (QToolButton* button : {m_copyButton, m_cliButton}) {
        button->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(button);
    }
    row->addStretch(1);
    column->addLayout(row);
}

void PreviewPane::showPlan(const CampaignDraft& draft, const std::optional<TransferPlan>& plan,
                           const QByteArray& requestJson)
{
    m_task = draft.task;
    m_plan = plan;
    m_figures->setVisible(plan.has_value());
    m_recovery->setVisible(plan.has_value());
    m_suggestion->setVisible(plan.has_value());
    m_suggestion->setDraft(draft);
    m_empty->setVisible(!plan);
    if (plan) {
        m_totals->showText(planTotals(*plan));
        m_bar->setCounts(plan->fragments);
        m_padding->showText(planPadding(*plan));
        m_sending->showText(planSending(*plan));
        m_assumed->showText(planAssumed(*plan));
        m_recovery->showRadio(planRadio(draft, plan), draft.planning.startAt);
    } else {
        const bool sizeMissing = !draft.imageSizeBytes;
        m_emptyText->setText(
            sizeMissing
                ? tr("How many fragments the image takes stands here once its size is known.")
                : tr("The fragments cannot be counted with these values. The findings tell why."));
        m_imageSizeButton->setVisible(sizeMissing);
    }
    showRequest(QString::fromUtf8(requestJson));
    Q_EMIT shown();
}

// Only what changed is laid out and painted again; the rest stays, selected and scrolled as it is.
void PreviewPane::showRequest(const QString& json)
{
    const auto same = std::ranges::mismatch(m_requestText, json).in1 - m_requestText.begin();
    const auto most = std::min(m_requestText.size(), json.size()) - same;
    const auto [end, jsonEnd] =
        std::mismatch(m_requestText.crbegin(), m_requestText.crbegin() + most, json.crbegin());
    QTextCursor cursor(m_request->document());
    cursor.setPosition(int(same));
    cursor.setPosition(int(m_requestText.crend() - end), QTextCursor::KeepAnchor);
    if (const auto changed = json.crend() - jsonEnd - same; changed > 0 || cursor.hasSelection())
        cursor.insertText(json.mid(same, changed));
    m_requestText = json;
}

void PreviewPane::showFindings(const QList<Finding>& findings)
{
    m_draftFindings = findings;
    sortFindings();
}

void PreviewPane::showForecast(const std::optional<ForecastQuestion>& question,
                               const std::optional<Forecast>& forecast)
{
    m_recovery->showForecast(question, forecast);
    m_forecastFindings = question && forecast ? forecastAdvice(*forecast) : QList<Finding>();
    sortFindings();
}

void PreviewPane::sortFindings()
{
    // What stands in the way comes first.
    QList<Finding> sorted = m_draftFindings + m_forecastFindings;
    std::ranges::stable_sort(sorted, {}, &Finding::severity);
    if (sorted == m_findings)
        return;
    m_findings = sorted;
    listFindings();
}

void PreviewPane::listFindings()
{
    m_findingList->clear();
    const FindingText words;
    for (const Finding& finding : std::as_const(m_findings)) {
        const QString text =
            tr("%1: %2", "a kind of finding and its sentence")
                .arg(FindingText::severityWord(finding.severity), words.text(finding));
        m_findingList->addItem(new QListWidgetItem(severityIcon(finding.severity), text));
    }
    m_findingList->setVisible(!m_findings.isEmpty());
    m_noFindings->setVisible(m_findings.isEmpty());
}

QString PreviewPane::summary() const
{
    if (!m_plan)
        return tr("The size of the image is not known.");
    return tr("%1; %2", "numbers of fragments; sending time")
        .arg(planTotals(*m_plan), planSending(*m_plan));
}

void PreviewPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        showFonts();
    if (event->type() == QEvent::PaletteChange)
        listFindings();
}

void PreviewPane::showFonts()
{
    m_totals->setFont(scaled(font(), FigureScale));
    QFont headingFont = scaled(font(), HeadingScale);
    headingFont.setBold(true);
    for (QLabel* heading : std::as_const(m_headings))
        heading->setFont(headingFont);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF());
    m_request->setFont(fixed);
    m_findingList->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
}

} // namespace fuotadesk
