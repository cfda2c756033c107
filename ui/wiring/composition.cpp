#include "wiring/composition.h"

#include "aws/bundlednetwork.h"
#include "base/clock.h"
#include "base/random.h"
#include "campaign/activitylist.h"
#include "campaign/devicelist.h"
#include "campaign/devicelook.h"
#include "campaign/draftsheet.h"
#include "campaign/groupcreation.h"
#include "campaign/grouplist.h"
#include "campaign/groupsessionwatch.h"
#include "campaign/imageprobe.h"
#include "campaign/memberships.h"
#include "campaign/mfaquestions.h"
#include "campaign/profileshelf.h"
#include "campaign/recoveryforecast.h"
#include "campaign/sandboxcontrol.h"
#include "campaign/session.h"
#include "campaign/ssosignin.h"
#include "campaign/submission.h"
#include "campaign/suggestionsearch.h"
#include "campaign/tasklist.h"
#include "campaign/taskwatch.h"
#include "campaign/templateshelf.h"
#include "campaign/unfinisheddraft.h"
#include "campaign/whoami.h"
#include "campaign/windowmemory.h"
#include "console/commandline.h"
#include "iotwireless/servicestack.h"
#include "preflight/accountservices.h"
#include "preflight/bucketbrowser.h"
#include "preflight/imagelook.h"
#include "preflight/imageupload.h"
#include "preflight/preflightcheck.h"
#include "preflight/rolelist.h"
#include "preflight/uploadshelf.h"
#include "profiles/processenvironment.h"
#include "sandbox/sandbox.h"
#include "signin/profilecatalog.h"
#include "store/activityjournal.h"
#include "store/draftkeeper.h"
#include "store/intentjournal.h"
#include "store/memberjournal.h"
#include "store/secretstore.h"
#include "store/settings.h"
#include "store/templatestore.h"
#include "store/uploadjournal.h"
#include "text/signintext.h"

#include <QStandardPaths>

#include <algorithm>
#include <thread>

namespace fuotadesk {

namespace {

QString dataPath(const QString& name)
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u'/' + name;
}

QString settingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
        + QStringLiteral("/settings.json");
}

ServiceEnvironment serviceEnvironment()
{
    ServiceEnvironment environment;
    environment.caBundleFile = qEnvironmentVariable("AWS_CA_BUNDLE");
    environment.noProxy = qEnvironmentVariable("no_proxy", qEnvironmentVariable("NO_PROXY"));
    return environment;
}

#ifdef Q_OS_WIN
constexpr Platform OwnPlatform = Platform::Windows;
#else
constexpr Platform OwnPlatform = Platform::Unix;
#endif

// All but the one that keeps the window moving.
int spareProcessors()
{
    return std::max(1, int(std::thread::hardware_concurrency()) - 1);
}

} // namespace

// In the order they need each other; destroyed in reverse, so that whoever still writes is finished
// last.
struct Composition::Guests {
    Guests(For whom, const LocalEndpointOptions& sandboxOptions)
        : settings(settingsFile()),
          keychain(makeKeychainStore(QStringLiteral("fuotadesk"))),
          memory(makeSessionSecretStore()),
          templateStore(dataPath(QStringLiteral("templates"))),
          journal(dataPath(QStringLiteral("journal")), clock),
          members(dataPath(QStringLiteral("journal")), clock),
          changes(dataPath(QStringLiteral("journal")), clock),
          uploadJournal(dataPath(QStringLiteral("journal")), clock),
          keeper(dataPath(QStringLiteral("unfinished.fuota.json"))),
          stacks(makeServiceStackFactory(clock, random, serviceEnvironment(), &changes)),
          sandbox(makeSandbox(clock, random)),
          network(serviceEnvironment()),
          tools({network, random, clock}, fileLocations(variables, OwnPlatform), variables,
                &questions),
          catalog(tools),
          session({settings, *keychain, *memory, *stacks, *sandbox, sandboxOptions, random,
                   whom == For::Window, &catalog}),
          whoAmI(session, tools.parts),
          signIn(tools, signInFarewell()),
          control(session, *sandbox, sandboxOptions),
          tasks(session, clock),
          watch(session, clock, {}),
          memberships(session, members, clock),
          devices(session, clock),
          profiles(session),
          checks(session, profiles, clock),
          look(session, profiles, checks, clock),
          groups(session, clock),
          groupCreation(session, random),
          groupSession(session),
          groupDevices(session, clock),
          submission(session, journal, clock, random),
          templates(templateStore),
          unfinished(sheet, keeper),
          window(settings),
          services(session),
          imageLook(services, clock),
          buckets(services),
          upload(services, uploadJournal, clock),
          uploads(services, uploadJournal),
          roles(services),
          preflight({session, whoAmI, services, clock})
    {
    }

