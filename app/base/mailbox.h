#pragma once

#include <QObject>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace fuotadesk {

// Hands work from any thread to the thread the mailbox lives in. Letters lie under one std::mutex;
// the event that wakes the receiver carries nothing. Senders hold a Slot, which outlives the
// mailbox: a letter posted after its death is dropped.
class Mailbox : public QObject {
    Q_OBJECT

public:
    using Letter = std::function<void()>;

    class Slot {
    public:
        void post(Letter letter);

    private:
        friend class Mailbox;
        std::mutex m_mutex;
        Mailbox* m_box = nullptr;
        std::deque<Letter> m_letters;
    };

    explicit Mailbox(QObject* parent = nullptr);
    ~Mailbox() override;

    std::shared_ptr<Slot> slot() const { return m_slot; }

private:
    bool event(QEvent* event) override;

    std::shared_ptr<Slot> m_slot;
};

} // namespace fuotadesk
