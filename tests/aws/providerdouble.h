#pragma once

#include "aws/credentialprovider.h"

#include <QStringList>

namespace fuotadesk {

// Has none at first; gives out what it is told to.
class ProviderDouble final : public CredentialProvider {
public:
    std::optional<Credentials> fresh() const override { return kept; }
    CallOf<Credentials>* obtain(QObject* owner) override
    {
        ++obtained;
        auto* call = new CallOf<Credentials>(owner);
        call->onCancel([this] { ++cancelled; });
        if (!silent)
            call->settle(next);
        return call;
    }
    bool discard(const Credentials& refused) override
    {
        discarded << refused.accessKeyId;
        kept.reset();
        return true;
    }

    std::optional<Credentials> kept;
    Result<Credentials> next = Credentials{QStringLiteral("ASIANEXT"), Secret("s"), Secret("t")};
    bool silent = false;
    int obtained = 0;
    int cancelled = 0;
    QStringList discarded;
};

} // namespace fuotadesk
