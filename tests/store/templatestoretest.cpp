#include "store/templatestore.h"
#include "store/await.h"
#include "store/badjson.h"
#include "support/memoryfolder.h"
#include "support/testcase.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <sys/stat.h>

namespace fuotadesk {

namespace {

Template templateNamed(const QString& name)
{
    Template value;
    value.name = name;
    value.draft.task.firmwareUpdateImage = QStringLiteral("s3://bucket/${version}.bin");
    value.draft.task.redundancyPercent = 20;
    value.variables = {{QStringLiteral("version"), QStringLiteral("Firmware version"), {}}};
    return value;
}

void put(const QString& file, const QByteArray& bytes)
{
    QVERIFY(writeFileAtomically(file, bytes));
}

} // namespace

class TemplateStoreTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void slugs_data();
    void slugs();
    void noFolderIsAnEmptyOne();
    void addedTemplateIsListed();
    void listIsByName();
    void nameIsTakenWhateverItsCase();
    void otherNamesOfOneSlugGetNumbers();
    void replaceKeepsPathAndUnknownMembers();
    void replaceDoesNotTakeAnotherName();
    void removesAndIsGladWhenGone();
    void otherFilesAreIgnored();
    void brokenFileIsOneEntryWithItsReason_data();
    void brokenFileIsOneEntryWithItsReason();
    void loadRefuses_data();
    void loadRefuses();
    void listIsBounded();
    void tooLargeTemplateIsNotWritten();
    void exportNeverReplacesAFolder();
    void importsWhatTheCliTakes();
};

void TemplateStoreTest::slugs_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("slug");
    const auto row = [](const char* name, const char* slug) {
        QTest::newRow(*name ? name : "empty")
            << QString::fromUtf8(name) << QString::fromLatin1(slug);
    };
    row("Meter monthly (EU)", "meter-monthly-eu");
    row("Z\xc3\xa4hler \xc3\x89t\xc3\xa9", "zahler-ete");
    row("\xef\xbc\xa6\xef\xbc\xb7 2", "fw-2"); // full width letters
    row("v2.4.1", "v2-4-1");
    row("--a--b--", "a-b");
    row("../../etc/passwd", "etc-passwd");
    row("", "template");
    row("...", "template");
    row("\xf0\x9f\x93\xa1", "template");
    row("\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d", "template");
    row("\xe2\x80\xae"
        "fw",
        "fw"); // right-to-left override
    row("CON", "con-template");
    row("lpt1", "lpt1-template");
    row("console", "console");
    row("\xc4\xb0stanbul", "istanbul");
    QTest::newRow("long") << QString(300, u'a') << QString(64, u'a');
    QTest::newRow("cut at a blank")
        << QString(63, u'a') + QStringLiteral(" b") << QString(63, u'a');
    QTest::newRow("lone surrogate") << QString(QChar(0xd83d)) << QStringLiteral("template");
}

void TemplateStoreTest::slugs()
{
    QFETCH(QString, name);
    QFETCH(QString, slug);
    QCOMPARE(templateSlug(name), slug);
}

void TemplateStoreTest::noFolderIsAnEmptyOne()
{
    TemplateStore store(QStringLiteral("/nowhere/at/all"));
    const auto entries = outcome(store.list(this));
    QVERIFY(entries);
    QVERIFY(entries->isEmpty());
}

void TemplateStoreTest::addedTemplateIsListed()
{
    const QTemporaryDir folder;
    TemplateStore store(folder.filePath(QStringLiteral("new/templates")));
    const Template value = templateNamed(QString::fromUtf8("Z\xc3\xa4hler \xf0\x9f\x93\xa1"));
    const QString file = outcome(store.add(value, this)).value();
    QCOMPARE(QFileInfo(file).fileName(), QStringLiteral("zahler.fuota.json"));
    const auto entries = outcome(store.list(this));
    QCOMPARE(entries->size(), 1);
    QCOMPARE(entries->first().file, file);
    QCOMPARE(entries->first().name, value.name);
    QCOMPARE(entries->first().content->draft, value.draft);
    QCOMPARE(entries->first().content->variables, value.variables);
    QVERIFY(entries->first().modified.isValid());
    QCOMPARE(outcome(store.load(file, this))->draft, value.draft);
}

void TemplateStoreTest::listIsByName()
{
    const QTemporaryDir folder;
    TemplateStore store(folder.path());
    for (const auto* const name : {"b", "C", "a"})
        QVERIFY(outcome(store.add(templateNamed(QString::fromLatin1(name)), this)));
    put(folder.filePath(QStringLiteral("aa.fuota.json")), "damaged");
    QStringList names;
    const auto entries = outcome(store.list(this));
    for (const TemplateEntry& entry : *entries)
        names.append(entry.name);
    QCOMPARE(names.join(u' '), QStringLiteral("a aa b C"));
}

