#include "preflight/rolelist.h"

#include "preflight/accountservices.h"
#include "preflight/roletrust.h"

#include <algorithm>

namespace fuotadesk {

namespace {

bool comesFirst(const ListedRole& one, const ListedRole& other)
{
    if (trustRank(one.trust) != trustRank(other.trust))
        return trustRank(one.trust) < trustRank(other.trust);
    const int order = one.role.name.compare(other.role.name, Qt::CaseInsensitive);
    return order != 0 ? order < 0 : one.role.name < other.role.name;
}

} // namespace

RoleList::RoleList(AccountServices& services, QObject* parent)
    : QObject(parent),
      m_services(services)
{
    connect(&services, &AccountServices::changed, this, [this] {
        clear();
        Q_EMIT changed();
    });
}

void RoleList::clear()
{
    m_round.reset();
    m_roles.clear();
    m_isComplete = false;
    m_error.reset();
}

void RoleList::refresh()
{
    clear();
    m_round = std::make_unique<QObject>();
    if (const auto iam = m_services.iam())
        readPage(iam, {});
    else
        m_error = Error{ErrorKind::CredentialsMissing, {}, {}, 0, {}, {}, false};
    Q_EMIT changed();
}

void RoleList::readPage(const std::shared_ptr<IamClient>& iam, const QString& marker)
{
    auto* const page = iam->roles(marker, m_round.get());
    m_underWay = page;
    page->then(m_round.get(), [this, iam, marker](const Result<IamClient::RolePage>& read) {
        m_underWay = nullptr;
        if (!read)
            m_error = read.error();
        else
            takeRoles(read->roles);
        m_isComplete = read && read->nextMarker.isEmpty();
        if (read && !m_isComplete && read->nextMarker != marker)
            readPage(iam, read->nextMarker);
        else if (read && !m_isComplete)
            m_error =
                Error{ErrorKind::AnswerMalformed, QStringLiteral("Marker"), {}, 0, {}, {}, false};
        Q_EMIT changed();
    });
}

void RoleList::takeRoles(const QList<IamRole>& roles)
{
    for (const IamRole& role : roles) {
        const auto trust = roleTrust(role);
        m_roles.append({role, trust ? std::optional(*trust) : std::nullopt});
    }
    std::ranges::sort(m_roles, comesFirst);
}

} // namespace fuotadesk
