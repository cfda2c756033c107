#pragma once

#include "account/page.h"
#include "base/clock.h"
#include "base/random.h"

#include <QDateTime>

#include <map>
#include <optional>

namespace fuotadesk {

// A session somebody has started: its parameters as GetMulticastGroupSession tells them, and when
// it runs, in simulated milliseconds.
struct GroupSession {
    QJsonObject parameters;
    qint64 begin = 0;
    qint64 end = 0;
};

struct Group {
    QString id;
    QString arn;
    QJsonObject attributes; // Name, Description, LoRaWAN
    QJsonObject request; // as it was made, with token and tags
    QDateTime createdAt;
    std::map<int, qint64> members; // device: when it joins, in simulated milliseconds
    std::optional<GroupSession> session;

    QString rfRegion() const;
    bool isClassB() const;
    qint64 membersAt(qint64 time) const;
};

// The multicast groups of the account, in the order they were made.
class GroupBook {
public:
    using Groups = std::map<qint64, Group>; // by serial number

    GroupBook(QString region, const Clock& clock, RandomSource& random);

    // The same ClientRequestToken with the same parameters gives the same group again.
    Served<const Group*> create(const QJsonObject& request);
    // One that the account comes with.
    Group& add(const QString& id, const QJsonObject& attributes);
    void remove(qint64 serial) { m_groups.erase(serial); }

    // Error: there is no such group.
    Served<qint64> find(const QString& id) const;
    Group& at(qint64 serial) { return m_groups.at(serial); }
    const Group& at(qint64 serial) const { return m_groups.at(serial); }
    const Groups& all() const { return m_groups; }
    // Forgets the sessions that are over.
    void advanceTo(qint64 time);

private:
    QString m_region;
    const Clock& m_clock;
    RandomSource& m_random;
    Groups m_groups;
    qint64 m_lastSerial = 0;
};

} // namespace fuotadesk