    SystemClock clock;
    SystemRandom random;
    Settings settings;
    std::unique_ptr<SecretStore> keychain;
    std::unique_ptr<SecretStore> memory;
    TemplateStore templateStore;
    IntentJournal journal;
    MemberJournal members;
    ActivityJournal changes;
    UploadJournal uploadJournal;
    DraftKeeper keeper;
    std::unique_ptr<ServiceStackFactory> stacks;
    std::unique_ptr<LocalEndpoint> sandbox;
    BundledNetwork network;
    const Environment variables = processEnvironment();
    MfaQuestions questions;
    SignInTools tools;
    ProfileCatalog catalog;
    Session session;
    WhoAmI whoAmI;
    SsoSignIn signIn;
    SandboxControl control;
    TaskList tasks;
    TaskWatch watch;
    Memberships memberships;
    DeviceList devices;
    ProfileShelf profiles;
    DeviceChecks checks;
    DeviceLook look;
    GroupList groups;
    GroupCreation groupCreation;
    GroupSessionWatch groupSession;
    DeviceList groupDevices;
    Submission submission;
    DraftSheet sheet;
    TemplateShelf templates;
    UnfinishedDraft unfinished;
    ImageProbe images;
    WindowMemory window;
    RecoveryForecast forecast{spareProcessors()};
    SuggestionSearch suggestions{spareProcessors()};
    ActivityList activity{changes};
    AccountServices services;
    ImageLook imageLook;
    BucketBrowser buckets;
    ImageUpload upload;
    UploadShelf uploads;
    RoleList roles;
    PreflightCheck preflight;
};

Composition::Composition(For whom, const LocalEndpointOptions& sandbox)
    : m_guests(std::make_unique<Guests>(whom, sandbox))
{
}

Composition::~Composition() = default;

const Clock& Composition::clock() const
{
    return m_guests->clock;
}

LocalEndpoint& Composition::sandbox()
{
    return *m_guests->sandbox;
}

Session& Composition::session()
{
    return m_guests->session;
}

MfaQuestions& Composition::questions()
{
    return m_guests->questions;
}

Submission& Composition::submission()
{
    return m_guests->submission;
}

Memberships& Composition::memberships()
{
    return m_guests->memberships;
}

TaskWatch& Composition::watch()
{
    return m_guests->watch;
}

PreflightCheck& Composition::preflight()
{
    return m_guests->preflight;
}

ImageUpload& Composition::upload()
{
    return m_guests->upload;
}

UploadShelf& Composition::uploads()
{
    return m_guests->uploads;
}

ActivityJournal& Composition::changes()
{
    return m_guests->changes;
}

Workbench Composition::workbench()
{
    Guests& all = *m_guests;
    return {all.clock,    all.session,    all.whoAmI,        all.questions,    all.signIn,
            all.tasks,    all.watch,      all.memberships,   all.devices,      all.checks,
            all.look,     all.groups,     all.groupCreation, all.groupSession, all.groupDevices,
            all.sheet,    all.unfinished, all.submission,    all.templates,    all.images,
            all.window,   all.forecast,   all.suggestions,   all.activity,     all.control,
            all.services, all.imageLook,  all.buckets,       all.upload,       all.uploads,
            all.roles,    all.preflight};
}

QString Composition::startConnection(const CommandLine& line)
{
    Session& session = m_guests->session;
    QString id;
    if (line.useSandbox)
        id = sandboxConnection().id;
    else if (!line.profile.isEmpty())
        id = profileConnection(line.profile).id;
    const QList<Connection> known = session.connections();
    const auto named = std::ranges::find(known, line.connection, &Connection::name);
    if (id.isEmpty() && named != known.end())
        id = named->id;
    const QString last = m_guests->settings.data().activeConnectionId;
    session.setDetour(id.isEmpty() ? last : id, {line.region, {}});
    return id;
}

} // namespace fuotadesk
