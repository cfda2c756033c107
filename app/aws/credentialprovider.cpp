#include "aws/credentialprovider.h"

namespace fuotadesk {

namespace {

class FixedCredentials final : public CredentialProvider {
public:
    explicit FixedCredentials(Credentials credentials) : m_credentials(std::move(credentials)) { }

    std::optional<Credentials> fresh() const override { return m_credentials; }
    CallOf<Credentials>* obtain(QObject* owner) override
    {
        return settledCall<Credentials>(owner, m_credentials);
    }
    bool discard(const Credentials&) override { return false; }

private:
    Credentials m_credentials;
};

} // namespace

std::shared_ptr<CredentialProvider> fixedCredentials(Credentials credentials)
{
    return std::make_shared<FixedCredentials>(std::move(credentials));
}

} // namespace fuotadesk
