#include "text/errortext.h"

#include "text/signintext.h"

#include <QCoreApplication>
#include <QStringList>

namespace fuotadesk {

namespace {

struct ErrorText {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

QString networkSentence(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::HostNotFound:
        return ErrorText::tr("The service's address could not be found.");
    case ErrorKind::ConnectionRefused:
        return ErrorText::tr("Nothing answers at the service's address.");
    case ErrorKind::ConnectionLost:
        return ErrorText::tr("The connection to the service broke before an answer came.");
    case ErrorKind::TimedOut:
        return ErrorText::tr("The service did not answer in time.");
    case ErrorKind::TlsFailed:
        return ErrorText::tr("The service could not prove who it is.");
    case ErrorKind::ProxyFailed:
        return ErrorText::tr("The proxy did not let the request through.");
    case ErrorKind::AnswerMalformed:
        return ErrorText::tr("The answer is not one the service would give.");
    case ErrorKind::AnswerTooLarge:
        return ErrorText::tr("The answer is larger than any answer of the service.");
    default:
        return {};
    }
}

QString serviceSentence(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::ValidationFailed:
        return ErrorText::tr("The service does not accept a value of the request.");
    case ErrorKind::AccessDenied:
        return ErrorText::tr("The key in use is not allowed to do this.");
    case ErrorKind::NotFound:
        return ErrorText::tr("The service does not know it, or not any more.");
    case ErrorKind::Conflict:
        return ErrorText::tr("Its present state does not allow this.");
    case ErrorKind::Throttled:
        return ErrorText::tr("The service asks for fewer requests.");
    case ErrorKind::ServiceFailed:
        return ErrorText::tr("The service failed while it worked on the request.");
    case ErrorKind::ServiceUnavailable:
        return ErrorText::tr("The service is not available at the moment.");
    case ErrorKind::Refused:
        return ErrorText::tr("The service refused the request.");
    case ErrorKind::SignatureMismatch:
        return ErrorText::tr("The secret access key does not belong to the access key ID.");
    case ErrorKind::UnknownAccessKey:
        return ErrorText::tr("The service does not know the access key ID.");
    case ErrorKind::CredentialsExpired:
        return ErrorText::tr("The session token has expired.");
    case ErrorKind::CredentialsMissing:
        return ErrorText::tr("There are no keys for this connection.");
    case ErrorKind::ClockSkewed:
        return ErrorText::tr("The clock of this computer differs from the service's.");
    default:
        return {};
    }
}

QString configurationSentence(const QString& code)
{
    if (code == u"endpoint-url")
        return ErrorText::tr("The endpoint URL of the connection can not be used.");
    if (code == u"region")
        return ErrorText::tr("The region of the connection is not the name of a region.");
    if (code == u"fips-with-custom-endpoint")
        return ErrorText::tr("FIPS can not be combined with an endpoint URL.");
    if (code == u"dualstack-with-custom-endpoint")
        return ErrorText::tr("Dual-stack can not be combined with an endpoint URL.");
    return ErrorText::tr("The connection is not set up in a way that can work.");
}

QString localSentence(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Cancelled:
        return ErrorText::tr("Cancelled.");
    case ErrorKind::ConfigurationInvalid:
        return configurationSentence(error.code);
    case ErrorKind::CaBundleUnusable:
        return ErrorText::tr("The certificates that AWS_CA_BUNDLE names can not be read.");
    case ErrorKind::SandboxUnavailable:
        return ErrorText::tr("The sandbox could not be started.");
    case ErrorKind::KeychainUnavailable:
        return ErrorText::tr("This desktop offers no keychain.");
    case ErrorKind::KeychainLocked:
        return ErrorText::tr("The keychain is locked.");
    case ErrorKind::KeychainDenied:
        return error.code == u"too-large"
            ? ErrorText::tr("The keys are longer than an entry of the keychain may be.")
            : ErrorText::tr("The keychain did not let the program in.");
    case ErrorKind::KeychainSilent:
        return ErrorText::tr("The keychain does not answer.");
    case ErrorKind::SecretNotFound:
        return ErrorText::tr("The keychain has no keys for this connection.");
    case ErrorKind::JournalUnavailable:
        return ErrorText::tr("The journal of creates can not be written, so nothing was sent.");
    case ErrorKind::IntentClaimed:
        return ErrorText::tr("Another window or command is creating this very task.");
    case ErrorKind::EarlierOutcomeUnknown:
        return ErrorText::tr("It is still not known whether an earlier create was carried out.");
    case ErrorKind::EarlierCreateSucceeded:
        return ErrorText::tr("The create you pressed before the last edit has made its task.");
    case ErrorKind::InputInvalid:
        return ErrorText::tr("A field holds a value that can not be sent.");
    default:
        return {};
    }
}

