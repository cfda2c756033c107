#include "base/mailbox.h"

#include <QCoreApplication>
#include <QEvent>

namespace fuotadesk {

namespace {
const auto LettersEvent = static_cast<QEvent::Type>(QEvent::registerEventType());
}

Mailbox::Mailbox(QObject* parent) : QObject(parent), m_slot(std::make_shared<Slot>())
{
    m_slot->m_box = this;
}

Mailbox::~Mailbox()
{
    const std::lock_guard lock(m_slot->m_mutex);
    m_slot->m_box = nullptr;
    m_slot->m_letters.clear();
}

void Mailbox::Slot::post(Letter letter)
{
    const std::lock_guard lock(m_mutex);
    if (!m_box)
        return;
    m_letters.push_back(std::move(letter));
    if (m_letters.size() == 1)
        QCoreApplication::postEvent(m_box, new QEvent(LettersEvent));
}

bool Mailbox::event(QEvent* event)
{
    if (event->type() != LettersEvent)
        return QObject::event(event);
    const auto slot = m_slot; // a letter may delete this mailbox
    std::deque<Letter> letters;
    {
        const std::lock_guard lock(slot->m_mutex);
        letters.swap(slot->m_letters);
    }
    for (const auto& letter : letters)
        letter();
    return true;
}

} // namespace fuotadesk
