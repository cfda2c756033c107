#include "store/secretstore.h"

#include <qt6keychain/keychain.h>

#include <functional>

namespace fuotadesk {

namespace {

using QKeychain::DeletePasswordJob;
using QKeychain::Job;
using QKeychain::ReadPasswordJob;
using QKeychain::WritePasswordJob;

// What Windows takes in an entry (CRED_MAX_CREDENTIAL_BLOB_SIZE); the others take more than keys
// are long. https://learn.microsoft.com/windows/win32/api/wincred/ns-wincred-credentialw
#ifdef Q_OS_WIN
constexpr qsizetype LargestEntry = 2560;
#else
constexpr qsizetype LargestEntry = qsizetype(128) * 1024;
#endif

ErrorKind kindOf(const Job& job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return ErrorKind::SecretNotFound;
    case QKeychain::CouldNotDeleteEntry:
        return ErrorKind::KeychainLocked;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        break;
    default:
        return ErrorKind::KeychainUnavailable;
    }
    // libsecret gives a locked collection the same number as a refusal; only its text tells them
    // apart
    return job.errorString().contains(u"locked", Qt::CaseInsensitive) ? ErrorKind::KeychainLocked
                                                                      : ErrorKind::KeychainDenied;
}

Result<void> outcomeOf(const Job& job)
{
    if (job.error() == QKeychain::NoError)
        return {};
    return failure(kindOf(job), QString::number(int(job.error())), job.errorString());
}

Result<Secret> secretOf(ReadPasswordJob& job)
{
    if (job.error() != QKeychain::NoError)
        return failure(outcomeOf(job).error());
    const Secret secret(job.binaryData());
    // The job shares these bytes. Held until its own reference is gone, so that they are wiped in
    // the end.
    QObject::connect(&job, &QObject::destroyed, &job, [secret] {});
    return secret;
}

// A job can not be stopped and runs after those before it: a call that is cancelled lets go of it,
// no more.
template <typename JobType, typename Settle>
void start(JobType* job, const QString& key, Settle settle)
{
    job->setKey(key);
    QObject::connect(job, &Job::finished, job, [job, settle = std::move(settle)] { settle(*job); });
    job->start();
}

bool isWanted(const QPointer<CallOf<void>>& call)
{
    return call && !call->isSettled();
}

class KeychainStore final : public SecretStore {
public:
    explicit KeychainStore(QString service) : m_service(std::move(service)) { }

    CallOf<Secret>* read(const QString& key, QObject* owner) override
    {
        auto* call = new CallOf<Secret>(owner);
        start(new ReadPasswordJob(m_service), key,
              [alive = QPointer<CallOf<Secret>>(call)](ReadPasswordJob& job) {
                  if (alive)
                      alive->settle(secretOf(job));
              });
        return call;
    }

    CallOf<void>* write(const QString& key, const Secret& secret, QObject* owner) override
    {
        if (secret.reveal().size() > LargestEntry)
            return settledCall<void>(owner,
                                     failure(ErrorKind::KeychainDenied, QStringLiteral("too-large"),
                                             QString::number(LargestEntry)));
        auto* call = new CallOf<void>(owner);
        auto* job = new WritePasswordJob(m_service);
        job->setBinaryData(secret.reveal());
        start(job, key, [alive = QPointer<CallOf<void>>(call)](WritePasswordJob& finished) {
            if (alive)
                alive->settle(outcomeOf(finished));
        });
        return call;
    }

    CallOf<void>* remove(const QString& key, QObject* owner) override
    {
        auto* call = new CallOf<void>(owner);
        start(new ReadPasswordJob(m_service), key,
              [service = m_service, alive = QPointer<CallOf<void>>(call)](ReadPasswordJob& job) {
                  if (!isWanted(alive))
                      return;
                  if (const auto found = secretOf(job); !found)
                      alive->settle(failure(found.error()));
                  else
                      removeFound(service, job.key(), alive);
              });
        return call;
    }

private:
    using Wanted = QPointer<CallOf<void>>;

    static void removeFound(const QString& service, const QString& key, const Wanted& call)
    {
        start(new DeletePasswordJob(service), key, [service, call](DeletePasswordJob& job) {
            if (!isWanted(call))
                return;
            if (const auto removed = outcomeOf(job); !removed)
                call->settle(removed);
            else
                proveGone(service, job.key(), call);
        });
    }

    // A locked keyring reports success without deleting.
    static void proveGone(const QString& service, const QString& key, const Wanted& call)
    {
        start(new ReadPasswordJob(service), key, [call](ReadPasswordJob& job) {
            if (!call)
                return;
            if (const auto found = secretOf(job); found)
                call->settle(failure(ErrorKind::KeychainLocked));
            else if (found.error().kind == ErrorKind::SecretNotFound)
                call->settle({});
            else
                call->settle(failure(found.error()));
        });
    }

    QString m_service;
};

} // namespace

std::unique_ptr<SecretStore> makeKeychainStore(const QString& service)
{
    return std::make_unique<KeychainStore>(service);
}

} // namespace fuotadesk
