#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace fuotadesk {

inline constexpr qint64 LargestTokenFileBytes = qint64(1024) * 1024;

// The token caches of the aws CLI: one JSON object a file. All of it blocks: for a worker.
// Errors: CredentialsMissing, where there is no such file; FileUnreadable, FileTooLarge,
// FileMalformed; detail is the file.
Result<QJsonObject> readTokenFile(const QString& path);
// A file that holds a token and nothing else, as Kubernetes writes it; without its line end.
Result<QByteArray> readTokenText(const QString& path);

// Whole or not at all, and for nobody but its owner (mode 0600). Error: FileUnwritable.
Result<void> writeTokenFile(const QString& path, const QJsonObject& token);

// The name under which the CLI keeps it: the digest in lower-case hexadecimal digits, and ".json".
QString ssoTokenFileName(const QString& sessionOrStartUrl); // SHA-1
QString loginTokenFileName(const QString& session); // SHA-256

} // namespace fuotadesk
