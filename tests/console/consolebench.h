#pragma once

#include "aws/bundlednetwork.h"
#include "campaign/memberships.h"
#include "campaign/session.h"
#include "campaign/submission.h"
#include "campaign/taskwatch.h"
#include "console/recordedoutput.h"
#include "fleet/devicefleet.h"
#include "iotwireless/servicestack.h"
#include "sandbox/sandbox.h"
#include "signin/profilecatalog.h"
#include "store/intentjournal.h"
#include "store/memberjournal.h"
#include "store/secretstore.h"
#include "store/settings.h"
#include "support/memoryfolder.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace fuotadesk {

// What a command needs around it, against the sandbox over a real socket. Time goes so fast there
// that a session is over as soon as it is started.
struct ConsoleBench {
    // The result of a call.
    template <typename T>
    Result<T> outcome(CallOf<T>* call)
    {
        std::optional<Result<T>> result;
        call->then(&owner, [&](const Result<T>& settled) { result.emplace(settled); });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 30'000))
            return failure(ErrorKind::TimedOut);
        return *result;
    }

    void signIn()
    {
        session.activate(sandboxConnection().id);
        QTRY_VERIFY(session.isReady());
    }

    QList<FuotaTaskSummary> tasks()
    {
        return outcome(session.stack()->fuotaTasks().list(&owner))
            .value_or(QList<FuotaTaskSummary>());
    }

    FuotaTask task(const QString& id)
    {
        return outcome(session.stack()->fuotaTasks().get(id, &owner)).value_or(FuotaTask());
    }

    QString write(const QString& name, const QByteArray& content)
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            QTest::qFail("the file could not be written", __FILE__, __LINE__);
        return file.fileName();
    }

    // Lines of a file.
    static QByteArray euis(std::initializer_list<int> devices)
    {
        QByteArray text("DevEui\n");
        for (const int each : devices)
            text += DeviceFleet::at(each).devEui().toUtf8() + '\n';
        return text;
    }

    // What the AWS tools would find; nothing but the folder to begin with.
    void setEnvironment(QMap<QString, QString> variables)
    {
        variables.insert(QStringLiteral("HOME"), folder.path());
        tools.environment = Environment(variables);
        tools.files = fileLocations(tools.environment, Platform::Unix);
    }

    static LocalEndpointOptions fastTime()
    {
        LocalEndpointOptions options;
        options.speed = 100'000;
        return options;
    }

    QTemporaryDir folder{folderInMemory()};
    QObject owner;
    SystemClock clock;
    SystemRandom random;
    Settings settings{folder.filePath(QStringLiteral("settings.json"))};
    std::unique_ptr<SecretStore> secrets = makeSessionSecretStore();
    IntentJournal journal{folder.filePath(QStringLiteral("journal")), clock};
    MemberJournal members{folder.filePath(QStringLiteral("journal")), clock};
    std::unique_ptr<ServiceStackFactory> stacks = makeServiceStackFactory(clock, random, {});
    std::unique_ptr<LocalEndpoint> sandbox = makeSandbox(clock, random);
    BundledNetwork network{{{}, false, {}}};
    SignInTools tools{
        {network, random, clock},
        fileLocations(Environment({{QStringLiteral("HOME"), folder.path()}}), Platform::Unix),
        Environment({{QStringLiteral("HOME"), folder.path()}}),
        nullptr};
    ProfileCatalog profiles{tools};
    Session session{
        {settings, *secrets, *secrets, *stacks, *sandbox, fastTime(), random, false, &profiles}};
    Submission submission{session, journal, clock, random};
    Memberships memberships{session, members, clock};
    TaskWatch watch{session, clock, {std::chrono::milliseconds(20), std::chrono::milliseconds(80)}};
    RecordedOutput output;
};

} // namespace fuotadesk
