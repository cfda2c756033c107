#include "store/files.h"
#include "store/await.h"
#include "support/testcase.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

namespace fuotadesk {

namespace {

// No file of this process grows over so many bytes while this lives: a disk that is full.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
    }
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit m_before = {};
    void (*m_handler)(int) = nullptr;
};

QStringList namesIn(const QTemporaryDir& folder)
{
    return QDir(folder.path())
        .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

} // namespace

class FilesTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void readsUpToTheBound_data();
    void readsUpToTheBound();
    void readsOnlyRegularFiles();
    void writesReplace();
    void writesForTheOwnerOnly();
    void writesOnlyOverRegularFiles();
    void fullDiskLeavesTheOldFile();
    void fullDiskLeavesNoNewFile();
    void newFileReplacesNothing();
    void setsAsideUnderFreeNames();
};

void FilesTest::readsUpToTheBound_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("read");
    QTest::newRow("empty") << 0 << true;
    QTest::newRow("under") << 99 << true;
    QTest::newRow("at") << 100 << true;
    QTest::newRow("over") << 101 << false;
    QTest::newRow("10 MB") << 10'000'000 << false;
}

void FilesTest::readsUpToTheBound()
{
    QFETCH(int, size);
    QFETCH(bool, read);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("f"));
    const QByteArray content(size, '\xc3');
    QVERIFY(writeFileAtomically(file, content));
    const auto bytes = readBoundedFile(file, 100);
    QCOMPARE(bytes.has_value(), read);
    if (read) {
        QCOMPARE(*bytes, content);
    } else {
        QCOMPARE(bytes.error().kind, ErrorKind::FileTooLarge);
        QCOMPARE(bytes.error().detail, file);
    }
}

void FilesTest::readsOnlyRegularFiles()
{
    const QTemporaryDir folder;
    const QString fifo = folder.filePath(QStringLiteral("fifo"));
    QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
    const QString broken = folder.filePath(QStringLiteral("broken"));
    QVERIFY(QFile::link(QStringLiteral("/nowhere/at/all"), broken));
    for (const QString& file :
         {fifo, broken, folder.path(), QString(), QStringLiteral("/dev/zero"),
          folder.filePath(QStringLiteral("missing")), QStringLiteral("a\0b")}) {
        const auto bytes = readBoundedFile(file, 100);
        QCOMPARE(errorOf(bytes), ErrorKind::FileUnreadable);
        QCOMPARE(bytes.error().detail, file);
    }
}

void FilesTest::writesReplace()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QString::fromUtf8("\xf0\x9f\x93\xa1 \xd7\xa9\xd7\x9c"));
    QVERIFY(writeFileAtomically(file, QByteArray(1000, 'x')));
    QVERIFY(writeFileAtomically(file, "short"));
    QCOMPARE(readBoundedFile(file, 100).value(), QByteArray("short"));
    QCOMPARE(namesIn(folder).size(), 1);
}

void FilesTest::writesForTheOwnerOnly()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("f"));
    QVERIFY(writeFileAtomically(file, "open"));
    QVERIFY(writeFileAtomically(file, "closed", FileRights::OwnerOnly));
    struct stat facts = {};
    QCOMPARE(::stat(QFile::encodeName(file).constData(), &facts), 0);
    QCOMPARE(facts.st_mode & 0777U, 0600U);
}

void FilesTest::writesOnlyOverRegularFiles()
{
    const QTemporaryDir folder;
    const QString fifo = folder.filePath(QStringLiteral("fifo"));
    QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
    const QStringList before = namesIn(folder);
    for (const QString& file :
         {fifo, folder.path(), QString(), folder.filePath(QStringLiteral("no/f")),
          QStringLiteral("/proc/none"), QStringLiteral("/dev/null")}) {
        const auto written = writeFileAtomically(file, "x");
        QCOMPARE(errorOf(written), ErrorKind::FileUnwritable);
        QCOMPARE(written.error().detail, file);
    }
    QCOMPARE(namesIn(folder), before);
}

void FilesTest::fullDiskLeavesTheOldFile()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("f"));
    QVERIFY(writeFileAtomically(file, "old"));
    std::optional<ErrorKind> error;
    {
        const FullDisk full(1000);
        error = errorOf(writeFileAtomically(file, QByteArray(100'000, 'n')));
    }
    QCOMPARE(error, ErrorKind::FileUnwritable);
    QCOMPARE(readBoundedFile(file, 100).value(), QByteArray("old"));
    QCOMPARE(namesIn(folder).size(), 1);
}

void FilesTest::fullDiskLeavesNoNewFile()
{
    const QTemporaryDir folder;
    std::optional<ErrorKind> error;
    {
        const FullDisk full(1000);
        error =
            errorOf(writeNewFile(folder.filePath(QStringLiteral("f")), QByteArray(100'000, 'n')));
    }
    QCOMPARE(error, ErrorKind::FileUnwritable);
    QVERIFY(namesIn(folder).isEmpty());
}

void FilesTest::newFileReplacesNothing()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("f"));
    QVERIFY(writeNewFile(file, "first"));
    QCOMPARE(errorOf(writeNewFile(file, "second")), ErrorKind::NameTaken);
    QCOMPARE(readBoundedFile(file, 100).value(), QByteArray("first"));
    const QString broken = folder.filePath(QStringLiteral("broken"));
    QVERIFY(QFile::link(QStringLiteral("/nowhere/at/all"), broken));
    QCOMPARE(errorOf(writeNewFile(broken, "x")), ErrorKind::NameTaken);
    QCOMPARE(errorOf(writeNewFile(folder.filePath(QStringLiteral("no/f")), "x")),
             ErrorKind::FileUnwritable);
    QCOMPARE(namesIn(folder).size(), 2);
}

void FilesTest::setsAsideUnderFreeNames()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("f"));
    for (const auto* const content : {"one", "two"}) {
        QVERIFY(writeFileAtomically(file, content));
        QVERIFY(setFileAside(file));
        QVERIFY(!QFile::exists(file));
    }
    QCOMPARE(readBoundedFile(file + QStringLiteral(".damaged-1"), 9).value(), QByteArray("one"));
    QCOMPARE(readBoundedFile(file + QStringLiteral(".damaged-2"), 9).value(), QByteArray("two"));
    QCOMPARE(errorOf(setFileAside(file)), ErrorKind::FileUnwritable);
}

} // namespace fuotadesk

using fuotadesk::FilesTest;
FUOTADESK_TEST(FilesTest);
#include "filestest.moc"
