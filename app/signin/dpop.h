#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>
#include <QDateTime>
#include <QUrl>

namespace fuotadesk {

// A proof of possession (RFC 9449) for one request: a JWT signed with ES256. pem is a private key
// on P-256, as SEC 1 or PKCS 8; id is used once. Error: ConfigurationInvalid, code "dpopKey".
Result<QByteArray> dpopProof(const Secret& pem, const QByteArray& method, const QUrl& url,
                             const QDateTime& time, const QString& id);

} // namespace fuotadesk
