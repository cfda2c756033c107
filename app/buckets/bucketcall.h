#pragma once

#include "aws/httpmessage.h"

namespace fuotadesk {

// A request to S3. path and query are as they stand on the wire; requestId is that of the answer.
// Whose it is has been looked at before.
struct BucketCall {
    QByteArray method;
    QByteArray path;
    QByteArray query;
    HttpHeaders headers;
    QByteArray body;
    QByteArray bodySha256 = {}; // hex
    QString requestId = {};
    QString signedRegion = {}; // that the signature is good for
    bool bodyIsCut = false; // it was larger than what is taken
};

} // namespace fuotadesk
