#pragma once

#include "campaign/memberships.h"
#include "campaign/workbench.h"

#include <QObject>

class QWidget;

namespace fuotadesk {

struct FuotaTaskSummary;

// Asks who is to receive the image of a task, from a list, a table or the account, and who no
// longer. For the task on the desk the answer goes into its draft.
class RecipientChoice : public QObject {
    Q_OBJECT

public:
    // window: above which it asks.
    RecipientChoice(const Workbench& bench, QWidget* window, QObject* parent = nullptr);

    void askForDevices(const FuotaTaskSummary& task);
    void askForGroups(const FuotaTaskSummary& task);
    void askToRemove(const FuotaTaskSummary& task, MemberKind kind, const QStringList& ids);
    void askForDevicesOfDraft();
    void askForGroupsOfDraft();

Q_SIGNALS:
    void changeChosen(const fuotadesk::MembershipRequest& request, const QString& taskName);

private:
    void add(const FuotaTaskSummary& task, MemberKind kind, const QStringList& ids);

    Workbench m_bench;
    QWidget* m_window;
};

} // namespace fuotadesk
