#include "text/signinrows.h"

#include <array>

namespace fuotadesk {

namespace {

using enum ErrorKind;

constexpr auto CorrectFiles =
    QT_TRANSLATE_NOOP("SignInText", "Correct it in the AWS configuration files, then try again.");
constexpr auto LogIn =
    QT_TRANSLATE_NOOP("SignInText", "Run “aws login” in a terminal, then try again.");
constexpr auto SignIn = QT_TRANSLATE_NOOP("SignInText", "Sign in.");
constexpr auto Again = QT_TRANSLATE_NOOP("SignInText", "Sign in once more.");

constexpr std::array Rows = {
    // the chain of a profile
    SignInRow{
        ConfigurationInvalid, "profile-missing", SignInRow::Rest,
        QT_TRANSLATE_NOOP("SignInText", "The AWS configuration files have no profile “%1”."),
        QT_TRANSLATE_NOOP("SignInText", "Choose another one, or add it with “aws configure”.")},
    SignInRow{ConfigurationInvalid, "no-region", SignInRow::Rest,
              QT_TRANSLATE_NOOP("SignInText", "Profile “%1” names no region."),
              QT_TRANSLATE_NOOP("SignInText", "Choose one in the connection."),
              RemedyAction::EditConnection},
    SignInRow{
        ConfigurationInvalid, "profile-empty", SignInRow::Rest,
        QT_TRANSLATE_NOOP("SignInText", "Profile “%1” does not say where its keys come from."),
        CorrectFiles},
    SignInRow{ConfigurationInvalid, "profile-loop", SignInRow::Rest,
              QT_TRANSLATE_NOOP("SignInText", "Profiles take their keys from each other: %1."),
              CorrectFiles},
    SignInRow{ConfigurationInvalid, "source-missing", SignInRow::Rest,
              QT_TRANSLATE_NOOP("SignInText",
                                "Profile “%1” has role_arn, but neither source_profile nor "
                                "credential_source."),
              CorrectFiles},
    SignInRow{ConfigurationInvalid, "source-twice", SignInRow::Rest,
              QT_TRANSLATE_NOOP("SignInText",
                                "Profile “%1” has both source_profile and credential_source."),
              CorrectFiles},
    SignInRow{
        ConfigurationInvalid, "duration", SignInRow::Rest,
        QT_TRANSLATE_NOOP("SignInText",
                          "The duration_seconds of profile “%1” is no number from 900 to 43200."),
        CorrectFiles},
    SignInRow{
        ConfigurationInvalid, "sso_session", SignInRow::Rest,
        QT_TRANSLATE_NOOP("SignInText", "The AWS configuration file has no sso-session “%1”."),
        CorrectFiles},
    SignInRow{ConfigurationInvalid, "sso_region", SignInRow::Rest,
              QT_TRANSLATE_NOOP("SignInText",
                                "Profile “%1” has no sso_region, or another one than its "
                                "sso-session."),
              CorrectFiles},
    SignInRow{ConfigurationInvalid, "sso_start_url", SignInRow::Rest,
              QT_TRANSLATE_NOOP("SignInText",
                                "Profile “%1” has no sso_start_url, or another one than "
                                "its sso-session."),
              CorrectFiles},
    SignInRow{ConfigurationInvalid, "sso-session", SignInRow::Rest,
              QT_TRANSLATE_NOOP("SignInText", "Profile “%1” does not sign in with a browser."),
              QT_TRANSLATE_NOOP("SignInText", "Choose a profile with an sso_session.")},
    SignInRow{ConfigurationInvalid, "credential_source", SignInRow::Rest,
              QT_TRANSLATE_NOOP("SignInText",
                                "The credential_source “%1” exists on machines of AWS "
                                "only."),
              CorrectFiles},
    SignInRow{ConfigurationInvalid, "credential_process", SignInRow::Profile,
              QT_TRANSLATE_NOOP("SignInText",
                                "The credential_process of profile “%1” can not be started."),
              CorrectFiles},
    SignInRow{ConfigurationInvalid, "dpopKey", SignInRow::Profile,
              QT_TRANSLATE_NOOP("SignInText",
                                "The key that “aws login” has left for profile “%1” can "
                                "not be used."),
              LogIn},
    // keys that are not there, or not any more
    SignInRow{
        CredentialsMissing, "no-profile", SignInRow::Rest,
        QT_TRANSLATE_NOOP("SignInText", "There is no profile “%1”, and no key in the environment."),
        QT_TRANSLATE_NOOP("SignInText", "Add one with “aws configure”, then try again.")},
    SignInRow{CredentialsMissing, "sso-token", SignInRow::Rest,
              QT_TRANSLATE_NOOP("SignInText", "Nobody is signed in at “%1”."), SignIn,
              RemedyAction::SignIn},
    SignInRow{CredentialsExpired, "sso-token", SignInRow::Profile,
              QT_TRANSLATE_NOOP("SignInText", "The sign-in for “%1” has ended."), Again,
              RemedyAction::SignIn},
    SignInRow{CredentialsMissing, "login-session", SignInRow::Rest,
              QT_TRANSLATE_NOOP("SignInText", "“aws login” has left no session for “%1”."), LogIn},
    SignInRow{CredentialsExpired, "login-session", SignInRow::Rest,
              QT_TRANSLATE_NOOP("SignInText", "The session of “aws login” for “%1” has ended."),
              LogIn},
    SignInRow{CredentialsMissing, "mfa", SignInRow::Rest,
              QT_TRANSLATE_NOOP("SignInText",
                                "The code of the device “%1” is needed, and can not be "
                                "asked for here."),
              QT_TRANSLATE_NOOP("SignInText", "Use the window, or a profile without mfa_serial.")},
    SignInRow{
        CredentialsMissing, "process-exit", SignInRow::Profile,
        QT_TRANSLATE_NOOP("SignInText",
                          "The credential_process of profile “%1” ended with an error."),
        QT_TRANSLATE_NOOP("SignInText", "Look at the details for what it said, then try again.")},
    SignInRow{CredentialsMissing, "AWS_ACCESS_KEY_ID", SignInRow::Nothing,
              QT_TRANSLATE_NOOP("SignInText", "The environment has no AWS_ACCESS_KEY_ID."),
              QT_TRANSLATE_NOOP("SignInText", "Set it, then start the program again.")},
    SignInRow{
        CredentialsMissing, "AWS_SECRET_ACCESS_KEY", SignInRow::Nothing,
        QT_TRANSLATE_NOOP("SignInText",
                          "The environment has AWS_ACCESS_KEY_ID, but no AWS_SECRET_ACCESS_KEY."),
        QT_TRANSLATE_NOOP("SignInText", "Set it, then start the program again.")},
    // signing in with a browser
    SignInRow{AccessDenied, "access_denied", SignInRow::Nothing,
              QT_TRANSLATE_NOOP("SignInText", "The sign-in was declined in the browser."),
              QT_TRANSLATE_NOOP("SignInText", "Try again, and allow it there.")},
    SignInRow{TimedOut, "expired_token", SignInRow::Nothing,
              QT_TRANSLATE_NOOP("SignInText", "The time to sign in in the browser is over."),
              QT_TRANSLATE_NOOP("SignInText", "Try again.")},
    SignInRow{ValidationFailed, "invalid_grant", SignInRow::Nothing,
              QT_TRANSLATE_NOOP("SignInText", "The service does not accept this sign-in any more."),
              QT_TRANSLATE_NOOP("SignInText", "Try again from the beginning.")},
    SignInRow{
        ValidationFailed, "invalid_request", SignInRow::Nothing,
        QT_TRANSLATE_NOOP("SignInText", "The service knows no such start page in its region."),
        QT_TRANSLATE_NOOP("SignInText", "Check sso_start_url and sso_region, then try again.")},
    SignInRow{ValidationFailed, "invalid_scope", SignInRow::Nothing,
              QT_TRANSLATE_NOOP("SignInText", "The service does not know a scope of the sign-in."),
              QT_TRANSLATE_NOOP("SignInText", "Check sso_registration_scopes, then try again.")},
    SignInRow{Refused, "loopback", SignInRow::Nothing,
              QT_TRANSLATE_NOOP("SignInText",
                                "The browser could not be given a way back into this "
                                "window."),
              QT_TRANSLATE_NOOP("SignInText", "Use a code instead.")},
};

} // namespace

const SignInRow* signInRow(ErrorKind kind, const QString& code)
{
    for (const SignInRow& row : Rows) {
        if (row.kind == kind && code == QLatin1String(row.code))
            return &row;
    }
    return nullptr;
}

} // namespace fuotadesk
