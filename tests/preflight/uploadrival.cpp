// A program that uploads FOLDER/fw.bin to s3://firmware-bucket/KEY and may be killed at any moment.
// uploadrival FOLDER URL ACCESSKEY SECRET KEY [remove] goes on with the upload in the journal of
// FOLDER, or removes it, or begins one where there is none; after a failure it resumes. It prints
// "began", then how often it resumed and by how many bytes its own memory grew. Exit status: 0 done
// or removed; 1 not.
#include "campaign/bench.h"
#include "preflight/accountservices.h"
#include "preflight/imageupload.h"
#include "preflight/uploadshelf.h"

#include <QCoreApplication>
#include <QFile>
#include <QTimer>

#include <cstdio>

using namespace fuotadesk;

namespace {

constexpr int MostResumes = 100;

// Of this process, not of the files it has mapped: bytes.
qint64 ownMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("RssAnon:"))
            return line.mid(8).chopped(2).trimmed().toLongLong() * 1024;
    return 0;
}

class Rival {
public:
    explicit Rival(const QStringList& arguments)
        : m_folder(arguments.at(1)),
          m_key(arguments.value(5)),
          m_removes(arguments.value(6) == u"remove")
    {
        Connection connection;
        connection.id = QStringLiteral("rival");
        connection.region = QStringLiteral("eu-west-1");
        connection.endpointUrl = arguments.at(2);
        m_session.activateOnce(connection,
                               {arguments.at(3), Secret(arguments.at(4).toLatin1()), {}});
        QObject::connect(&m_upload, &ImageUpload::stateChanged, &m_owner, [this] { follow(); });
        QObject::connect(&m_services, &AccountServices::changed, &m_owner, [this] { begin(); });
        QObject::connect(&m_tick, &QTimer::timeout, &m_owner,
                         [this] { m_most = std::max(m_most, ownMemory()); });
        m_tick.start(10);
    }

private:
    void begin()
    {
        m_base = ownMemory();
        m_journal.unfinished(m_services.endpoint(), &m_owner)
            ->then(&m_owner, [this](const Result<QList<JournalledUpload>>& uploads) {
                std::puts("began");
                std::fflush(stdout);
                if (!uploads)
                    QCoreApplication::exit(1);
                else if (m_removes)
                    remove(*uploads);
                else if (!uploads->isEmpty())
                    m_upload.takeUp(uploads->first().record);
                else
                    m_upload.start({m_folder + QStringLiteral("/fw.bin"),
                                    {QStringLiteral("firmware-bucket"), m_key}});
            });
    }

    void remove(const QList<JournalledUpload>& uploads)
    {
        if (uploads.isEmpty()) {
            QCoreApplication::exit(0);
            return;
        }
        m_shelf.remove({uploads.first().record, true, false}, &m_owner)
            ->then(&m_owner,
                   [](const Result<void>& removed) { QCoreApplication::exit(removed ? 0 : 1); });
    }

    void follow()
    {
        if (m_upload.state() == UploadState::Done) {
            std::printf("%d %lld\n", m_resumes, static_cast<long long>(m_most - m_base));
            QCoreApplication::exit(0);
        } else if (m_upload.state() == UploadState::Failed) {
            const Error& error = *m_upload.error();
            std::fprintf(stderr, "failed: %d %s\n", int(error.kind), qPrintable(error.code));
            if (!m_upload.canResume() || m_resumes++ == MostResumes)
                QCoreApplication::exit(1);
            else
                QTimer::singleShot(100, &m_owner, [this] { m_upload.resume(); });
        }
    }

    QString m_folder;
    QString m_key;
    bool m_removes;
    int m_resumes = 0;
    qint64 m_base = 0;
    qint64 m_most = 0;
    QTimer m_tick;
    QObject m_owner;
    SystemClock m_clock;
    SystemRandom m_random;
    LocalEndpointDouble m_sandbox;
    KeychainDouble m_keychain;
    std::unique_ptr<SecretStore> m_memory = makeSessionSecretStore();
    Settings m_settings{m_folder + QStringLiteral("/settings.json")};
    std::unique_ptr<ServiceStackFactory> m_stacks =
        makeServiceStackFactory(m_clock, m_random, {{}, false, {}});
    Session m_session{
        {m_settings, m_keychain, *m_memory, *m_stacks, m_sandbox, {}, m_random, false}};
    AccountServices m_services{m_session};
    UploadJournal m_journal{m_folder + QStringLiteral("/journal"), m_clock};
    UploadShelf m_shelf{m_services, m_journal};
    ImageUpload m_upload{m_services, m_journal, m_clock};
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const Rival rival(QCoreApplication::arguments());
    return QCoreApplication::exec();
}
