#include "preflight/imageupload.h"
#include "preflight/uploadbench.h"
#include "support/testcase.h"

namespace fuotadesk {

namespace {

constexpr qint64 Small = 900'000;
constexpr qint64 Mebibyte = UploadBench::Mebibyte;

} // namespace

// Files that can not be read, and such as change meanwhile.
class UploadFilesTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void unreadableFilesAreSaidToBe_data();
    void unreadableFilesAreSaidToBe();
    void aFileThatChangesEndsIt_data();
    void aFileThatChangesEndsIt();
    void aFileThatComesBackIsGoneOnWith();
};

void UploadFilesTest::unreadableFilesAreSaidToBe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    QTest::newRow("missing") << QStringLiteral("missing.bin") << QString();
    QTest::newRow("folder") << QString() << QString();
    QTest::newRow("empty") << QStringLiteral("empty.bin") << QStringLiteral("empty");
}

void UploadFilesTest::unreadableFilesAreSaidToBe()
{
    QFETCH(QString, name);
    QFETCH(QString, code);
    UploadBench bench;
    bench.bench.signIn();
    QFile empty(bench.bench.folder.filePath(QStringLiteral("empty.bin")));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    UploadOrder order = bench.order();
    order.file = bench.bench.folder.filePath(name);
    bench.upload->start(order);
    TRY_STATE(*bench.upload, UploadState::Failed);
    QCOMPARE(bench.upload->error()->kind, ErrorKind::FileUnreadable);
    QCOMPARE(bench.upload->error()->code, code);
    QCOMPARE(bench.upload->error()->detail, order.file);
    QVERIFY(bench.s3.operations.isEmpty());
}

void UploadFilesTest::aFileThatChangesEndsIt_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QString>("operation");
    QTest::addColumn<bool>("grows");
    QTest::newRow("grows before it goes") << Small << QStringLiteral("HeadObject") << true;
    QTest::newRow("grows in the midst") << 17 * Mebibyte << QStringLiteral("UploadPart") << true;
    // Its size and time are the same as before.
    QTest::newRow("other bytes") << Small << QStringLiteral("HeadObject") << false;
}

void UploadFilesTest::aFileThatChangesEndsIt()
{
    QFETCH(qint64, size);
    QFETCH(QString, operation);
    QFETCH(bool, grows);
    UploadBench bench;
    bench.bench.signIn();
    bench.writeFile(size);
    bench.s3.carriedOut = [&](const QString& done) {
        QFile file(bench.path());
        if (done != operation || !file.open(QIODevice::ReadWrite))
            return;
        const QDateTime before = file.fileTime(QFileDevice::FileModificationTime);
        file.seek(grows ? file.size() : 0);
        file.write("Z");
        file.flush();
        if (!grows)
            file.setFileTime(before, QFileDevice::FileModificationTime);
    };
    bench.upload->start(bench.order());
    TRY_STATE(*bench.upload, UploadState::Failed);
    QCOMPARE(bench.upload->error()->kind, ErrorKind::FileUnreadable);
    QCOMPARE(bench.upload->error()->code, QStringLiteral("changed"));
    QVERIFY(!bench.upload->canResume());
    QVERIFY(bench.s3.objects.isEmpty());
    bench.upload->cancel();
    TRY_STATE(*bench.upload, UploadState::Cancelled);
    QVERIFY(bench.s3.uploads.isEmpty());
    QVERIFY(bench.rows().isEmpty());
}

void UploadFilesTest::aFileThatComesBackIsGoneOnWith()
{
    UploadBench bench;
    bench.bench.signIn();
    bench.writeFile(17 * Mebibyte);
    const QString away = bench.path() + QStringLiteral(".away");
    bench.s3.carriedOut = [&](const QString& done) {
        if (done == u"UploadPart")
            QFile::rename(bench.path(), away);
    };
    bench.upload->start(bench.order());
    TRY_STATE(*bench.upload, UploadState::Failed);
    QCOMPARE(bench.upload->error()->kind, ErrorKind::FileUnreadable);
    QVERIFY(bench.upload->canResume());
    bench.s3.forgetPlans();
    QVERIFY(QFile::rename(away, bench.path()));
    bench.upload->resume();
    TRY_STATE(*bench.upload, UploadState::Done);
    QVERIFY(bench.isSent());
    QCOMPARE(bench.s3.count(QStringLiteral("UploadPart")), 3);
}

} // namespace fuotadesk

using fuotadesk::UploadFilesTest;
FUOTADESK_TEST(UploadFilesTest);
#include "uploadfilestest.moc"
