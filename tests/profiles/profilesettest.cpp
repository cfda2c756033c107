#include "profiles/profileset.h"
#include "support/testcase.h"

#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>

namespace fuotadesk {

class ProfileSetTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void credentialsCountBeforeConfig();
    void filesThatAreNotThereAreEmpty();
    void faultNamesFileAndLine();
    void whatIsNoFileIsNotRead();
    void largeFileIsNotReadWhole();

private:
    QString write(const char* name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("can not write %s", name);
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

void ProfileSetTest::credentialsCountBeforeConfig()
{
    const QString config = write("config", "[profile a]\nx = 1\ny = 2\n[sso-session s]\nz = 3\n");
    const QString credentials = write("credentials", "[a]\ny = 4\n[b]\n");
    const auto set = readProfileSet(config, credentials);
    QVERIFY(set);
    const Properties expected{{QStringLiteral("x"), QStringLiteral("1")},
                              {QStringLiteral("y"), QStringLiteral("4")}};
    QCOMPARE(set->profiles.value(QStringLiteral("a")), expected);
    QVERIFY(set->profiles.contains(QStringLiteral("b")));
    QVERIFY(set->ssoSessions.contains(QStringLiteral("s")));
}

void ProfileSetTest::filesThatAreNotThereAreEmpty()
{
    const auto set = readProfileSet(m_folder.filePath(QStringLiteral("none")),
                                    m_folder.filePath(QStringLiteral("neither")));
    QVERIFY(set);
    QCOMPARE(*set, ProfileSet());
}

void ProfileSetTest::faultNamesFileAndLine()
{
    const QString config = write("broken", "[default]\nregion\n");
    const auto set = readProfileSet(config, m_folder.filePath(QStringLiteral("none")));
    QVERIFY(!set);
    QCOMPARE(set.error().code, QStringLiteral("no-equals"));
    QCOMPARE(set.error().detail, config + QStringLiteral(":2"));
    const QString binary = write("binary", QByteArray("\0\1", 2));
    const auto second = readProfileSet(m_folder.filePath(QStringLiteral("none")), binary);
    QVERIFY(!second);
    QCOMPARE(second.error().detail, binary);
}

void ProfileSetTest::whatIsNoFileIsNotRead()
{
    const QString pipe = m_folder.filePath(QStringLiteral("pipe"));
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    for (const QString& path : {m_folder.path(), pipe, QStringLiteral("/dev/zero")}) {
        const auto set = readProfileSet(path, m_folder.filePath(QStringLiteral("none")));
        QVERIFY2(!set, qPrintable(path));
        QCOMPARE(set.error().kind, ErrorKind::FileUnreadable);
        QCOMPARE(set.error().detail, path);
    }
}

void ProfileSetTest::largeFileIsNotReadWhole()
{
    QFile file(m_folder.filePath(QStringLiteral("large")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(100 * 1024 * 1024)); // sparse
    const auto set = readProfileSet(file.fileName(), m_folder.filePath(QStringLiteral("none")));
    QVERIFY(!set);
    QCOMPARE(set.error().kind, ErrorKind::FileTooLarge);
    QCOMPARE(set.error().detail, file.fileName());
}

} // namespace fuotadesk

using fuotadesk::ProfileSetTest;
FUOTADESK_TEST(ProfileSetTest);
#include "profilesettest.moc"
