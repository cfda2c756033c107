#include "campaign/unfinisheddraft.h"

#include "campaign/draftsheet.h"

namespace fuotadesk {

using namespace std::chrono_literals;

UnfinishedDraft::UnfinishedDraft(DraftSheet& sheet, DraftKeeper& keeper, QObject* parent)
    : QObject(parent),
      m_sheet(sheet),
      m_keeper(keeper)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(500ms);
    connect(&m_delay, &QTimer::timeout, this, &UnfinishedDraft::keep);
    connect(&sheet, &DraftSheet::draftChanged, this, [this] {
        if (m_keeping)
            m_delay.start();
    });
}

CallOf<std::optional<Template>>* UnfinishedDraft::restore(QObject* owner)
{
    return m_keeper.restore(owner)->then(
        this, [this](const Result<std::optional<Template>>&) { m_keeping = true; });
}

void UnfinishedDraft::flush()
{
    if (!m_delay.isActive())
        return;
    m_delay.stop();
    keep();
}

CallOf<void>* UnfinishedDraft::discard()
{
    m_delay.stop();
    return m_keeper.discard(this);
}

void UnfinishedDraft::keep()
{
    if (!m_sheet.isModified()) {
        m_keeper.discard(this);
        return;
    }
    Template unfinished = m_sheet.origin();
    unfinished.draft = m_sheet.draft();
    m_keeper.keep(unfinished, this);
}

} // namespace fuotadesk
