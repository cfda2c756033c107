#include "store/settings.h"
#include "store/await.h"
#include "store/badjson.h"
#include "store/files.h"
#include "support/testcase.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <sys/stat.h>

namespace fuotadesk {

namespace {

SettingsData someData()
{
    SettingsData data;
    Connection connection;
    connection.id = QStringLiteral("6f2c1c52-5f6f-4b3d-9f0e-1f1d7c9b4a10");
    connection.name = QString::fromUtf8("Z\xc3\xa4hler \xf0\x9f\x93\xa1 \xd7\xa9\xd7\x9c");
    connection.region = QStringLiteral("eu-central-1");
    connection.accessKeyId = QStringLiteral("AKIDEXAMPLE");
    connection.endpointUrl = QStringLiteral("https://example.org:8443/x");
    connection.useDualStack = true;
    connection.hasStoredSecret = true;
    data.connections.append(connection);
    connection.id = QStringLiteral("other");
    connection.useFips = true;
    connection.endpointUrl.clear();
    data.connections.append(connection);
    Connection profile = profileConnection(QStringLiteral("prod"));
    profile.name = QStringLiteral("The real one");
    profile.colour = ConnectionColour::Red;
    profile.isProduction = true;
    data.connections.append(profile);
    data.activeConnectionId = QStringLiteral("other");
    data.window.geometry = QByteArray("\0\xff\x01", 3);
    data.window.taskSplitter = "splitter";
    data.window.editorSplitter = "editor";
    data.window.taskColumns = "columns";
    data.window.deviceSplitter = "device splitter";
    data.window.deviceColumns = "device columns";
    data.window.groupSplitter = "group splitter";
    data.window.groupColumns = "group columns";
    data.window.page = 3;
    data.callsPerSecond = 25;
    return data;
}

struct File {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("config/settings.json"));
    QString aside = path + QStringLiteral(".damaged-1");

    void put(const QByteArray& bytes)
    {
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QVERIFY(writeFileAtomically(path, bytes));
    }
    QJsonObject object() const
    {
        return QJsonDocument::fromJson(readBoundedFile(path, 1 << 20).value_or(QByteArray()))
            .object();
    }
};

} // namespace

class SettingsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void missingFileIsAnEmptyOne();
    void givesBackWhatWasSaved();
    void fileIsForItsOwnerOnly();
    void savingAgainSetsNothingAside();
    void unknownMembersStay();
    void layoutOfWrongTypeIsNoLoss();
    void brokenFileIsSetAsideBeforeTheFirstSave_data();
    void brokenFileIsSetAsideBeforeTheFirstSave();
    void wrongMemberIsNamed_data();
    void wrongMemberIsNamed();
    void newerFileIsSetAside();
    void largeFileIsSetAside();
    void whatIsNoFileIsNeverWaitedFor();
    void failedSaveChangesNothing();
    void tooMuchIsNotSaved();
    void byteOrderMarkIsRead();
    void fileOfAnEarlierVersionHasTheUsualPace();
    void connectionsOfSchemaOneArePlain();
};

void SettingsTest::missingFileIsAnEmptyOne()
{
    const File file;
    const Settings settings(file.path);
    QVERIFY(!settings.loadError());
    QCOMPARE(settings.data(), SettingsData());
    QVERIFY(!QFile::exists(file.path)); // nothing is written before there is something to keep
}

void SettingsTest::givesBackWhatWasSaved()
{
    const File file;
    Settings settings(file.path);
    QVERIFY(settings.save(someData()));
    QCOMPARE(settings.data(), someData());
    const Settings again(file.path);
    QVERIFY(!again.loadError());
    QCOMPARE(again.data(), someData());
}

void SettingsTest::fileIsForItsOwnerOnly()
{
    File file;
    file.put(R"({"schema":1})");
    QVERIFY(Settings(file.path).save(someData()));
    struct stat facts = {};
    QCOMPARE(::stat(QFile::encodeName(file.path).constData(), &facts), 0);
    QCOMPARE(facts.st_mode & 0777U, 0600U);
}

