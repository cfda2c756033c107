#include "campaign/draftsheet.h"

#include "fuota/taskjson.h"
#include "fuota/validation.h"

#include <QJsonDocument>

namespace fuotadesk {

DraftSheet::DraftSheet(QObject* parent) : QObject(parent)
{
    recompute();
}

QByteArray DraftSheet::requestJson() const
{
    return QJsonDocument(taskJson(m_draft.task)).toJson(QJsonDocument::Indented);
}

void DraftSheet::setDraft(const CampaignDraft& draft)
{
    if (draft == m_draft)
        return;
    const bool wasModified = isModified();
    m_draft = draft;
    recompute();
    Q_EMIT draftChanged();
    if (wasModified != isModified())
        Q_EMIT modifiedChanged(isModified());
}

void DraftSheet::open(const Template& origin, const QString& file)
{
    m_origin = origin;
    m_originFile = file;
    m_variableValues.clear();
    m_draft = origin.draft;
    m_baseline = origin.draft;
    recompute();
    Q_EMIT originChanged();
    Q_EMIT draftChanged();
    Q_EMIT modifiedChanged(false);
}

void DraftSheet::addVariableValues(const QMap<QString, QString>& values)
{
    m_variableValues.insert(values);
}

void DraftSheet::markSaved(const Template& saved, const QString& file)
{
    m_origin = saved;
    m_originFile = file;
    m_baseline = m_draft;
    Q_EMIT originChanged();
    Q_EMIT modifiedChanged(false);
}

void DraftSheet::recompute()
{
    m_plan = planTransfer(m_draft);
    m_findings = findingsOf(m_draft);
}

} // namespace fuotadesk
