#pragma once

#include "campaign/workbench.h"
#include "preflight/checkrow.h"

#include <QObject>

class QAction;

namespace fuotadesk {

class CheckPane;
class PlanColumn;
class TaskForm;
class TemplateDesk;

// Checks the draft on the desk when told to, shows how that goes beside the form, and goes where a
// row's remedy lies. What lies outside of form and check is told.
class CheckDesk : public QObject {
    Q_OBJECT

public:
    struct Parts {
        TemplateDesk* templates;
        TaskForm* form;
        PlanColumn* column;
        CheckPane* pane;
    };

    CheckDesk(const Workbench& bench, const Parts& parts, QObject* parent);

    QAction* checkAction() const { return m_check; }
    QAction* previewAction() const { return m_preview; }
    // With what failed in the check of this very draft, if anything has.
    QString besideCheck(const QString& text) const;

Q_SIGNALS:
    // A row of the form has got the focus.
    void formRowShown(QWidget* row);
    // The check or the preview was asked for.
    void columnShown();
    void connectionWanted();
    void imageBrowsingWanted();
    void uploadWanted();
    void roleWanted();
    void roleCreationWanted();
    void devicesWanted();

private:
    void press();
    void start();
    void showRows();
    void goTo(const CheckRow& row);
    bool isOfDraft() const;

    Workbench m_bench;
    Parts m_parts;
    QAction* m_check;
    QAction* m_preview;
};

} // namespace fuotadesk
