#pragma once

#include <QDir>
#include <QFileInfo>

namespace fuotadesk {

// For QTemporaryDir, a folder in memory where there is one: where a test is about what is written
// and when, and a busy disk takes a second for each write.
inline QString folderInMemory()
{
    const QString memory = QStringLiteral("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath())
        + QStringLiteral("/fuotadesk-XXXXXX");
}

} // namespace fuotadesk
