#include "campaign/earliertask.h"

#include "fuota/taskjson.h"
#include "iotwireless/servicestack.h"

#include <QJsonDocument>

namespace fuotadesk {

namespace {

// AWS accepts signatures that are 15 minutes off: so far the two clocks may disagree.
constexpr qint64 ClockToleranceSeconds = qint64{15} * 60;

using Found = std::optional<CreatedTask>;

// Reads the candidates one after the other. Owned by its call.
class Search : public QObject {
public:
    Search(CallOf<Found>* call, std::shared_ptr<ServiceStack> stack, Intent intent,
           QStringList known)
        : QObject(call),
          m_call(call),
          m_stack(std::move(stack)),
          m_intent(std::move(intent)),
          m_task(taskOf(m_intent)),
          m_known(std::move(known))
    {
    }

    void start()
    {
        auto* listed = m_stack->fuotaTasks().list(this);
        listed->then(this, [this](const Result<QList<FuotaTaskSummary>>& tasks) {
            if (!tasks) {
                m_call->settle(failure(tasks.error()));
                return;
            }
            for (const FuotaTaskSummary& task : *tasks) {
                if (task.name == m_task.name.value_or(QString()) && !m_known.contains(task.id))
                    m_candidates.append(task.id);
            }
            readNext();
        });
    }

private:
    void readNext()
    {
        if (m_candidates.isEmpty()) {
            m_call->settle(Found());
            return;
        }
        m_stack->fuotaTasks()
            .get(m_candidates.takeFirst(), this)
            ->then(this, [this](const Result<FuotaTask>& task) { take(task); });
    }

    void take(const Result<FuotaTask>& task)
    {
        if (task && isTheOne(*task))
            m_call->settle(Found(CreatedTask{task->id, task->arn}));
        else if (task || task.error().kind == ErrorKind::NotFound)
            readNext();
        else
            m_call->settle(failure(task.error()));
    }

    bool isTheOne(const FuotaTask& task) const
    {
        const bool since = !task.createdAt.isValid()
            || task.createdAt >= m_intent.madeAt.addSecs(-ClockToleranceSeconds);
        return since && couldBeMadeFrom(task, m_task);
    }

    CallOf<Found>* m_call;
    std::shared_ptr<ServiceStack> m_stack;
    Intent m_intent;
    TaskDraft m_task;
    QStringList m_known;
    QStringList m_candidates;
};

} // namespace

TaskDraft taskOf(const Intent& intent)
{
    TaskDraft task = taskFromJson(QJsonDocument::fromJson(intent.request).object()).task;
    task.clientRequestToken = intent.token;
    return task;
}

CallOf<Found>* findEarlierTask(const std::shared_ptr<ServiceStack>& stack, const Intent& intent,
                               const QStringList& knownTaskIds, QObject* owner)
{
    auto* call = new CallOf<Found>(owner);
    auto* search = new Search(call, stack, intent, knownTaskIds);
    call->onCancel([search] { search->deleteLater(); });
    search->start();
    return call;
}

} // namespace fuotadesk
