#pragma once

#include <QObject>

#include <deque>
#include <functional>

namespace fuotadesk {

// Many questions, a few of them under way at a time. Each ask begins one and sees to it that
// settled() is called once, at once or later; it may add others before that.
class AskingQueue : public QObject {
    Q_OBJECT

public:
    static constexpr int MostUnderWay = 6; // the paced transport spaces them

    using QObject::QObject;

    void add(std::function<void()> ask);
    void start();
    void settled();
    qsizetype count() const { return m_count; }
    qsizetype doneCount() const { return m_done; }

Q_SIGNALS:
    void progressed();
    void ended(); // once, later than start()

private:
    void askMore();

    std::deque<std::function<void()>> m_asks;
    qsizetype m_count = 0;
    qsizetype m_done = 0;
    int m_underWay = 0;
    bool m_isAsking = false;
};

} // namespace fuotadesk
