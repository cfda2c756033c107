#pragma once

#include "base/result.h"

#include <QList>

class QSslCertificate;

namespace fuotadesk {

// The certificates of a PEM file (AWS_CA_BUNDLE) of at most 16 MiB. Slow: for a worker.
// Error: CaBundleUnusable, code "unreadable", "too-large" or "no-certificate", detail the file.
Result<QList<QSslCertificate>> readCaBundle(const QString& file);

} // namespace fuotadesk
