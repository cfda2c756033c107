#pragma once

#include "base/result.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <utility>
#include <vector>

namespace fuotadesk {

// An asynchronous operation. It settles exactly once, from the event loop and never inside the call
// that started or cancelled it, on its own thread, and then deletes itself. When its owner dies
// first it dies silently. The first of answer and cancel() wins.
class Call : public QObject {
    Q_OBJECT

public:
    bool isSettled() const { return m_settling; }

    // Settles with ErrorKind::Cancelled (later) and stops the work behind the call (now).
    void cancel();

    // What stops the work behind this call; run by cancel() only, at most once.
    void onCancel(std::function<void()> stop) { m_stop = std::move(stop); }

Q_SIGNALS:
    void settled(QPrivateSignal);

protected:
    explicit Call(QObject* owner);
    ~Call() override;

    // True the first time: the caller then stores its result, which deliver() hands out later.
    bool beginSettling();
    virtual void settleCancelled() = 0;
    virtual void deliver() = 0;

private:
    bool event(QEvent* event) override;

    std::function<void()> m_stop;
    bool m_settling = false;
};

template <typename T>
class CallOf final : public Call {
public:
    using Handler = std::function<void(const Result<T>&)>;

    explicit CallOf(QObject* owner) : Call(owner) { }

    // handler runs once, later, unless context is gone by then.
    CallOf* then(QObject* context, Handler handler)
    {
        m_handlers.push_back({context, std::move(handler)});
        return this;
    }

    void settle(Result<T> result)
    {
        if (beginSettling())
            m_result = std::move(result);
    }

private:
    void settleCancelled() override { settle(failure(ErrorKind::Cancelled)); }

    void deliver() override
    {
        const QPointer<CallOf> alive(this);
        const auto handlers = std::exchange(m_handlers, {});
        const Result<T> result = *std::move(m_result);
        for (const auto& [context, handler] : handlers) {
            if (context)
                handler(result);
            if (!alive)
                return;
        }
    }

    std::vector<std::pair<QPointer<QObject>, Handler>> m_handlers;
    std::optional<Result<T>> m_result;
};

// A call that is already decided, for answers that need no waiting.
template <typename T>
CallOf<T>* settledCall(QObject* owner, Result<T> result)
{
    auto* call = new CallOf<T>(owner);
    call->settle(std::move(result));
    return call;
}

// outer settles with convert(result) once inner does; cancelling outer cancels inner.
template <typename To, typename From, typename Convert>
void forward(CallOf<From>* inner, CallOf<To>* outer, Convert convert)
{
    outer->onCancel([alive = QPointer<CallOf<From>>(inner)] {
        if (alive)
            alive->cancel();
    });
    inner->then(outer, [outer, convert = std::move(convert)](const Result<From>& result) {
        outer->settle(convert(result));
    });
}

} // namespace fuotadesk
