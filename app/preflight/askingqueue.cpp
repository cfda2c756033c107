#include "preflight/askingqueue.h"

namespace fuotadesk {

void AskingQueue::add(std::function<void()> ask)
{
    m_asks.push_back(std::move(ask));
    ++m_count;
}

void AskingQueue::start()
{
    askMore();
}

void AskingQueue::settled()
{
    --m_underWay;
    ++m_done;
    if (m_isAsking)
        return; // the loop below goes on by itself
    Q_EMIT progressed();
    askMore();
}

void AskingQueue::askMore()
{
    m_isAsking = true;
    while (m_underWay < MostUnderWay && !m_asks.empty()) {
        const auto ask = std::move(m_asks.front());
        m_asks.pop_front();
        ++m_underWay;
        ask();
    }
    m_isAsking = false;
    if (m_underWay == 0)
        QMetaObject::invokeMethod(this, &AskingQueue::ended, Qt::QueuedConnection);
}

} // namespace fuotadesk
