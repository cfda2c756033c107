#pragma once

#include "base/call.h"
#include "fuota/fuotatask.h"

#include <QHash>

#include <memory>

namespace fuotadesk {

class ServiceStack;
class Session;
class TaskList;

// The tags of the tasks of a list. The service gives them one task at a time and in no list, so
// they are read behind everything else, and only once somebody wants them. What was read stays
// until it is changed here, or the connection is.
class TaskTags : public QObject {
    Q_OBJECT

public:
    TaskTags(Session& session, TaskList& tasks, QObject* parent = nullptr);
    ~TaskTags() override;

    // From now on, on this connection, those of every task of the list are read.
    void wantAll();
    bool isWanted() const { return m_isWanted; }
    // Of the tasks of the list, those not read yet.
    int unreadCount() const;
    // Null: not read yet.
    const QList<Tag>* find(const QString& taskId) const;
    // Every tag that occurs, once, in order.
    QList<Tag> all() const;

    // Asks the service, whatever is known.
    CallOf<QList<Tag>>* read(const FuotaTaskSummary& task, QObject* owner);
    // Only what differs is sent: what is gone first, so that their number is never exceeded.
    CallOf<void>* change(const FuotaTaskSummary& task, const QList<Tag>& before,
                         const QList<Tag>& after, QObject* owner);

Q_SIGNALS:
    void tagsRead(const QString& taskId);
    void forgotten();

private:
    void forget();
    void fetchMore();
    void fetch(const FuotaTaskSummary& task);
    void take(const QString& taskId, const QList<Tag>& tags);

    Session& m_session;
    TaskList& m_tasks;
    QHash<QString, QList<Tag>> m_known; // by id of the task
    QSet<QString> m_asked; // under way, or could not be read
    std::unique_ptr<QObject> m_round; // owns the calls of this connection
    int m_underWay = 0;
    bool m_isWanted = false;
};

} // namespace fuotadesk