void TemplateStoreTest::nameIsTakenWhateverItsCase()
{
    const QTemporaryDir folder;
    TemplateStore store(folder.path());
    QVERIFY(outcome(store.add(templateNamed(QString::fromUtf8("Stra\xc3\x9f"
                                                              "e")),
                              this)));
    const auto added = outcome(store.add(templateNamed(QString::fromUtf8("sTRA\xc3\x9f"
                                                                         "e")),
                                         this));
    QCOMPARE(errorOf(added), ErrorKind::NameTaken);
    QCOMPARE(added.error().detail,
             QString::fromUtf8("sTRA\xc3\x9f"
                               "e"));
    QCOMPARE(outcome(store.list(this))->size(), 1);
}

void TemplateStoreTest::otherNamesOfOneSlugGetNumbers()
{
    const QTemporaryDir folder;
    TemplateStore store(folder.path());
    QStringList files;
    for (const auto* const name : {"meter (EU)", "meter [EU]", "meter/EU"})
        files.append(QFileInfo(*outcome(store.add(templateNamed(QString::fromLatin1(name)), this)))
                         .fileName());
    QCOMPARE(files.join(u' '),
             QStringLiteral("meter-eu.fuota.json meter-eu-2.fuota.json meter-eu-3.fuota.json"));
}

void TemplateStoreTest::replaceKeepsPathAndUnknownMembers()
{
    const QTemporaryDir folder;
    TemplateStore store(folder.path());
    const QString file = folder.filePath(QStringLiteral("mine.fuota.json"));
    put(file, R"({"schema":1,"name":"mine","later":true,"task":{"Later":1}})");
    Template value = outcome(store.load(file, this)).value();
    value.name = QStringLiteral("Mine, renamed");
    QVERIFY(outcome(store.replace(file, value, this)));
    const auto entries = outcome(store.list(this));
    QCOMPARE(entries->size(), 1);
    QCOMPARE(entries->first().file, file);
    QCOMPARE(entries->first().name, value.name);
    QCOMPARE(entries->first().content->unknownMembers.size(), 2);
}

void TemplateStoreTest::replaceDoesNotTakeAnotherName()
{
    const QTemporaryDir folder;
    TemplateStore store(folder.path());
    QVERIFY(outcome(store.add(templateNamed(QStringLiteral("one")), this)));
    const QString two = outcome(store.add(templateNamed(QStringLiteral("two")), this)).value();
    QCOMPARE(errorOf(outcome(store.replace(two, templateNamed(QStringLiteral("ONE")), this))),
             ErrorKind::NameTaken);
    QVERIFY(outcome(store.replace(two, templateNamed(QStringLiteral("TWO")), this)));
    QTemporaryDir outside;
    QVERIFY(outcome(store.replace(outside.filePath(QStringLiteral("x.fuota.json")),
                                  templateNamed(QStringLiteral("one")), this)));
}

void TemplateStoreTest::removesAndIsGladWhenGone()
{
    const QTemporaryDir folder;
    TemplateStore store(folder.path());
    const QString file = outcome(store.add(templateNamed(QStringLiteral("one")), this)).value();
    QVERIFY(outcome(store.remove(file, this)));
    QVERIFY(outcome(store.list(this))->isEmpty());
    QVERIFY(outcome(store.remove(file, this)));
    QCOMPARE(errorOf(outcome(store.remove(folder.path(), this))), ErrorKind::FileUnwritable);
    QVERIFY(QFileInfo(folder.path()).isDir());
}

void TemplateStoreTest::otherFilesAreIgnored()
{
    const QTemporaryDir folder;
    TemplateStore store(folder.path());
    put(folder.filePath(QStringLiteral("notes.txt")), "x");
    put(folder.filePath(QStringLiteral("task.json")), "{}");
    put(folder.filePath(QStringLiteral(".new-abc")), "x");
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("folder.fuota.json")));
    const QString fifo = folder.filePath(QStringLiteral("fifo.fuota.json"));
    QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
    QVERIFY(outcome(store.list(this))->isEmpty());
    QVERIFY(outcome(store.add(templateNamed(QStringLiteral("fifo")), this)));
    QVERIFY(outcome(store.add(templateNamed(QStringLiteral("folder")), this)));
    QCOMPARE(outcome(store.list(this))->size(), 2);
}

void TemplateStoreTest::brokenFileIsOneEntryWithItsReason_data()
{
    QTest::addColumn<QByteArray>("bytes");
    addBrokenDocuments();
}