void SettingsTest::savingAgainSetsNothingAside()
{
    const File file;
    Settings settings(file.path);
    QVERIFY(settings.save({}));
    QVERIFY(settings.save(someData()));
    QCOMPARE(QDir(QFileInfo(file.path).path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{QStringLiteral("settings.json")});
}

void SettingsTest::unknownMembersStay()
{
    File file;
    file.put(R"({"schema":1,"later":{"a":[1,null]},"window":{"page":2,"zoom":1.5},
        "connections":[{"id":"a","kind":"access-key","mood":"fine"},{"id":"b","kind":"access-key","mood":"bad"}]})");
    Settings settings(file.path);
    QVERIFY(!settings.loadError());
    SettingsData data = settings.data();
    data.connections.removeLast();
    data.connections.first().name = QStringLiteral("renamed");
    QVERIFY(settings.save(data));
    QVERIFY(settings.save(data));
    const QJsonObject saved = file.object();
    QCOMPARE(QJsonDocument(saved[u"later"].toObject()).toJson(QJsonDocument::Compact),
             QByteArray(R"({"a":[1,null]})"));
    QCOMPARE(saved[u"window"][u"zoom"].toDouble(), 1.5);
    QCOMPARE(saved[u"connections"].toArray().size(), 1);
    QCOMPARE(saved[u"connections"][0][u"mood"].toString(), QStringLiteral("fine"));
    QCOMPARE(saved[u"connections"][0][u"name"].toString(), QStringLiteral("renamed"));
}

void SettingsTest::layoutOfWrongTypeIsNoLoss()
{
    File file;
    file.put(R"({"schema":1,"window":{"geometry":7,"page":-4,"taskSplitter":"%%%"}})");
    const Settings settings(file.path);
    QVERIFY(!settings.loadError());
    QCOMPARE(settings.data().window, WindowLayout());
    file.put(R"({"schema":1,"window":[1]})");
    QVERIFY(!Settings(file.path).loadError());
}

void SettingsTest::brokenFileIsSetAsideBeforeTheFirstSave_data()
{
    QTest::addColumn<QByteArray>("bytes");
    addBrokenDocuments();
}

void SettingsTest::brokenFileIsSetAsideBeforeTheFirstSave()
{
    QFETCH(QByteArray, bytes);
    File file;
    file.put(bytes);
    Settings settings(file.path);
    QVERIFY(settings.loadError());
    QCOMPARE(settings.loadError()->kind, ErrorKind::FileMalformed);
    QCOMPARE(settings.data(), SettingsData());
    QCOMPARE(readBoundedFile(file.path, 1 << 20).value(), bytes); // looking changes nothing
    QVERIFY(settings.save(someData()));
    QVERIFY(settings.save(someData()));
    QCOMPARE(readBoundedFile(file.aside, 1 << 20).value(), bytes);
    QCOMPARE(Settings(file.path).data(), someData());
}

void SettingsTest::wrongMemberIsNamed_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* member, const char* name) {
        QTest::newRow(member) << QByteArray(member) << QString::fromLatin1(name);
    };
    row(R"("activeConnection":1)", "activeConnection");
    for (const char* pace : {"0", "101", "2.5", "-3", "\"10\"", "null"})
        row(("\"callsPerSecond\":" + QByteArray(pace)).constData(), "callsPerSecond");
    row(R"("connections":{})", "connections");
    row(R"("connections":["a"])", "connections[0]");
    row(R"("connections":[{"kind":"access-key"}])", "connections[0].id");
    row(R"("connections":[{"id":"","kind":"access-key"}])", "connections[0].id");
    row(R"("connections":[{"id":"sandbox","kind":"access-key"}])", "connections[0].id");
    row(R"("connections":[{"id":"a","kind":"access-key"},{"id":"a","kind":"access-key"}])",
        "connections[1].id");
    row(R"("connections":[{"id":"a"}])", "connections[0].kind");
    row(R"("connections":[{"id":"a","kind":"sandbox"}])", "connections[0].kind");
    row(R"("connections":[{"id":"a","kind":"profile"}])", "connections[0].id");
    row(R"("connections":[{"id":"profile:a","kind":"access-key"}])", "connections[0].id");
    row(R"("connections":[{"id":"a","kind":"access-key","colour":"pink"}])",
        "connections[0].colour");
    row(R"("connections":[{"id":"a","kind":"access-key","colour":7}])", "connections[0].colour");
    row(R"("connections":[{"id":"a","kind":"access-key","production":1}])",
        "connections[0].production");
    row(R"("connections":[{"id":"a","kind":"access-key","name":null}])", "connections[0].name");
    row(R"("connections":[{"id":"a","kind":"access-key","useFips":"yes"}])",
        "connections[0].useFips");
    row(R"("connections":[{"id":"a","kind":"access-key","useDualStack":1e999}])",
        "connections[0].useDualStack");
}

void SettingsTest::wrongMemberIsNamed()
{
    QFETCH(QByteArray, member);
    QFETCH(QString, name);
    if (member.contains("1e999"))
        member.replace("1e999", "1e300");
    File file;
    file.put(R"({"schema":1,)" + member + '}');
    const Settings settings(file.path);
    QVERIFY(settings.loadError());
    QCOMPARE(settings.loadError()->kind, ErrorKind::FileMalformed);
    QCOMPARE(settings.loadError()->code, name);
}

