#include "console/signinfolder.h"
#include "support/testcase.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

namespace fuotadesk {

class SignInFolderTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void filesAreForTheirOwnerAlone();
    void ownFilesAreWrittenAnew();
    void foreignFileStopsAll_data();
    void foreignFileStopsAll();
    void changedFileIsKept();
    void renewedCacheMayBeReplaced();
    void whatWasCutShortIsWrittenAgain();
    void placeThatCanNotBeWrittenIsSaid();
    void variablesNameThePlaces();
};

namespace {

const auto Config = QStringLiteral("config");
const auto Cache = QStringLiteral("login/a.json");

QList<SignInFile> files(const QByteArray& text)
{
    return {{Config, SignInFile::Use::Config, Secret(text)},
            {QStringLiteral("credentials"), SignInFile::Use::Credentials, Secret(text)},
            {QStringLiteral("token"), SignInFile::Use::Named, Secret(text)},
            {Cache, SignInFile::Use::LoginCache, Secret(text)}};
}

struct Folder {
    QTemporaryDir dir;
    SignInFolder folder{dir.filePath(QStringLiteral("new/profiles"))};

    QString path(const QString& name) const { return QDir(folder.path()).filePath(name); }
    QByteArray read(const QString& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void put(const QString& name, const QByteArray& text) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
};

} // namespace

void SignInFolderTest::filesAreForTheirOwnerAlone()
{
    Folder f;
    QVERIFY(f.folder.write(files("one")));
    for (const SignInFile& file : files({})) {
        QCOMPARE(f.read(file.path), QByteArray("one"));
        QCOMPARE(QFile::permissions(f.path(file.path)),
                 QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser);
    }
}

void SignInFolderTest::ownFilesAreWrittenAnew()
{
    Folder f;
    QVERIFY(f.folder.write(files("one")));
    QVERIFY(f.folder.write(files("two")));
    QVERIFY(QFile::remove(f.path(Config)));
    QVERIFY(f.folder.write(files("three")));
    QCOMPARE(f.read(Config), QByteArray("three"));
}

void SignInFolderTest::foreignFileStopsAll_data()
{
    QTest::addColumn<QString>("name");
    for (const auto* name :
         {"config", "credentials", "token", "login/a.json", "fuotadesk-sandbox.json"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void SignInFolderTest::foreignFileStopsAll()
{
    QFETCH(QString, name);
    Folder f;
    f.put(name, "mine");
    const auto done = f.folder.write(files("one"));
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::NameTaken);
    QCOMPARE(done.error().detail, f.path(name));
    QCOMPARE(f.read(name), QByteArray("mine"));
    for (const SignInFile& file : files({}))
        QVERIFY(file.path == name || !QFileInfo::exists(f.path(file.path)));
}

void SignInFolderTest::changedFileIsKept()
{
    Folder f;
    QVERIFY(f.folder.write(files("one")));
    f.put(Config, "one and more");
    QCOMPARE(f.folder.write(files("two")).error().detail, f.path(Config));
    QCOMPARE(f.read(Config), QByteArray("one and more"));
    QVERIFY(QFile::remove(f.path(Config)));
    QVERIFY(QFile::link(f.path(QStringLiteral("token")), f.path(Config)));
    QCOMPARE(f.folder.write(files("two")).error().detail, f.path(Config));
    QCOMPARE(f.read(QStringLiteral("token")), QByteArray("one"));
}

void SignInFolderTest::renewedCacheMayBeReplaced()
{
    Folder f;
    QVERIFY(f.folder.write(files("one")));
    f.put(Cache, "renewed");
    QVERIFY(f.folder.write(files("two")));
    QCOMPARE(f.read(Cache), QByteArray("two"));
}

void SignInFolderTest::whatWasCutShortIsWrittenAgain()
{
    Folder f;
    QVERIFY(f.folder.write(files("one")));
    QVERIFY(QFile::remove(f.path(QStringLiteral("token"))));
    QVERIFY(QDir().mkpath(f.path(QStringLiteral("token/x")))); // in the way of the third
    QVERIFY(!f.folder.write(files("two")));
    QVERIFY(QDir(f.path(QStringLiteral("token"))).removeRecursively());
    QVERIFY(f.folder.write(files("three")));
    QCOMPARE(f.read(Config), QByteArray("three"));
}

void SignInFolderTest::placeThatCanNotBeWrittenIsSaid()
{
    const SignInFolder folder(QStringLiteral("/proc/nowhere"));
    QCOMPARE(folder.write(files("one")).error().kind, ErrorKind::FileUnwritable);
}

void SignInFolderTest::variablesNameThePlaces()
{
    Folder f;
    const QList<std::pair<QString, QString>> expected{
        {QStringLiteral("AWS_CONFIG_FILE"), f.path(Config)},
        {QStringLiteral("AWS_SHARED_CREDENTIALS_FILE"), f.path(QStringLiteral("credentials"))},
        {QStringLiteral("AWS_LOGIN_CACHE_DIRECTORY"), f.path(QStringLiteral("login"))}};
    QCOMPARE(f.folder.variables(files({})), expected);
    QCOMPARE(SignInFolder(QStringLiteral("x")).path(),
             QDir::current().filePath(QStringLiteral("x")));
}

FUOTADESK_TEST(SignInFolderTest);

} // namespace fuotadesk

#include "signinfoldertest.moc"
