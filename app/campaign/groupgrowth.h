#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace fuotadesk {

class GroupList;

// Reads a group again and again after many devices were asked into it or out of it: the service
// goes on with that behind its answer and tells nothing but how many there are. Often after a
// change, seldom when there is none, and no more when it has been quiet for some looks.
class GroupGrowth : public QObject {
    Q_OBJECT

public:
    struct Pace {
        std::chrono::milliseconds shortest = std::chrono::seconds(3);
        std::chrono::milliseconds longest = std::chrono::minutes(1);
        int quietLooks = 8;
    };

    GroupGrowth(GroupList& groups, const Pace& pace, QObject* parent = nullptr);

    void follow(const QString& groupId);
    bool isFollowing() const { return !m_groupId.isEmpty(); }

Q_SIGNALS:
    void sizeChanged(const QString& groupId);

private:
    struct Size {
        qint64 requested = -1;
        qint64 in = -1;

        friend bool operator==(const Size&, const Size&) = default;
    };

    Size size() const;
    void take(const QString& groupId);

    GroupList& m_groups;
    Pace m_pace;
    QString m_groupId;
    Size m_size;
    std::chrono::milliseconds m_interval{0};
    int m_quiet = 0; // looks without a change
    QTimer m_next;
};

} // namespace fuotadesk