QString fileSentence(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::FileUnreadable:
        return ErrorText::tr("The file can not be read.");
    case ErrorKind::FileUnwritable:
        return ErrorText::tr("The file can not be written.");
    case ErrorKind::FileTooLarge:
        return ErrorText::tr("The file is too large to be what it should be.");
    case ErrorKind::FileMalformed:
        return error.code.isEmpty() ? ErrorText::tr("The file is damaged or of another kind.")
                                    : ErrorText::tr("The file is damaged at “%1”.").arg(error.code);
    case ErrorKind::FileTooNew:
        return ErrorText::tr("The file was written by a newer version of FUOTA Desk.");
    case ErrorKind::NameTaken:
        return ErrorText::tr("There is one of that name already.");
    default:
        return {};
    }
}

Remedy tryAgain(const QString& advice)
{
    return {RemedyAction::TryAgain, advice, ErrorText::tr("Try again")};
}

Remedy editConnection(const QString& advice)
{
    return {RemedyAction::EditConnection, advice, ErrorText::tr("Edit connection…")};
}

std::optional<Remedy> networkRemedy(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::HostNotFound:
        return editConnection(
            ErrorText::tr("Check the network, and the region or endpoint of the connection."));
    case ErrorKind::ConnectionRefused:
        return editConnection(ErrorText::tr("Check the endpoint of the connection."));
    case ErrorKind::ConnectionLost:
    case ErrorKind::TimedOut:
        return tryAgain(ErrorText::tr("Check the network and try again."));
    case ErrorKind::TlsFailed:
        return tryAgain(ErrorText::tr(
            "If your network inspects traffic, name its certificates in AWS_CA_BUNDLE."));
    case ErrorKind::ProxyFailed:
        return tryAgain(ErrorText::tr("Check the proxy settings of the system."));
    case ErrorKind::AnswerMalformed:
    case ErrorKind::AnswerTooLarge:
        return editConnection(
            ErrorText::tr("A proxy or another server may stand at that address."));
    default:
        return {};
    }
}

std::optional<Remedy> serviceRemedy(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::AccessDenied:
        return editConnection(ErrorText::tr(
            "Use a key whose policy allows the iotwireless actions, and passing the role."));
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
        return Remedy{RemedyAction::Refresh, ErrorText::tr("Look at its state and try again."),
                      ErrorText::tr("Refresh")};
    case ErrorKind::Throttled:
        return tryAgain(ErrorText::tr("Wait a few seconds."));
    case ErrorKind::ServiceFailed:
    case ErrorKind::ServiceUnavailable:
        return tryAgain(ErrorText::tr("Try again in a minute."));
    case ErrorKind::SignatureMismatch:
    case ErrorKind::UnknownAccessKey:
        return editConnection(ErrorText::tr("Enter both again."));
    case ErrorKind::CredentialsExpired:
        return editConnection(ErrorText::tr("Enter fresh keys."));
    case ErrorKind::CredentialsMissing:
        return editConnection(ErrorText::tr("Enter them."));
    case ErrorKind::ClockSkewed:
        return tryAgain(ErrorText::tr("Set the clock, then try again."));
    default:
        return {};
    }
}

