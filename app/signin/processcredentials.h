#pragma once

#include "base/worker.h"
#include "profiles/profilechain.h"
#include "signin/issuedcredentials.h"

#include <atomic>
#include <chrono>
#include <memory>

namespace fuotadesk {

// What a credential_process prints: {"Version": 1, "AccessKeyId", "SecretAccessKey",
// "SessionToken"?, "Expiration"?, "AccountId"?}. Error: AnswerMalformed, code = the member that is
// missing or wrong, "credential_process" when it is no JSON object.
// https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html
Result<IssuedCredentials> readProcessOutput(const QByteArray& output, const QString& accountId);

// Runs such programs, without a shell, on a thread of its own, one after the other. Destroying it
// ends the one that runs.
class ProcessCredentials {
public:
    static constexpr qint64 LargestOutput = qint64(256) * 1024; // bytes

    explicit ProcessCredentials(std::chrono::milliseconds timeout = std::chrono::minutes(1));
    ~ProcessCredentials();

    // Errors: ConfigurationInvalid, code "credential_process", when the command can not be split or
    // started; CredentialsMissing, code "process-exit", detail what it wrote to stderr; TimedOut;
    // those of readProcessOutput(), AnswerTooLarge.
    CallOf<IssuedCredentials>* run(const ProcessSource& source, QObject* owner);

private:
    std::chrono::milliseconds m_timeout;
    std::shared_ptr<std::atomic<bool>> m_stop = std::make_shared<std::atomic<bool>>(false);
    Worker m_worker;
};

} // namespace fuotadesk
