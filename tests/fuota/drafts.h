#pragma once

#include "fuota/campaigndraft.h"
#include "fuota/finding.h"

namespace fuotadesk {

using Codes = QStringList;

// Nothing to be said against it.
inline CampaignDraft goodDraft()
{
    CampaignDraft draft;
    draft.task.firmwareUpdateImage = QStringLiteral("s3://bucket/fw.bin");
    draft.task.firmwareUpdateRole = QStringLiteral("arn:aws:iam::123456789012:role/fuota");
    draft.task.rfRegion = QStringLiteral("EU868");
    draft.imageSizeBytes = 102'400;
    return draft;
}

// What is said of a field, as words: "too-long".
inline Codes codesFor(const QList<Finding>& findings, Field field)
{
    Codes codes;
    for (const Finding& each : findings)
        if (each.field == field)
            codes.append(findingCodeName(each.code));
    return codes;
}

} // namespace fuotadesk
