#pragma once

#include "aws/iam/iamvalues.h"
#include "fuota/campaigndraft.h"
#include "preflight/imagechecks.h"
#include "preflight/rolereader.h"

namespace fuotadesk {

// What IAM was asked of a role and has answered so far. readerError: the reading as a whole came to
// nothing. key: of kms:Decrypt on the image's key, asked for only where it has one.
struct RoleAnswers {
    std::optional<RoleReading> reading;
    std::optional<Error> readerError;
    std::optional<Result<SimulatedDecision>> key;
};

// Whether the draft names what looks like the ARN of a role.
bool namesRole(const CampaignDraft& draft);

// RoleThere, RoleTrust and RolePermission; Running where an answer is still missing. An image that
// is none leaves the permission unknown.
QList<CheckRow> roleRows(const CampaignDraft& draft, const RoleAnswers& answers);
// head: of the image. Whether FUOTA takes images with a key of KMS is not documented, so this never
// fails.
CheckRow roleKeyRow(const CampaignDraft& draft, const ImageAnswers& image,
                    const RoleAnswers& answers);

} // namespace fuotadesk