void TemplateStoreTest::brokenFileIsOneEntryWithItsReason()
{
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    TemplateStore store(folder.path());
    put(folder.filePath(QStringLiteral("bad.fuota.json")), bytes);
    QVERIFY(outcome(store.add(templateNamed(QStringLiteral("good")), this)));
    const auto entries = outcome(store.list(this));
    QCOMPARE(entries->size(), 2);
    QCOMPARE(entries->first().name, QStringLiteral("bad"));
    QCOMPARE(errorOf(entries->first().content), ErrorKind::FileMalformed);
    QVERIFY(entries->last().content);
}

void TemplateStoreTest::loadRefuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorKind>("error");
    QTest::addColumn<QString>("code");
    const auto malformed = [](const char* text, const char* member) {
        QTest::newRow(text) << QByteArray(text) << ErrorKind::FileMalformed
                            << QString::fromLatin1(member);
    };
    malformed(R"({"schema":1,"name":7})", "name");
    malformed(R"({"schema":1,"task":[]})", "task");
    malformed(R"({"schema":1,"task":{"Name":1}})", "Name");
    malformed(R"({"schema":1,"task":{"RedundancyPercent":1e300}})", "RedundancyPercent");
    malformed(R"({"schema":1,"task":{"FragmentSizeBytes":1.5}})", "FragmentSizeBytes");
    malformed(R"({"schema":1,"planning":{"loss":2}})", "planning.loss");
    malformed(R"({"schema":1,"image":{"sizeBytes":-1}})", "image.sizeBytes");
    malformed(R"({"schema":1,"image":{"sizeBytes":1e18}})", "image.sizeBytes");
    QTest::newRow("newer") << QByteArray(R"({"schema":2})") << ErrorKind::FileTooNew
                           << QStringLiteral("schema");
    QTest::newRow("10 MB") << QByteArray(10'000'000, ' ') << ErrorKind::FileTooLarge
                           << QString::number(LargestTemplateBytes);
}

void TemplateStoreTest::loadRefuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorKind, error);
    QFETCH(QString, code);
    const QTemporaryDir folder;
    TemplateStore store(folder.path());
    const QString file = folder.filePath(QStringLiteral("bad.fuota.json"));
    put(file, bytes);
    const auto loaded = outcome(store.load(file, this));
    QCOMPARE(errorOf(loaded), error);
    QCOMPARE(loaded.error().code, code);
}

void TemplateStoreTest::listIsBounded()
{
    const QTemporaryDir folder{folderInMemory()};
    for (int i = 0; i < 2010; ++i) {
        QFile file(folder.filePath(QStringLiteral("%1.fuota.json").arg(i)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"schema":1})");
    }
    TemplateStore store(folder.path());
    QCOMPARE(outcome(store.list(this))->size(), 2000);
}

void TemplateStoreTest::tooLargeTemplateIsNotWritten()
{
    const QTemporaryDir folder;
    TemplateStore store(folder.path());
    Template value = templateNamed(QStringLiteral("large"));
    value.draft.task.description = QString(int(LargestTemplateBytes), u'x');
    QCOMPARE(errorOf(outcome(store.add(value, this))), ErrorKind::FileTooLarge);
    QVERIFY(outcome(store.list(this))->isEmpty());
}

void TemplateStoreTest::exportNeverReplacesAFolder()
{
    const QTemporaryDir folder;
    TemplateStore store(folder.path());
    QCOMPARE(errorOf(outcome(store.exportTo(folder.path(), "{}", this))),
             ErrorKind::FileUnwritable);
    const QString file = folder.filePath(QStringLiteral("task.json"));
    QVERIFY(outcome(store.exportTo(file, "{}", this)));
    QVERIFY(outcome(store.exportTo(file, "{ }", this)));
    QCOMPARE(readBoundedFile(file, 10).value(), QByteArray("{ }"));
}

void TemplateStoreTest::importsWhatTheCliTakes()
{
    const QTemporaryDir folder;
    TemplateStore store(folder.path());
    const QString file = folder.filePath(QStringLiteral("task.json"));
    put(file, R"({"Name":"fw","FirmwareUpdateImage":"s3://b/k","LoRaWAN":{"RfRegion":"EU868"}})");
    const auto loaded = outcome(store.load(file, this));
    QVERIFY(loaded);
    QCOMPARE(loaded->draft.task.rfRegion, QStringLiteral("EU868"));
}

} // namespace fuotadesk

using fuotadesk::TemplateStoreTest;
FUOTADESK_TEST(TemplateStoreTest);
#include "templatestoretest.moc"
