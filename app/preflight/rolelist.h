#pragma once

#include "aws/iam/iamvalues.h"
#include "base/call.h"
#include "policy/verdict.h"

#include <QObject>

#include <memory>

namespace fuotadesk {

class AccountServices;
class IamClient;

struct ListedRole {
    IamRole role;
    // Whether AWS IoT Wireless may assume it; nothing: its trust policy is not understood.
    std::optional<Verdict> trust;

    friend bool operator==(const ListedRole&, const ListedRole&) = default;
};

// The roles of the account, those that trust AWS IoT Wireless first, then by name. What was read of
// an earlier page is in the list while the next is under way, and stays when that fails. Another
// connection empties the list.
class RoleList : public QObject {
    Q_OBJECT

public:
    explicit RoleList(AccountServices& services, QObject* parent = nullptr);

    void refresh();
    bool isLoading() const { return m_underWay; }
    bool isComplete() const { return m_isComplete; }
    const QList<ListedRole>& roles() const { return m_roles; }
    const std::optional<Error>& error() const { return m_error; }

Q_SIGNALS:
    void changed();

private:
    void clear();
    void readPage(const std::shared_ptr<IamClient>& iam, const QString& marker);
    void takeRoles(const QList<IamRole>& roles);

    AccountServices& m_services;
    QList<ListedRole> m_roles;
    bool m_isComplete = false;
    std::optional<Error> m_error;
    std::unique_ptr<QObject> m_round; // owns the calls of the refresh under way
    QPointer<Call> m_underWay;
};

} // namespace fuotadesk
