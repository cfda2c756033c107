#pragma once

#include "campaign/bench.h"
#include "campaign/draftsheet.h"
#include "campaign/imageprobe.h"
#include "campaign/recoveryforecast.h"
#include "campaign/suggestionsearch.h"
#include "campaign/tasklist.h"
#include "campaign/templateshelf.h"
#include "campaign/unfinisheddraft.h"
#include "campaign/windowmemory.h"
#include "campaign/workbench.h"

#include <QJsonObject>

namespace fuotadesk {

// Everything a page works with, real but for the far end, the keychain and the clock.
struct DeskBench {
    Bench desk;
    TaskList tasks{desk.session, desk.clock};
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

    Workbench bench()
    {
        return {desk.clock, desk.session, tasks,  sheet,    unfinished, submission,
                shelf,      images,       memory, forecast, suggestions};
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