void SettingsTest::newerFileIsSetAside()
{
    File file;
    file.put(R"({"schema":3,"connections":7})");
    Settings settings(file.path);
    QCOMPARE(settings.loadError()->kind, ErrorKind::FileTooNew);
    QCOMPARE(settings.loadError()->detail, QStringLiteral("3"));
    QVERIFY(settings.save({}));
    QCOMPARE(readBoundedFile(file.aside, 100).value(),
             QByteArray(R"({"schema":3,"connections":7})"));
}

void SettingsTest::largeFileIsSetAside()
{
    File file;
    file.put(QByteArray(10'000'000, ' ') + R"({"schema":1})");
    Settings settings(file.path);
    QCOMPARE(settings.loadError()->kind, ErrorKind::FileTooLarge);
    QVERIFY(settings.save({}));
    QVERIFY(QFileInfo(file.aside).size() > 10'000'000);
}

void SettingsTest::whatIsNoFileIsNeverWaitedFor()
{
    const File file;
    QVERIFY(QDir().mkpath(file.path));
    Settings onFolder(file.path);
    QCOMPARE(onFolder.loadError()->kind, ErrorKind::FileUnreadable);
    QVERIFY(onFolder.save(someData()));
    QCOMPARE(Settings(file.path).data(), someData());
    QVERIFY(QFileInfo(file.aside).isDir());

    QVERIFY(QFile::remove(file.path));
    QCOMPARE(::mkfifo(QFile::encodeName(file.path).constData(), 0600), 0);
    Settings onFifo(file.path);
    QCOMPARE(onFifo.loadError()->kind, ErrorKind::FileUnreadable);
    QVERIFY(onFifo.save(someData()));
    QCOMPARE(Settings(file.path).data(), someData());
}

void SettingsTest::failedSaveChangesNothing()
{
    const QTemporaryDir folder;
    QVERIFY(writeFileAtomically(folder.filePath(QStringLiteral("blocked")), "a file"));
    Settings settings(folder.filePath(QStringLiteral("blocked/settings.json")));
    QVERIFY(!settings.loadError());
    QCOMPARE(errorOf(settings.save(someData())), ErrorKind::FileUnwritable);
    QCOMPARE(settings.data(), SettingsData());
}

void SettingsTest::tooMuchIsNotSaved()
{
    const File file;
    Settings settings(file.path);
    QVERIFY(settings.save(someData()));
    SettingsData data = someData();
    data.window.geometry = QByteArray(1 << 20, 'g');
    QCOMPARE(errorOf(settings.save(data)), ErrorKind::FileTooLarge);
    QCOMPARE(Settings(file.path).data(), someData());
}

void SettingsTest::byteOrderMarkIsRead()
{
    File file;
    file.put("\xef\xbb\xbf{\"schema\":1,\"activeConnection\":\"a\"}");
    const Settings settings(file.path);
    QVERIFY(!settings.loadError());
    QCOMPARE(settings.data().activeConnectionId, QStringLiteral("a"));
}

void SettingsTest::fileOfAnEarlierVersionHasTheUsualPace()
{
    File file;
    file.put(R"({"schema":1,"activeConnection":"a","window":{"page":2}})");
    Settings settings(file.path);
    QVERIFY(!settings.loadError());
    QCOMPARE(settings.data().callsPerSecond, 10);
    QCOMPARE(settings.data().window.page, 2);
    SettingsData data = settings.data();
    data.callsPerSecond = SettingsData::MostCallsPerSecond;
    QVERIFY(settings.save(data));
    QCOMPARE(Settings(file.path).data(), data);
}

// Schema 1 knew keys only, and no marks.
void SettingsTest::connectionsOfSchemaOneArePlain()
{
    File file;
    file.put(R"({"schema":1,"activeConnection":"a","connections":[
        {"id":"a","kind":"access-key","name":"meters","region":"eu-west-1","accessKeyId":"AKID",
         "endpointUrl":"","useDualStack":false,"useFips":true,"hasStoredSecret":true}]})");
    Settings settings(file.path);
    QVERIFY(!settings.loadError());
    Connection expected;
    expected.id = QStringLiteral("a");
    expected.name = QStringLiteral("meters");
    expected.region = QStringLiteral("eu-west-1");
    expected.accessKeyId = QStringLiteral("AKID");
    expected.useFips = true;
    expected.hasStoredSecret = true;
    QCOMPARE(settings.data().connections, QList<Connection>{expected});
    QVERIFY(settings.save(settings.data()));
    QCOMPARE(file.object().value(QStringLiteral("schema")), QJsonValue(2));
    QCOMPARE(Settings(file.path).data().connections, QList<Connection>{expected});
}

} // namespace fuotadesk

using fuotadesk::SettingsTest;
FUOTADESK_TEST(SettingsTest);
#include "settingstest.moc"
