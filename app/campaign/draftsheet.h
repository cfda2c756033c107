#pragma once

#include "fuota/finding.h"
#include "fuota/template.h"
#include "fuota/transferplan.h"

#include <QMap>
#include <QObject>

namespace fuotadesk {

// The draft on the desk: what the form shows, what it was when it was opened or saved, and what
// follows from it.
class DraftSheet : public QObject {
    Q_OBJECT

public:
    explicit DraftSheet(QObject* parent = nullptr);

    const CampaignDraft& draft() const { return m_draft; }
    const std::optional<TransferPlan>& plan() const { return m_plan; }
    const QList<Finding>& findings() const { return m_findings; }
    bool isModified() const { return m_draft != m_baseline; }
    bool hasErrors() const { return fuotadesk::hasErrors(m_findings); }
    // The body that would be sent, indented; without a token unless the operator gave one.
    QByteArray requestJson() const;

    // The template the draft came from: empty file for none.
    const Template& origin() const { return m_origin; }
    const QString& originFile() const { return m_originFile; }
    // What the template's variables were filled with, by name; for texts beside the task.
    const QMap<QString, QString>& variableValues() const { return m_variableValues; }
    void addVariableValues(const QMap<QString, QString>& values);

    // An edit. Equal drafts change nothing.
    void setDraft(const CampaignDraft& draft);
    // A new sheet: draft and baseline.
    void open(const Template& origin, const QString& file);
    // The present draft is what was saved.
    void markSaved(const Template& saved, const QString& file);

Q_SIGNALS:
    void draftChanged();
    void modifiedChanged(bool modified);
    void originChanged();

private:
    void recompute();

    CampaignDraft m_draft;
    CampaignDraft m_baseline;
    Template m_origin;
    QString m_originFile;
    QMap<QString, QString> m_variableValues;
    std::optional<TransferPlan> m_plan;
    QList<Finding> m_findings;
};

} // namespace fuotadesk
