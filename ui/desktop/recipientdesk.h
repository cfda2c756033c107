#pragma once

#include "campaign/memberships.h"
#include "campaign/workbench.h"
#include "desktop/noticebar.h"

#include <QSet>

#include <functional>
#include <memory>

namespace fuotadesk {

class NoticeStack;
struct FuotaTaskSummary;
struct Recipients;

// Changes the recipients of tasks, tells how that ended, and offers to finish what a
// crash, a quit or a failure left open on the active connection. Each leftover is offered once.
class RecipientDesk : public QObject {
    Q_OBJECT

public:
    RecipientDesk(const Workbench& bench, NoticeStack* notices, QObject* parent = nullptr);

    // Behind what is being changed at the moment. begun is called once: when the change is in the
    // journal, so that it outlives this program, or when it could not be begun, which is told.
    void change(const MembershipRequest& request, const QString& taskName,
                std::function<void()> begun = {});
    // The recipients of a task that was just created.
    void addAll(const FuotaTaskSummary& task, const Recipients& recipients,
                std::function<void()> begun);

private:
    struct Change { // what is under way
        MembershipRequest request;
        QString taskName;
        std::function<void()> begun;
    };

    void look();
    void offer(const UnfinishedBatch& left);
    void resume(const Change& change, qint64 batch);
    void askToDrop(const Change& change, qint64 batch);
    void drop(const Change& change, qint64 batch);
    void beginNext();
    void takeRun();
    void tellBegun();
    void follow(CallOf<MembershipOutcome>* call, const Change& change);
    void take(const MembershipOutcome& outcome, const Change& change);
    void takeStop(const MembershipOutcome& outcome, const Change& change);
    void takeFailure(const Error& error, const Change& change);
    QStringList failedIds() const;
    QString failures() const;

    Workbench m_bench;
    NoticeStack* m_notices;
    std::unique_ptr<QObject> m_round; // what was begun on the connection of the moment
    QSet<qint64> m_offered; // numbers of batches
    QList<Change> m_waiting;
    std::function<void()> m_begun; // of the change under way
};

} // namespace fuotadesk
