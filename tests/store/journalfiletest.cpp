#include "store/await.h"
#include "store/intentjournal.h"
#include "support/fakes.h"
#include "support/testcase.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <sys/stat.h>

namespace fuotadesk {

namespace {

// Runs statements on the journal's file as another program would.
bool edit(const QString& file, const QStringList& statements)
{
    const auto name = QStringLiteral("editor");
    bool done = true;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(file);
        done = database.open();
        for (const QString& sql : statements)
            done = done && QSqlQuery(database).exec(sql);
    }
    QSqlDatabase::removeDatabase(name);
    return done;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

Intent someIntent()
{
    Intent intent;
    intent.token = QStringLiteral("t1");
    intent.endpoint = QStringLiteral("here");
    intent.request = "{}";
    intent.madeAt = FakeClock().now();
    return intent;
}

} // namespace

// What stands in the journal's file when it is opened.
class JournalFileTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void isForItsOwnerOnly();
    void isDurable();
    void otherFilesAreRefusedAndLeftAlone_data();
    void otherFilesAreRefusedAndLeftAlone();
    void newerSchemaIsLeftAlone();
    void damageInTheMiddleIsFound();
    void waitsForAnotherWriter();
    void unusableFolderIsSaid();
    void worksAgainOnceTheFolderDoes();
    void folderClearedUnderneathIsMadeAnew();
    void deadOwnersLeaveNoFiles();
};

void JournalFileTest::isForItsOwnerOnly()
{
    const QTemporaryDir folder;
    IntentJournal journal(folder.path(), FakeClock());
    QVERIFY(outcome(journal.begin(someIntent(), this)));
    constexpr auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    const QStringList files = QDir(folder.path()).entryList(QDir::Files);
    QVERIFY(files.contains(QStringLiteral("intents.sqlite-wal")));
    for (const QString& file : files)
        QVERIFY2(!(QFile::permissions(folder.filePath(file)) & others), qPrintable(file));
}

void JournalFileTest::isDurable()
{
    const QTemporaryDir folder;
    IntentJournal journal(folder.path(), FakeClock());
    QVERIFY(outcome(journal.begin(someIntent(), this)));
    QVERIFY(contentOf(folder.filePath(QStringLiteral("intents.sqlite-wal"))).contains("here"));
}

void JournalFileTest::otherFilesAreRefusedAndLeftAlone_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<QString>("code");
    QTest::newRow("no database") << QByteArray(5000, 'x') << QStringList()
                                 << QStringLiteral("damaged");
    QTest::newRow("short text") << QByteArray("hello") << QStringList()
                                << QStringLiteral("damaged");
    QTest::newRow("foreign") << QByteArray()
                             << QStringList{QStringLiteral("CREATE TABLE songs (title TEXT)")}
                             << QStringLiteral("foreign");
    QTest::newRow("foreign, our number")
        << QByteArray()
        << QStringList{QStringLiteral("CREATE TABLE songs (title TEXT)"),
                       QStringLiteral("PRAGMA user_version=1")}
        << QStringLiteral("foreign");
    QTest::newRow("a column is missing")
        << QByteArray()
        << QStringList{QStringLiteral("CREATE TABLE intents (id INTEGER PRIMARY KEY, token TEXT)"),
                       QStringLiteral("PRAGMA user_version=1")}
        << QStringLiteral("foreign");
    QTest::newRow("negative schema")
        << QByteArray() << QStringList{QStringLiteral("PRAGMA user_version=-1")}
        << QStringLiteral("foreign");
}

void JournalFileTest::otherFilesAreRefusedAndLeftAlone()
{
    QFETCH(QByteArray, content);
    QFETCH(QStringList, statements);
    QFETCH(QString, code);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("intents.sqlite"));
    if (statements.isEmpty())
        write(file, content);
    else
        QVERIFY(edit(file, statements));
    const QByteArray before = contentOf(file);
    {
        IntentJournal journal(folder.path(), FakeClock());
        const auto begun = outcome(journal.begin(someIntent(), this));
        QCOMPARE(errorOf(begun), ErrorKind::JournalUnavailable);
        QCOMPARE(begun.error().code, code);
        QCOMPARE(errorOf(outcome(journal.unsettled(this))), ErrorKind::JournalUnavailable);
    }
    QCOMPARE(contentOf(file), before);
}

