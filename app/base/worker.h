#pragma once

#include "base/call.h"
#include "base/mailbox.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace fuotadesk {

// One thread that does jobs in the order they come. Results return through a mailbox to the thread
// the worker was made in. The destructor lets the queued jobs finish: what was promised to a file
// is kept.
class Worker : public QObject {
    Q_OBJECT

public:
    explicit Worker(QObject* parent = nullptr);
    ~Worker() override;

    // job must not touch anything of the calling thread. Cancelling the call forgets the answer,
    // it does not stop the job.
    template <typename T>
    CallOf<T>* run(QObject* owner, std::function<Result<T>()> job)
    {
        auto* call = new CallOf<T>(owner);
        enqueue([slot = m_mailbox.slot(), job = std::move(job), alive = QPointer<CallOf<T>>(call)] {
            slot->post([result = job(), alive] {
                if (alive)
                    alive->settle(result);
            });
        });
        return call;
    }

private:
    void enqueue(std::function<void()> job);
    void work();

    Mailbox m_mailbox;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_jobs;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace fuotadesk
