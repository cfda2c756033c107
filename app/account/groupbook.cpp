#include "account/groupbook.h"

#include "account/arn.h"
#include "iotwireless/answermembers.h"

#include <algorithm>
#include <utility>

namespace fuotadesk {

namespace {

constexpr auto Type = "MulticastGroup";

} // namespace

QString Group::rfRegion() const
{
    return textOf(objectOf(attributes, "LoRaWAN"), "RfRegion");
}

bool Group::isClassB() const
{
    return textOf(objectOf(attributes, "LoRaWAN"), "DlClass") == u"ClassB";
}

qint64 Group::membersAt(qint64 time) const
{
    return std::ranges::count_if(members, [time](const auto& each) { return each.second <= time; });
}

GroupBook::GroupBook(QString region, const Clock& clock, RandomSource& random)
    : m_region(std::move(region)),
      m_clock(clock),
      m_random(random)
{
}

Served<const Group*> GroupBook::create(const QJsonObject& request)
{
    const QString token = textOf(request, "ClientRequestToken");
    const auto sameToken = std::ranges::find_if(m_groups, [&](const auto& each) {
        return !token.isEmpty() && textOf(each.second.request, "ClientRequestToken") == token;
    });
    if (sameToken != m_groups.end()) {
        const Group& earlier = sameToken->second;
        if (earlier.request != request)
            return refused(tokenConflict(Type, earlier.id));
        return &earlier;
    }
    QJsonObject attributes = request;
    attributes.remove(u"ClientRequestToken");
    attributes.remove(u"Tags");
    Group& group = add(m_random.uuid(), attributes);
    group.request = request;
    return &group;
}

Group& GroupBook::add(const QString& id, const QJsonObject& attributes)
{
    Group group;
    group.id = id;
    group.arn = Arn{m_region, QLatin1String(Type), id}.text();
    group.attributes = attributes;
    group.createdAt = m_clock.now();
    return m_groups.emplace(++m_lastSerial, std::move(group)).first->second;
}

Served<qint64> GroupBook::find(const QString& id) const
{
    const auto found =
        std::ranges::find_if(m_groups, [&](const auto& each) { return each.second.id == id; });
    if (found == m_groups.end())
        return refused(notFound(Type, id));
    return found->first;
}

void GroupBook::advanceTo(qint64 time)
{
    for (auto& [serial, group] : m_groups)
        if (group.session && group.session->end <= time)
            group.session.reset();
}

} // namespace fuotadesk
