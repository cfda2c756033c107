#include "store/secretstore.h"

#include <QHash>

namespace fuotadesk {

namespace {

class SessionSecretStore final : public SecretStore {
public:
    CallOf<Secret>* read(const QString& key, QObject* owner) override
    {
        const auto found = m_secrets.constFind(key);
        if (found == m_secrets.constEnd())
            return settledCall<Secret>(owner, failure(ErrorKind::SecretNotFound));
        return settledCall<Secret>(owner, *found);
    }

    CallOf<void>* write(const QString& key, const Secret& secret, QObject* owner) override
    {
        m_secrets.insert(key, secret);
        return settledCall<void>(owner, {});
    }

    CallOf<void>* remove(const QString& key, QObject* owner) override
    {
        if (!m_secrets.remove(key))
            return settledCall<void>(owner, failure(ErrorKind::SecretNotFound));
        return settledCall<void>(owner, {});
    }

private:
    QHash<QString, Secret> m_secrets;
};

} // namespace

std::unique_ptr<SecretStore> makeSessionSecretStore()
{
    return std::make_unique<SessionSecretStore>();
}

} // namespace fuotadesk
