#pragma once

#include "aws/s3/s3client.h"
#include "store/uploadrecord.h"

namespace fuotadesk {

// Ends at S3 what is unfinished of an upload; an object is never removed. One that S3 does not know
// is gone. Where the id of a multipart upload was never learnt (its beginning was cut off), those
// of the same key that were begun at that time and have no part are ended. Errors: S3Client's, but
// for a listing of the bucket's uploads that is denied: then nothing can be found.
CallOf<void>* removeUpload(const std::shared_ptr<S3Client>& s3, const UploadRecord& record,
                           QObject* owner);

} // namespace fuotadesk
