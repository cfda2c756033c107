#pragma once

#include "preflight/s3double.h"
#include "ui/deskbench.h"

#include <QFile>

namespace fuotadesk {

// A desk whose far end is S3.
struct ImageBench : DeskBench {
    ImageBench() { desk.stacks.serve(s3); }

    QString writeFile(const QString& name, const QByteArray& bytes) const
    {
        const QString path = desk.folder.filePath(name);
        QFile file(path);
        const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        return written ? path : QString();
    }
    void setImage(const QString& uri)
    {
        CampaignDraft draft = sheet.draft();
        draft.task.firmwareUpdateImage = uri;
        sheet.setDraft(draft);
    }

    S3Double s3{desk.clock};
};

} // namespace fuotadesk
