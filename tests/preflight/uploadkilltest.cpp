#include "campaign/sandboxbench.h"
#include "preflight/accountservices.h"
#include "preflight/cuttablerelay.h"
#include "store/uploadjournal.h"
#include "support/testcase.h"

#include <QCryptographicHash>
#include <QDebug>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>

namespace fuotadesk {

namespace {

constexpr int Patience = 120'000;
constexpr int Trials = 20;
constexpr qint64 Mebibyte = qint64(1024) * 1024;

const auto Bucket = QStringLiteral("firmware-bucket");

void addSizes()
{
    QTest::addColumn<qint64>("size");
    QTest::newRow("one request") << qint64(900'000);
    QTest::newRow("parts") << 30 * Mebibyte;
}

} // namespace

// The real client and the real sandbox, and a program in between that is killed, or cut off.
class UploadKillTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void killedIsDoneOrGone_data() { addSizes(); }
    void killedIsDoneOrGone();
    void cutIsDone_data() { addSizes(); }
    void cutIsDone();
    void memoryIsIndependentOfTheSize();

private:
    struct Run {
        QTemporaryDir folder;
        QString key;
        QByteArray sha256;
        qint64 size = 0;
    };

    std::unique_ptr<Run> runOf(qint64 size);
    std::unique_ptr<QProcess> rival(const Run& run, const QString& url, bool removes = false);
    int statusOf(QProcess& process);
    int rowsOf(const Run& run, const QString& url);
    void mustBeWholeOrAbsent(const Run& run, bool mayBeAbsent);

    std::unique_ptr<SandboxBench> m_bench;
    std::unique_ptr<AccountServices> m_services;
    SystemClock m_clock;
    quint32 m_seed = QRandomGenerator::global()->generate();
    QRandomGenerator m_random{m_seed};
    int m_runs = 0;
};

// Another sandbox for each: its store has room for a gigabyte.
void UploadKillTest::init()
{
    TestCase::init();
    m_services.reset();
    qInfo("seed %u", m_seed);
    m_bench = std::make_unique<SandboxBench>();
    m_bench->signIn();
    m_services = std::make_unique<AccountServices>(m_bench->session);
}

std::unique_ptr<UploadKillTest::Run> UploadKillTest::runOf(qint64 size)
{
    auto run = std::make_unique<Run>();
    run->key = QStringLiteral("kill/%1.bin").arg(++m_runs);
    run->size = size;
    QByteArray bytes(size, Qt::Uninitialized);
    m_random.fillRange(reinterpret_cast<quint32*>(bytes.data()), size / 4);
    run->sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    QFile file(run->folder.filePath(QStringLiteral("fw.bin")));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != size)
        qCritical("no file");
    return run;
}

std::unique_ptr<QProcess> UploadKillTest::rival(const Run& run, const QString& url, bool removes)
{
    const Credentials keys = m_bench->sandbox->credentials();
    QStringList arguments{run.folder.path(), url, keys.accessKeyId,
                          QString::fromLatin1(keys.secretAccessKey.reveal()), run.key};
    if (removes)
        arguments.append(QStringLiteral("remove"));
    auto process = std::make_unique<QProcess>();
    process->start(QStringLiteral(FUOTADESK_UPLOADRIVAL), arguments);
    return process;
}

// The event loop goes on: the relay lives in it.
int UploadKillTest::statusOf(QProcess& process)
{
    const bool hasEnded =
        QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, Patience);
    const int status =
        hasEnded && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    if (status != 0)
        qInfo() << process.readAllStandardError();
    return status;
}

int UploadKillTest::rowsOf(const Run& run, const QString& url)
{
    UploadJournal journal(run.folder.filePath(QStringLiteral("journal")), m_clock);
    const auto rows = resultOf(journal.unfinished(url, this));
    return rows && *rows ? int((*rows)->size()) : -1;
}