void JournalFileTest::newerSchemaIsLeftAlone()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("intents.sqlite"));
    QVERIFY(edit(file,
                 {QStringLiteral("CREATE TABLE intents (everything TEXT)"),
                  QStringLiteral("PRAGMA user_version=2")}));
    const QByteArray before = contentOf(file);
    {
        IntentJournal journal(folder.path(), FakeClock());
        const auto begun = outcome(journal.begin(someIntent(), this));
        QCOMPARE(errorOf(begun), ErrorKind::FileTooNew);
        QCOMPARE(begun.error().detail, QStringLiteral("2"));
    }
    QCOMPARE(contentOf(file), before);
}

void JournalFileTest::damageInTheMiddleIsFound()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("intents.sqlite"));
    {
        IntentJournal journal(folder.path(), FakeClock());
        QVERIFY(outcome(journal.begin(someIntent(), this)));
    }
    QByteArray content = contentOf(file);
    content.replace(4096, content.size() - 4096, QByteArray(content.size() - 4096, '\x55'));
    write(file, content);
    {
        IntentJournal journal(folder.path(), FakeClock());
        const auto unsettled = outcome(journal.unsettled(this));
        QCOMPARE(errorOf(unsettled), ErrorKind::JournalUnavailable);
        QCOMPARE(unsettled.error().code, QStringLiteral("damaged"));
        QVERIFY(!unsettled.error().detail.isEmpty());
    }
    QCOMPARE(contentOf(file), content);
}

void JournalFileTest::waitsForAnotherWriter()
{
    const QTemporaryDir folder;
    IntentJournal journal(folder.path(), FakeClock());
    QVERIFY(outcome(journal.unsettled(this)));
    {
        QSqlDatabase other =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
        other.setDatabaseName(folder.filePath(QStringLiteral("intents.sqlite")));
        QVERIFY(other.open());
        QVERIFY(QSqlQuery(other).exec(QStringLiteral("BEGIN IMMEDIATE")));
        auto* call = journal.begin(someIntent(), this);
        QVERIFY(QSqlQuery(other).exec(QStringLiteral("COMMIT")));
        QVERIFY(outcome(call));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("other"));
}

void JournalFileTest::unusableFolderIsSaid()
{
    const QTemporaryDir folder;
    const QString blocked = folder.filePath(QStringLiteral("blocked"));
    write(blocked, "a file where the folder should be");
    IntentJournal inFile(blocked, FakeClock());
    QCOMPARE(errorOf(outcome(inFile.begin(someIntent(), this))), ErrorKind::JournalUnavailable);

    const QString fifo = folder.filePath(QStringLiteral("intents.sqlite"));
    QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
    IntentJournal onFifo(folder.path(), FakeClock());
    QCOMPARE(errorOf(outcome(onFifo.begin(someIntent(), this))), ErrorKind::JournalUnavailable);
}

void JournalFileTest::worksAgainOnceTheFolderDoes()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("intents.sqlite"));
    write(file, "damaged");
    IntentJournal journal(folder.path(), FakeClock());
    QCOMPARE(errorOf(outcome(journal.begin(someIntent(), this))), ErrorKind::JournalUnavailable);
    QVERIFY(QFile::remove(file));
    QVERIFY(outcome(journal.begin(someIntent(), this)));
}

void JournalFileTest::folderClearedUnderneathIsMadeAnew()
{
    const QTemporaryDir folder;
    const QString inner = folder.filePath(QStringLiteral("journal"));
    IntentJournal journal(inner, FakeClock());
    QVERIFY(outcome(journal.begin(someIntent(), this)));
    QVERIFY(QDir(inner).removeRecursively());
    QVERIFY(outcome(journal.begin(someIntent(), this)));
    QVERIFY(QFile::exists(inner + QStringLiteral("/intents.sqlite")));
}

void JournalFileTest::deadOwnersLeaveNoFiles()
{
    const QTemporaryDir folder;
    const QDir owners(folder.filePath(QStringLiteral("owners")));
    QVERIFY(QDir().mkpath(owners.path()));
    write(owners.filePath(QStringLiteral("0123.lock")), {}); // of a process that was killed
    {
        IntentJournal journal(folder.path(), FakeClock());
        QVERIFY(outcome(journal.unsettled(this)));
        QCOMPARE(owners.entryList(QDir::Files).size(), 1);
        QVERIFY(!owners.exists(QStringLiteral("0123.lock")));
    }
    QVERIFY(owners.entryList(QDir::Files).isEmpty());
}

} // namespace fuotadesk

using fuotadesk::JournalFileTest;
FUOTADESK_TEST(JournalFileTest);
#include "journalfiletest.moc"
