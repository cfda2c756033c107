#pragma once

#include "fuota/finding.h"
#include "fuota/forecast.h"
#include "fuota/suggestion.h"
#include "fuota/transferplan.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace fuotadesk {

class FragmentBar;
class RecoveryPane;
class SteadyLabel;
class SuggestionBox;
class SuggestionSearch;

// What the draft comes to: fragments, time, findings, and the request to the letter. It shows what
// it is given and touches only what has changed, so that it can follow every pixel of a slider.
class PreviewPane : public QWidget {
    Q_OBJECT

public:
    explicit PreviewPane(SuggestionSearch& suggestions, QWidget* parent = nullptr);

    // draft and what follows from it; requestJson is the body as it would be sent.
    void showPlan(const CampaignDraft& draft, const std::optional<TransferPlan>& plan,
                  const QByteArray& requestJson);
    void showFindings(const QList<Finding>& findings);
    // What the simulation says; its findings are shown behind the others.
    void showForecast(const std::optional<ForecastQuestion>& question,
                      const std::optional<Forecast>& forecast);
    RecoveryPane* recovery() const { return m_recovery; }
    // Of the connection; for the command line.
    void setRegion(const QString& region) { m_region = region; }

    // Totals and time in one line, for where the pane itself is out of sight.
    QString summary() const;

Q_SIGNALS:
    void findingChosen(const fuotadesk::Finding& finding);
    void imageSizeWanted();
    void alternativeChosen(const fuotadesk::Alternative& way);
    void shown(); // once for each showPlan()

private:
    QWidget* makeFigures();
    QLabel* addHeading(QVBoxLayout* column, const QString& text);
    void makeFindings(QVBoxLayout* column);
    void makeRequest(QVBoxLayout* column);
    void makeCopyButtons(QVBoxLayout* column);
    void makeEmptyState();
    void changeEvent(QEvent* event) override;
    void showFonts();
    void showRequest(const QString& json);
    void sortFindings();
    void listFindings();

    TaskDraft m_task;
    std::optional<TransferPlan> m_plan;
    QList<Finding> m_draftFindings;
    QList<Finding> m_forecastFindings;
    QList<Finding> m_findings; // both, as they stand in the list
    QString m_region;
    QWidget* m_figures;
    QWidget* m_empty;
    QLabel* m_emptyText;
    QPushButton* m_imageSizeButton;
    SteadyLabel* m_totals;
    FragmentBar* m_bar;
    SteadyLabel* m_padding;
    SteadyLabel* m_sending;
    SteadyLabel* m_assumed;
    RecoveryPane* m_recovery;
    SuggestionBox* m_suggestion;
    QList<QLabel*> m_headings;
    QLabel* m_noFindings;
    QListWidget* m_findingList;
    QPlainTextEdit* m_request;
    QString m_requestText;
    QToolButton* m_copyButton;
    QToolButton* m_cliButton;
};

} // namespace fuotadesk