void UploadKillTest::mustBeWholeOrAbsent(const Run& run, bool mayBeAbsent)
{
    const auto facts = resultOf(m_services->s3()->head({Bucket, run.key}, this));
    QVERIFY(facts);
    if (!*facts) {
        QVERIFY(mayBeAbsent);
        QCOMPARE(facts->error().kind, ErrorKind::NotFound);
    } else {
        QCOMPARE((*facts)->size, run.size);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (qint64 at = 0; at < run.size; at += 8 * Mebibyte) {
            auto* call = m_services->s3()->get({Bucket, run.key}, at, at + 8 * Mebibyte - 1, this);
            hash.addData(resultOf(call)->value_or(QByteArray()));
        }
        QCOMPARE(hash.result(), run.sha256);
    }
    const auto uploads = resultOf(m_services->s3()->uploads(Bucket, this));
    QVERIFY(uploads && *uploads);
    QVERIFY((*uploads)->isEmpty());
}

void UploadKillTest::killedIsDoneOrGone()
{
    QFETCH(qint64, size);
    QVERIFY(
        m_bench->sandbox->setFaults({{FaultKind::Latency, 1, std::chrono::milliseconds(40), {}}}));
    const auto undisturbed = runOf(size);
    QElapsedTimer timer;
    const auto whole = rival(*undisturbed, m_bench->sandbox->url());
    QVERIFY(QTest::qWaitFor([&] { return whole->canReadLine(); }, Patience));
    timer.start();
    QCOMPARE(statusOf(*whole), 0);
    int duration = int(timer.elapsed());
    mustBeWholeOrAbsent(*undisturbed, false);
    int kills = 0;
    for (int trial = 0; kills < Trials && trial < 4 * Trials; ++trial) {
        const auto run = runOf(size);
        const auto first = rival(*run, m_bench->sandbox->url());
        QVERIFY(QTest::qWaitFor([&] { return first->canReadLine(); }, Patience));
        timer.start();
        if (!first->waitForFinished(1 + m_random.bounded(duration))) {
            first->kill(); // SIGKILL
            first->waitForFinished();
            ++kills;
        } else { // less time than the one before had taken
            duration = std::max(1, std::min(duration, int(timer.elapsed())));
        }
        const bool removes = trial % 4 == 3;
        const auto second = rival(*run, m_bench->sandbox->url(), removes);
        QCOMPARE(statusOf(*second), 0);
        QCOMPARE(rowsOf(*run, m_bench->sandbox->url()), 0);
        mustBeWholeOrAbsent(*run, removes);
    }
    QCOMPARE(kills, Trials);
    qInfo("%d kills within %d ms each", kills, duration);
}

void UploadKillTest::cutIsDone()
{
    QFETCH(qint64, size);
    QVERIFY(m_bench->sandbox->setFaults({}));
    CuttableRelay relay(quint16(QUrl(m_bench->sandbox->url()).port()));
    int resumes = 0;
    for (int trial = 0; trial < Trials; ++trial) {
        const auto run = runOf(size);
        relay.cutAfter(1 + m_random.bounded(size));
        const auto process = rival(*run, relay.url());
        QCOMPARE(statusOf(*process), 0);
        QCOMPARE(relay.cuts(), trial + 1);
        resumes += process->readAllStandardOutput().split('\n').value(1).split(' ').first().toInt();
        QCOMPARE(rowsOf(*run, relay.url()), 0);
        mustBeWholeOrAbsent(*run, false);
    }
    QVERIFY(resumes > 0);
    qInfo("%d cuts, %d resumes", relay.cuts(), resumes);
}

void UploadKillTest::memoryIsIndependentOfTheSize()
{
    QVERIFY(m_bench->sandbox->setFaults({}));
    Run run;
    run.key = QStringLiteral("kill/sparse.bin");
    QFile file(run.folder.filePath(QStringLiteral("fw.bin")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(200 * Mebibyte));
    const auto process = rival(run, m_bench->sandbox->url());
    QCOMPARE(statusOf(*process), 0);
    const QByteArray told = process->readAllStandardOutput();
    const qint64 grown = told.split('\n').value(1).split(' ').last().toLongLong();
    qInfo("%lld MiB more", static_cast<long long>(grown / Mebibyte));
    QVERIFY(grown > 0);
    QVERIFY(grown < 64 * Mebibyte);
}

} // namespace fuotadesk

using fuotadesk::UploadKillTest;
FUOTADESK_TEST(UploadKillTest);
#include "uploadkilltest.moc"
