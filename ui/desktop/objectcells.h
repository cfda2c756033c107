#pragma once

#include "aws/s3/s3values.h"

#include <QVariant>

namespace fuotadesk {

// How every list of what is in a bucket shows it.
enum ObjectColumn { NameColumn, SizeColumn, ModifiedColumn, ObjectColumns };

// hidden: characters at the front of the key that stand elsewhere.
QVariant objectCell(const S3Object& object, int column, int role, qsizetype hidden = 0);
QVariant objectHeader(int column, int role);

} // namespace fuotadesk
