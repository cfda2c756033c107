#include "desktop/taskforecast.h"

#include "campaign/draftsheet.h"
#include "campaign/recoveryforecast.h"
#include "desktop/previewpane.h"

namespace fuotadesk {

TaskForecast::TaskForecast(const Workbench& bench, PreviewPane* preview, QObject* parent)
    : QObject(parent),
      m_bench(bench),
      m_preview(preview)
{
    connect(&bench.sheet, &DraftSheet::draftChanged, this, &TaskForecast::ask);
    connect(&bench.forecast, &RecoveryForecast::forecastChanged, this, &TaskForecast::show);
    connect(preview, &PreviewPane::alternativeChosen, this, &TaskForecast::use);
    ask();
    show();
}

void TaskForecast::ask()
{
    m_bench.forecast.ask(forecastQuestion(m_bench.sheet.draft()));
}

void TaskForecast::show()
{
    m_preview->showForecast(m_bench.forecast.question(), m_bench.forecast.forecast());
}

void TaskForecast::use(const Alternative& way)
{
    CampaignDraft draft = m_bench.sheet.draft();
    draft.task.fragmentSizeBytes = way.fragmentBytes;
    draft.task.redundancyPercent = way.redundancyPercent;
    draft.task.fragmentIntervalMs = way.intervalSeconds * 1000;
    m_bench.sheet.setDraft(draft);
}

} // namespace fuotadesk
