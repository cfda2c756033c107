#pragma once

#include "campaign/workbench.h"
#include "fuota/template.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace fuotadesk {

class NoticeBar;
class NoticeStack;
struct SubmittedTask;

// The form that an earlier run left unfinished: offered once, forgotten with the task that was made
// of it, and turned into a template when another form is begun instead.
class KeptDraft : public QObject {
    Q_OBJECT

public:
    KeptDraft(const Workbench& bench, NoticeStack* notices, QObject* parent = nullptr);

    // Keeping begins with this look, so that nothing is overwritten before.
    void look();
    // The task exists: a form of the same parameters is done with, then the outcome is seen.
    void settle(const SubmittedTask& task);
    // Whom the form of this task, kept or on the desk, names; nobody where it is neither.
    Recipients recipientsOf(const SubmittedTask& task) const;

Q_SIGNALS:
    void continued(const fuotadesk::Template& kept);

private:
    void offer(const Template& kept);
    void putAside();

    Workbench m_bench;
    NoticeStack* m_notices;
    std::optional<Template> m_kept; // until it is taken up
    QPointer<NoticeBar> m_offer;
};

} // namespace fuotadesk
