#pragma once

#include "campaign/bench.h"
#include "sandbox/sandbox.h"

namespace fuotadesk {

// A session on the sandbox itself, over real sockets and with the real clock.
struct SandboxBench {
    explicit SandboxBench(const LocalEndpointOptions& options = {})
        : session({settings, keychain, *memory, *stacks, *sandbox, options, random})
    {
    }

    explicit SandboxBench(std::unique_ptr<ServiceStackFactory> factory)
        : stacks(std::move(factory)),
          session({settings, keychain, *memory, *stacks, *sandbox, {}, random})
    {
    }

    void signIn()
    {
        session.activate(sandboxConnection().id);
        QTRY_VERIFY_WITH_TIMEOUT(session.isReady(), 20000);
    }

    SystemClock clock;
    SystemRandom random;
    QTemporaryDir folder;
    KeychainDouble keychain;
    std::unique_ptr<SecretStore> memory = makeSessionSecretStore();
    Settings settings{folder.filePath(QStringLiteral("settings.json"))};
    std::unique_ptr<ServiceStackFactory> stacks = makeServiceStackFactory(clock, random, {});
    std::unique_ptr<LocalEndpoint> sandbox = makeSandbox(clock, random);
    Session session;
};

} // namespace fuotadesk
