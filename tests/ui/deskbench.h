#pragma once

#include "campaign/activitylist.h"
#include "campaign/bench.h"
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
#include "campaign/ssosignin.h"
#include "campaign/suggestionsearch.h"
#include "campaign/tasklist.h"
#include "campaign/taskwatch.h"
#include "campaign/templateshelf.h"
#include "campaign/unfinisheddraft.h"
#include "campaign/whoami.h"
#include "campaign/windowmemory.h"
#include "campaign/workbench.h"
#include "preflight/accountservices.h"
#include "preflight/bucketbrowser.h"
#include "preflight/imagelook.h"
#include "preflight/imageupload.h"
#include "preflight/preflightcheck.h"
#include "preflight/rolelist.h"
#include "preflight/uploadshelf.h"
#include "store/activityjournal.h"
#include "store/memberjournal.h"
#include "store/uploadjournal.h"
#include "support/identitydouble.h"

#include <QJsonObject>

namespace fuotadesk {

// Everything a page works with, real but for the far end, the keychain and the clock.
struct DeskBench {
    Bench desk;
    IdentityDouble identity;
    WhoAmI whoAmI{desk.session, {identity, desk.random, desk.clock}};
    MfaQuestions questions;
    SignInTools tools{{identity, desk.random, desk.clock}, {}, {}, &questions};
    SsoSignIn signIn{tools, {}};
    SandboxControl sandbox{desk.session, desk.sandbox, {}};
    TaskList tasks{desk.session, desk.clock};
    TaskWatch watch{desk.session, desk.clock, {}};
    MemberJournal members{desk.folder.filePath(QStringLiteral("journal")), desk.clock};
    Memberships memberships{desk.session, members, desk.clock};
    DeviceList devices{desk.session, desk.clock};
    ProfileShelf profiles{desk.session};
    DeviceChecks checks{desk.session, profiles, desk.clock};
    DeviceLook look{desk.session, profiles, checks, desk.clock};
    GroupList groups{desk.session, desk.clock};
    GroupCreation groupCreation{desk.session, desk.random};
    GroupSessionWatch groupSession{desk.session};
    DeviceList groupDevices{desk.session, desk.clock};
    DraftSheet sheet;
    DraftKeeper keeper{desk.folder.filePath(QStringLiteral("unfinished.json"))};
    UnfinishedDraft unfinished{sheet, keeper};
    Submission submission{desk.session, desk.journal, desk.clock, desk.random};
    TemplateStore store{desk.folder.filePath(QStringLiteral("templates"))};
    TemplateShelf shelf{store};
    ImageProbe images;
    WindowMemory memory{desk.settings};
    RecoveryForecast forecast{1};
    SuggestionSearch suggestions{1};
    ActivityJournal changes{desk.folder.filePath(QStringLiteral("journal")), desk.clock};
    ActivityList activity{changes};
    AccountServices services{desk.session};
    ImageLook imageLook{services, desk.clock};
    BucketBrowser buckets{services, nullptr, 4000}; // four pages
    UploadJournal uploadJournal{desk.folder.filePath(QStringLiteral("journal")), desk.clock};
    ImageUpload upload{services, uploadJournal, desk.clock};
    UploadShelf uploads{services, uploadJournal};
    RoleList roles{services};
    PreflightCheck preflight{{desk.session, whoAmI, services, desk.clock}};

    Workbench bench()
    {
        return {desk.clock,    desk.session, whoAmI,       questions, signIn,      tasks,
                watch,         memberships,  devices,      checks,    look,        groups,
                groupCreation, groupSession, groupDevices, sheet,     unfinished,  submission,
                shelf,         images,       memory,       forecast,  suggestions, activity,
                sandbox,       services,     imageLook,    buckets,   upload,      uploads,
                roles,         preflight};
    }

    QString addTask(const QString& name)
    {
        const QJsonObject radio{{QStringLiteral("RfRegion"), QStringLiteral("EU868")}};
        return desk.service.addTask(
            {{QStringLiteral("Name"), name},
             {QStringLiteral("LoRaWAN"), radio},
             {QStringLiteral("FirmwareUpdateImage"), QStringLiteral("s3://bucket/fw.bin")},
             {QStringLiteral("FirmwareUpdateRole"), QStringLiteral("arn:aws:iam::1:role/fuota")},
             {QStringLiteral("RedundancyPercent"), 20}});
    }
};

} // namespace fuotadesk
