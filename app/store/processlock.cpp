#include "store/processlock.h"

#include <QFile>

#include <cerrno>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#else
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace fuotadesk {

ProcessLock::ProcessLock(QString file, qintptr handle) : m_file(std::move(file)), m_handle(handle)
{
}

#ifdef Q_OS_WIN

namespace {

HANDLE openFile(const QString& file, DWORD share, DWORD disposition, DWORD flags)
{
    return CreateFileW(reinterpret_cast<const wchar_t*>(file.utf16()), GENERIC_READ | DELETE, share,
                       nullptr, disposition, flags, nullptr);
}

} // namespace

std::unique_ptr<ProcessLock> ProcessLock::take(const QString& file)
{
    const HANDLE handle = openFile(file, 0, OPEN_ALWAYS, FILE_FLAG_DELETE_ON_CLOSE);
    if (handle == INVALID_HANDLE_VALUE)
        return {};
    return std::unique_ptr<ProcessLock>(new ProcessLock(file, reinterpret_cast<qintptr>(handle)));
}

bool ProcessLock::isHeld(const QString& file)
{
    const HANDLE handle = openFile(file, FILE_SHARE_READ | FILE_SHARE_DELETE, OPEN_EXISTING, 0);
    if (handle == INVALID_HANDLE_VALUE)
        return GetLastError() != ERROR_FILE_NOT_FOUND && GetLastError() != ERROR_PATH_NOT_FOUND;
    CloseHandle(handle);
    return false;
}

void ProcessLock::sweep(const QString& file)
{
    if (!isHeld(file))
        QFile::remove(file);
}

ProcessLock::~ProcessLock()
{
    CloseHandle(reinterpret_cast<HANDLE>(m_handle));
}

#else

namespace {

int openFile(const QString& file, int flags)
{
    return ::open(QFile::encodeName(file).constData(), flags | O_RDWR | O_CLOEXEC | O_NOFOLLOW,
                  S_IRUSR | S_IWUSR);
}

// flock(2) again when a signal came between.
bool lock(int descriptor, int operation)
{
    int outcome = -1;
    do
        outcome = ::flock(descriptor, operation | LOCK_NB);
    while (outcome != 0 && errno == EINTR);
    return outcome == 0;
}

// A sweep may have removed the file between its making and its locking.
bool hasName(int descriptor)
{
    struct stat facts = {};
    return ::fstat(descriptor, &facts) == 0 && facts.st_nlink > 0;
}

} // namespace

std::unique_ptr<ProcessLock> ProcessLock::take(const QString& file)
{
    constexpr int mostTries = 100; // each is one sweep of another process in the very moment
    for (int i = 0; i < mostTries; ++i) {
        const int descriptor = openFile(file, O_CREAT);
        if (descriptor < 0)
            return {};
        const bool locked = lock(descriptor, LOCK_EX);
        if (locked && hasName(descriptor))
            return std::unique_ptr<ProcessLock>(new ProcessLock(file, descriptor));
        ::close(descriptor);
        if (!locked)
            return {};
    }
    return {};
}

// Shared, so that two who ask at once do not take each other for the holder.
bool ProcessLock::isHeld(const QString& file)
{
    const int descriptor = openFile(file, 0);
    if (descriptor < 0)
        return errno != ENOENT && errno != ENOTDIR;
    const bool held = !lock(descriptor, LOCK_SH);
    ::close(descriptor);
    return held;
}

void ProcessLock::sweep(const QString& file)
{
    const int descriptor = openFile(file, 0);
    if (descriptor < 0)
        return;
    if (lock(descriptor, LOCK_EX))
        QFile::remove(file);
    ::close(descriptor);
}

ProcessLock::~ProcessLock()
{
    QFile::remove(m_file);
    ::close(int(m_handle));
}

#endif

} // namespace fuotadesk
