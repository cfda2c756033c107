#include "desktop/keptdraft.h"

#include "campaign/draftsheet.h"
#include "campaign/submission.h"
#include "campaign/templateshelf.h"
#include "campaign/unfinisheddraft.h"
#include "desktop/noticestack.h"
#include "fuota/taskjson.h"

#include <QLocale>

namespace fuotadesk {

namespace {

bool isOfTask(const CampaignDraft& draft, const SubmittedTask& task)
{
    TaskDraft parameters = draft.task;
    parameters.clientRequestToken.reset();
    return taskJson(parameters) == taskJson(task.parameters);
}

} // namespace

KeptDraft::KeptDraft(const Workbench& bench, NoticeStack* notices, QObject* parent)
    : QObject(parent),
      m_bench(bench),
      m_notices(notices)
{
    connect(&bench.sheet, &DraftSheet::draftChanged, this, &KeptDraft::putAside);
}

void KeptDraft::look()
{
    m_bench.unfinished.restore(this)->then(
        this, [this](const Result<std::optional<Template>>& kept) {
            if (!kept)
                m_notices->post(errorNotice(tr("The task you left unfinished could not be read."),
                                            kept.error()));
            else if (*kept)
                offer(**kept);
        });
}

void KeptDraft::offer(const Template& kept)
{
    m_kept = kept;
    m_offer = m_notices->post(
        {NoticeKind::Info, tr("A task you had not finished was kept."), {tr("Continue")}, {}},
        [this](int) {
            if (const auto taken = std::exchange(m_kept, {}))
                Q_EMIT continued(*taken);
        });
}

// One unfinished form is kept, and the operator has begun another: this one becomes a template.
void KeptDraft::putAside()
{
    if (!m_kept || !m_bench.sheet.isModified())
        return;
    Template kept = *std::exchange(m_kept, {});
    delete m_offer;
    kept.name =
        tr("Unfinished task of %1")
            .arg(QLocale().toString(m_bench.clock.now().toLocalTime(), QLocale::ShortFormat));
    m_bench.templates.add(kept, this)->then(this, [this, kept](const Result<QString>& file) {
        if (file)
            m_notices->post(
                {NoticeKind::Info,
                 tr("The task you had not finished is now the template “%1”.").arg(kept.name),
                 {},
                 {}});
        else
            m_notices->post(errorNotice(
                tr("The task you had not finished could not be kept beside the new one."),
                file.error()));
    });
}

// In this order: were the outcome acknowledged while the form can still come back after a crash,
// pressing Create in it would make a second task.
void KeptDraft::settle(const SubmittedTask& task)
{
    const auto acknowledge = [this, token = task.token] {
        m_bench.submission.acknowledge(token, this);
    };
    const bool wasKept = m_kept && isOfTask(m_kept->draft, task);
    if (wasKept)
        m_kept.reset();
    if (wasKept || isOfTask(m_bench.sheet.draft(), task))
        m_bench.unfinished.discard()->then(this,
                                           [acknowledge](const Result<void>&) { acknowledge(); });
    else
        acknowledge();
}

Recipients KeptDraft::recipientsOf(const SubmittedTask& task) const
{
    if (isOfTask(m_bench.sheet.draft(), task))
        return m_bench.sheet.draft().recipients;
    return m_kept && isOfTask(m_kept->draft, task) ? m_kept->draft.recipients : Recipients();
}

} // namespace fuotadesk
