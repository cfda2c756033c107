#include "console/uploadcommand.h"
#include "console/consolebench.h"
#include "preflight/accountservices.h"
#include "preflight/imageupload.h"
#include "preflight/uploadshelf.h"
#include "store/uploadjournal.h"
#include "support/testcase.h"

#include <QCryptographicHash>

namespace fuotadesk {

class UploadCommandTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void imageIsThereAndVerified();
    void sameImageTwiceIsSentOnce();
    void anotherImageIsNotReplacedUnlessAsked();
    void whatAnEarlierRunLeftIsGoneOnWith();
    void whatAnEarlierRunLeftOfAnotherFileIsRemoved();
    void wrongUsage_data();
    void wrongUsage();
    void failingServiceIsARefusal();
};

namespace {

const auto Target = QStringLiteral("s3://firmware-bucket/meters/new.bin");

struct Run {
    ExitStatus of(const QString& file, const QString& target = Target, bool replace = false)
    {
        CommandLine line;
        line.verb = Verb::Upload;
        line.file = file;
        line.target = target;
        line.replace = replace;
        line.useSandbox = true;
        line.json = true;
        AccountServices services(bench.session);
        ImageUpload upload(services, journal, bench.clock);
        UploadShelf shelf(services, journal);
        UploadCommand command(line, {bench.session, upload, shelf, bench.output});
        std::optional<ExitStatus> status;
        QObject::connect(&command, &UploadCommand::finished, &bench.owner,
                         [&](ExitStatus end) { status = end; });
        command.start();
        if (!QTest::qWaitFor([&] { return status.has_value(); }, 30'000))
            QTest::qFail("the command did not end", __FILE__, __LINE__);
        return status.value_or(ExitStatus::Done);
    }

    // As a process that was killed has left it.
    UploadRecord leave(const QString& file, const QByteArray& bytes)
    {
        bench.signIn();
        const QFileInfo info(file);
        UploadRecord record;
        record.connectionId = bench.session.active().id;
        record.endpoint = bench.session.access()->s3.endpoint.toString();
        record.file = file;
        record.fileSize = info.size();
        record.fileModifiedAt = info.lastModified().toUTC();
        record.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        record.bucket = QStringLiteral("firmware-bucket");
        record.key = QStringLiteral("meters/new.bin");
        record.begunAt = bench.clock.now();
        UploadJournal earlier(bench.folder.filePath(QStringLiteral("journal")), bench.clock);
        if (!bench.outcome(earlier.begin(record, &bench.owner)))
            QTest::qFail("the journal took no record", __FILE__, __LINE__);
        return record;
    }
    bool hasNothingLeft(const UploadRecord& record)
    {
        const auto left = bench.outcome(journal.unfinished(record.endpoint, &bench.owner));
        return left && left->isEmpty();
    }

    ConsoleBench bench;
    UploadJournal journal{bench.folder.filePath(QStringLiteral("journal")), bench.clock};
};

QByteArray image(char fill)
{
    return QByteArray(50'000, fill);
}

} // namespace

void UploadCommandTest::imageIsThereAndVerified()
{
    Run run;
    QCOMPARE(run.of(run.bench.write(QStringLiteral("fw.bin"), image('a'))), ExitStatus::Done);
    const QJsonObject document = run.bench.output.document();
    QCOMPARE(document.value(QStringLiteral("uri")).toString(), Target);
    QCOMPARE(document.value(QStringLiteral("sizeBytes")).toInt(), 50'000);
    const auto hash = [](QCryptographicHash::Algorithm algorithm) {
        return QString::fromLatin1(QCryptographicHash::hash(image('a'), algorithm).toHex());
    };
    QCOMPARE(document.value(QStringLiteral("eTag")).toString(), hash(QCryptographicHash::Md5));
    QCOMPARE(document.value(QStringLiteral("sha256")).toString(), hash(QCryptographicHash::Sha256));
    QCOMPARE(document.value(QStringLiteral("wasThere")).toBool(true), false);
}

void UploadCommandTest::sameImageTwiceIsSentOnce()
{
    Run run;
    const QString file = run.bench.write(QStringLiteral("fw.bin"), image('a'));
    QCOMPARE(run.of(file), ExitStatus::Done);
    run.bench.output.results.clear();
    QCOMPARE(run.of(file), ExitStatus::Done);
    QCOMPARE(run.bench.output.document().value(QStringLiteral("wasThere")).toBool(), true);
}

void UploadCommandTest::anotherImageIsNotReplacedUnlessAsked()
{
    Run run;
    QCOMPARE(run.of(run.bench.write(QStringLiteral("old.bin"), image('a'))), ExitStatus::Done);
    const QString other = run.bench.write(QStringLiteral("other.bin"), image('b'));
    run.bench.output.results.clear();
    QCOMPARE(run.of(other), ExitStatus::Refused);
    QVERIFY(run.bench.output.results.isEmpty());
    QVERIFY(run.bench.output.says(QStringLiteral("--replace")));
    QCOMPARE(run.of(other, Target, true), ExitStatus::Done);
}

void UploadCommandTest::whatAnEarlierRunLeftIsGoneOnWith()
{
    Run run;
    const QString file = run.bench.write(QStringLiteral("fw.bin"), image('a'));
    const UploadRecord record = run.leave(file, image('a'));
    QCOMPARE(run.of(file), ExitStatus::Done);
    QVERIFY(run.bench.output.says(QStringLiteral("earlier run")));
    QVERIFY(run.hasNothingLeft(record));
}

void UploadCommandTest::whatAnEarlierRunLeftOfAnotherFileIsRemoved()
{
    Run run;
    const QString file = run.bench.write(QStringLiteral("fw.bin"), image('a') + "b");
    const UploadRecord record = run.leave(file, image('a') + "b");
    run.bench.write(QStringLiteral("fw.bin"), image('c'));
    QCOMPARE(run.of(file), ExitStatus::Done);
    QVERIFY(run.bench.output.says(QStringLiteral("has changed")));
    QCOMPARE(run.bench.output.document().value(QStringLiteral("sizeBytes")).toInt(), 50'000);
    QVERIFY(run.hasNothingLeft(record));
}

void UploadCommandTest::wrongUsage_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("target");
    QTest::newRow("no S3 URI") << QStringLiteral("fw.bin") << QStringLiteral("firmware/fw.bin");
    QTest::newRow("no key") << QStringLiteral("fw.bin") << QStringLiteral("s3://firmware-bucket");
    QTest::newRow("a folder") << QStringLiteral("fw.bin")
                              << QStringLiteral("s3://firmware-bucket/meters/");
    QTest::newRow("no such file") << QStringLiteral("none.bin") << Target;
}

void UploadCommandTest::wrongUsage()
{
    QFETCH(QString, file);
    QFETCH(QString, target);
    Run run;
    run.bench.write(QStringLiteral("fw.bin"), image('a'));
    QCOMPARE(run.of(run.bench.folder.filePath(file), target), ExitStatus::WrongUsage);
    QCOMPARE(run.bench.output.messages.size(), 1);
}

void UploadCommandTest::failingServiceIsARefusal()
{
    Run run;
    run.bench.signIn();
    QVERIFY(run.bench.sandbox->setFaults({*parseFault(QStringLiteral("500=1:PutObject"))}));
    QCOMPARE(run.of(run.bench.write(QStringLiteral("fw.bin"), image('a'))), ExitStatus::Refused);
    QVERIFY(run.bench.output.says(QStringLiteral("again")));
    QVERIFY(run.bench.sandbox->setFaults({}));
}

FUOTADESK_TEST(UploadCommandTest);

} // namespace fuotadesk

#include "uploadcommandtest.moc"
