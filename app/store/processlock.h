#pragma once

#include <QString>

#include <memory>

namespace fuotadesk {

// A file locked for as long as this object lives. The kernel lets go of it when the process ends in
// whatever way, so that no process id is ever looked at. The lock file goes with its holder, if
// that has the time. Local file systems: flock(2), on Windows a file opened for nobody else.
class ProcessLock {
public:
    // Null when it is held already, or when the file can not be made or locked.
    static std::unique_ptr<ProcessLock> take(const QString& file);
    // Whether somebody, in this process or another, holds it. True as well when that can not be
    // found out.
    static bool isHeld(const QString& file);
    // Removes the file if nobody holds it.
    static void sweep(const QString& file);

    ProcessLock(const ProcessLock&) = delete;
    ProcessLock& operator=(const ProcessLock&) = delete;
    ~ProcessLock();

private:
    ProcessLock(QString file, qintptr handle);

    QString m_file;
    qintptr m_handle; // file descriptor or HANDLE
};

} // namespace fuotadesk
