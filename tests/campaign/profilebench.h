#pragma once

#include "campaign/bench.h"
#include "signin/profilecatalog.h"
#include "support/scriptedtransport.h"

#include <QFile>

#include <memory>

namespace fuotadesk {

inline constexpr auto TwoProfiles = "[default]\naws_access_key_id = AKIADEFAULT\n"
                                    "aws_secret_access_key = s\nregion = eu-west-1\n"
                                    "[profile other]\naws_access_key_id = AKIAOTHER\n"
                                    "aws_secret_access_key = s\nregion = us-east-1\n";

// A session that knows profiles, over files in a folder of its own.
struct ProfileBench {
    explicit ProfileBench(const QByteArray& config)
    {
        write(config);
        open();
    }

    void write(const QByteArray& config) const
    {
        QFile file(folder.filePath(QStringLiteral("config")));
        if (!file.open(QIODevice::WriteOnly) || file.write(config) != config.size())
            qFatal("can not write the profiles");
    }

    // As after a start of the program.
    void open()
    {
        session.reset();
        catalog.reset();
        catalog = std::make_unique<ProfileCatalog>(tools);
        session = std::make_unique<Session>(Session::Parts{desk.settings,
                                                           desk.keychain,
                                                           *desk.memory,
                                                           desk.stacks,
                                                           desk.sandbox,
                                                           {},
                                                           desk.random,
                                                           true,
                                                           catalog.get()});
    }

    void signIn(const QString& id)
    {
        session->start(id);
        QTRY_VERIFY(session->isReady());
    }

    Environment environment() const
    {
        return Environment(
            {{QStringLiteral("HOME"), folder.path()},
             {QStringLiteral("AWS_CONFIG_FILE"), folder.filePath(QStringLiteral("config"))}});
    }

    QTemporaryDir folder;
    Bench desk;
    ScriptedTransport network;
    SignInTools tools{{network, desk.random, desk.clock},
                      fileLocations(environment(), Platform::Unix),
                      environment(),
                      nullptr};
    std::unique_ptr<ProfileCatalog> catalog;
    std::unique_ptr<Session> session;
};

} // namespace fuotadesk