std::optional<Remedy> keychainRemedy(const Error& error)
{
    if (error.code == u"too-large")
        return tryAgain(ErrorText::tr("They can be used for this session only."));
    const QString button = ErrorText::tr("Unlock and try again");
    switch (error.kind) {
    case ErrorKind::KeychainUnavailable:
        return tryAgain(ErrorText::tr("Start one, or enter the keys for this session only."));
    case ErrorKind::KeychainSilent:
        return tryAgain(ErrorText::tr("It may be waiting for its password in another window."));
    case ErrorKind::KeychainLocked:
    case ErrorKind::KeychainDenied:
        return Remedy{RemedyAction::UnlockKeychain, ErrorText::tr("Unlock it."), button};
    case ErrorKind::SecretNotFound:
        return Remedy{RemedyAction::UnlockKeychain,
                      ErrorText::tr("If it is locked, unlock it; else enter the keys again."),
                      button};
    default:
        return {};
    }
}

std::optional<Remedy> localRemedy(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::ConfigurationInvalid:
        return editConnection(ErrorText::tr("Change it in the connection."));
    case ErrorKind::CaBundleUnusable:
        return tryAgain(ErrorText::tr("It must name a file of certificates in PEM form."));
    case ErrorKind::SandboxUnavailable:
    case ErrorKind::JournalUnavailable:
        return tryAgain(ErrorText::tr("Look at the details, then try again."));
    case ErrorKind::IntentClaimed:
        return tryAgain(ErrorText::tr("Wait until it has ended there."));
    case ErrorKind::EarlierOutcomeUnknown:
        return Remedy{RemedyAction::CheckOutcome,
                      ErrorText::tr("Settle that one first, so that no task is made twice."),
                      ErrorText::tr("Check again")};
    case ErrorKind::EarlierCreateSucceeded:
        return Remedy{RemedyAction::OpenTask,
                      ErrorText::tr("Look at that task before you create another one."),
                      ErrorText::tr("Open task")};
    case ErrorKind::FileUnreadable:
    case ErrorKind::FileTooLarge:
    case ErrorKind::FileMalformed:
    case ErrorKind::FileTooNew:
        return Remedy{RemedyAction::UseOtherFile, ErrorText::tr("Choose another file."),
                      ErrorText::tr("Choose file…")};
    case ErrorKind::FileUnwritable:
        return Remedy{
            RemedyAction::UseOtherFile,
            ErrorText::tr("Check the free space and your rights, or choose another place."),
            ErrorText::tr("Choose place…")};
    case ErrorKind::NameTaken:
        return Remedy{RemedyAction::UseOtherName, ErrorText::tr("Choose another name."),
                      ErrorText::tr("Rename…")};
    default:
        return keychainRemedy(error);
    }
}

} // namespace

QString errorSentence(const Error& error)
{
    for (const QString& sentence :
         {signInSentence(error), networkSentence(error.kind), serviceSentence(error.kind),
          localSentence(error), fileSentence(error)}) {
        if (!sentence.isEmpty())
            return sentence;
    }
    return ErrorText::tr("It did not work.");
}

std::optional<Remedy> errorRemedy(const Error& error)
{
    if (error.maybeExecuted) {
        return Remedy{
            RemedyAction::CheckOutcome,
            ErrorText::tr("It may have been carried out all the same: check before anything else."),
            ErrorText::tr("Check and try again")};
    }
    for (const auto& remedy : {signInRemedy(error), networkRemedy(error.kind),
                               serviceRemedy(error.kind), localRemedy(error)}) {
        if (remedy)
            return remedy;
    }
    return {};
}

QString errorMessage(const Error& error)
{
    const auto remedy = errorRemedy(error);
    return remedy ? errorSentence(error) + u' ' + remedy->advice : errorSentence(error);
}

QString errorDetails(const Error& error)
{
    QStringList lines;
    if (!error.code.isEmpty())
        lines << ErrorText::tr("Code: %1").arg(error.code);
    if (!error.detail.isEmpty())
        lines << ErrorText::tr("Text: %1").arg(error.detail);
    if (error.httpStatus != 0)
        lines << ErrorText::tr("HTTP status: %1").arg(error.httpStatus);
    if (!error.requestId.isEmpty())
        lines << ErrorText::tr("Request ID: %1").arg(error.requestId);
    return lines.join(u'\n');
}

} // namespace fuotadesk
