#include "store/files.h"

#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace fuotadesk {

namespace {

constexpr auto OwnerReadsAndWrites = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

// Qt warns about such a name and then fails in its own way.
bool canBeAName(const QString& file)
{
    return !file.isEmpty() && !file.contains(QChar::Null);
}

bool isThere(const QFileInfo& file)
{
    return file.exists() || file.isSymLink();
}

// The new name of a file survives a power cut only once its folder is written.
void syncFolderOf(const QString& file)
{
#ifdef Q_OS_UNIX
    const QByteArray folder = QFile::encodeName(QFileInfo(file).absolutePath());
    const int descriptor = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
#else
    Q_UNUSED(file)
#endif
}

// An empty file of a name nobody has; empty when the folder takes none.
QString freshNameBeside(const QString& file)
{
    QTemporaryFile fresh(QFileInfo(file).absolutePath() + QStringLiteral("/.new-XXXXXX"));
    fresh.setAutoRemove(false);
    return fresh.open() ? fresh.fileName() : QString();
}

// QFile::rename looks first and renames then; link() never replaces.
bool renameWithoutReplacing(const QString& from, const QString& to)
{
#ifdef Q_OS_UNIX
    if (::link(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0) {
        ::unlink(QFile::encodeName(from).constData());
        return true;
    }
    if (errno == EEXIST)
        return false;
#endif
    return QFile::rename(from, to);
}

} // namespace

Result<QByteArray> readBoundedFile(const QString& file, qint64 maximumBytes)
{
    if (!canBeAName(file) || !QFileInfo(file).isFile())
        return failure(ErrorKind::FileUnreadable, {}, file);
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly))
        return failure(ErrorKind::FileUnreadable, device.errorString(), file);
    // The size a file reports need not be what it gives (/proc, a file that grows).
    QByteArray bytes = device.read(maximumBytes + 1);
    if (device.error() != QFileDevice::NoError)
        return failure(ErrorKind::FileUnreadable, device.errorString(), file);
    if (bytes.size() > maximumBytes)
        return failure(ErrorKind::FileTooLarge, QString::number(maximumBytes), file);
    return bytes;
}

Result<void> writeFileAtomically(const QString& file, const QByteArray& bytes, FileRights rights)
{
    const QFileInfo target(file);
    if (!canBeAName(file) || (target.exists() && !target.isFile()))
        return failure(ErrorKind::FileUnwritable, {}, file);
    QSaveFile device(file);
    if (!device.open(QIODevice::WriteOnly))
        return failure(ErrorKind::FileUnwritable, device.errorString(), file);
    if (rights == FileRights::OwnerOnly)
        device.setPermissions(OwnerReadsAndWrites);
    // QSaveFile takes a write that stopped half-way, as on a full disk, for a good one.
    if (device.write(bytes) != bytes.size())
        device.cancelWriting();
    if (!device.commit())
        return failure(ErrorKind::FileUnwritable, device.errorString(), file);
    syncFolderOf(file);
    return {};
}

Result<void> writeNewFile(const QString& file, const QByteArray& bytes)
{
    if (!canBeAName(file))
        return failure(ErrorKind::FileUnwritable, {}, file);
    if (isThere(QFileInfo(file)))
        return failure(ErrorKind::NameTaken, {}, file);
    const QString stage = freshNameBeside(file);
    if (stage.isEmpty())
        return failure(ErrorKind::FileUnwritable, {}, file);
    const auto written = writeFileAtomically(stage, bytes);
    if (written && renameWithoutReplacing(stage, file)) {
        syncFolderOf(file);
        return {};
    }
    QFile::remove(stage);
    if (!written)
        return failure(ErrorKind::FileUnwritable, written.error().code, file);
    return failure(isThere(QFileInfo(file)) ? ErrorKind::NameTaken : ErrorKind::FileUnwritable, {},
                   file);
}

Result<void> setFileAside(const QString& file)
{
    constexpr int mostNames = 1000;
    for (int number = 1; number <= mostNames; ++number) {
        const QString aside = file + QStringLiteral(".damaged-%1").arg(number);
        if (isThere(QFileInfo(aside)))
            continue;
        QFile device(file);
        if (device.rename(aside))
            return {};
        return failure(ErrorKind::FileUnwritable, device.errorString(), file);
    }
    return failure(ErrorKind::FileUnwritable, {}, file);
}

} // namespace fuotadesk
