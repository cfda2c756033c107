#pragma once

#include "base/result.h"

#include <QByteArray>

namespace fuotadesk {

// Files as this program reads and writes them. All of these block: for workers and the console.
// In every error detail is the path and code the system's reason, where it gave one.

// At most maximumBytes of a regular file. A folder, a FIFO or a device is refused and never waited
// for. Errors: FileUnreadable, FileTooLarge.
Result<QByteArray> readBoundedFile(const QString& file, qint64 maximumBytes);

enum class FileRights { AsUsual, OwnerOnly };

// Through QSaveFile: after a crash or on a full disk the old file or the new one is there. Only a
// regular file is replaced; its folder must exist. Error: FileUnwritable.
Result<void> writeFileAtomically(const QString& file, const QByteArray& bytes,
                                 FileRights rights = FileRights::AsUsual);

// The same for a file that must not exist yet. Errors: NameTaken, FileUnwritable.
Result<void> writeNewFile(const QString& file, const QByteArray& bytes);

// Gives a file we can not use the first free name of "file.damaged-1", "file.damaged-2", … Error:
// FileUnwritable.
Result<void> setFileAside(const QString& file);

} // namespace fuotadesk
