#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace fuotadesk {

// Why something failed, as a closed list; the ui turns each into a sentence with a remedy.
enum class ErrorKind {
    Cancelled,
    // the way to the service
    HostNotFound,
    ConnectionRefused,
    ConnectionLost,
    TimedOut,
    TlsFailed,
    ProxyFailed,
    AnswerMalformed,
    AnswerTooLarge,
    // what the service said (https://docs.aws.amazon.com/iot-wireless/latest/apireference)
    ValidationFailed,
    AccessDenied,
    NotFound,
    Conflict,
    Throttled,
    ServiceFailed,
    ServiceUnavailable,
    Refused,
    // who asks
    SignatureMismatch,
    UnknownAccessKey,
    CredentialsExpired,
    CredentialsMissing,
    ClockSkewed,
    // how the connection is set up; code says what
    ConfigurationInvalid,
    CaBundleUnusable,
    SandboxUnavailable,
    // the keychain
    KeychainUnavailable,
    KeychainLocked,
    KeychainDenied,
    KeychainSilent,
    SecretNotFound,
    // files and the journal; detail names the file or the member
    FileUnreadable,
    FileUnwritable,
    FileTooLarge,
    FileMalformed,
    FileTooNew,
    NameTaken,
    JournalUnavailable,
    IntentClaimed,
    EarlierOutcomeUnknown,
    EarlierCreateSucceeded, // code is the id of the task an earlier press has made
    // a caller handed in a value that can not be sent; code names the field
    InputInvalid,
};

// code is the service's own word (or ours, for local kinds), detail its text: both are shown only
// under "Details". maybeExecuted: the request may have been carried out although no sure answer
// came; set by the transports and the decoder for anything that is neither a sure yes nor a sure
// no.
struct Error {
    ErrorKind kind = ErrorKind::Refused;
    QString code;
    QString detail;
    int httpStatus = 0;
    QString requestId;
    std::optional<std::chrono::milliseconds> retryAfter;
    bool maybeExecuted = false;

    friend bool operator==(const Error&, const Error&) = default;
};

} // namespace fuotadesk
