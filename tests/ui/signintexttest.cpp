#include "text/signintext.h"

#include "support/testcase.h"

#include <QSet>

namespace fuotadesk {

class SignInTextTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeNamesWhatItIsAbout_data();
    void everyCodeNamesWhatItIsAbout();
    void stepsNameTheirProfile_data();
    void stepsNameTheirProfile();
    void lineOfAFileIsNamed();
    void endedSignInOffersAnother();
    void otherErrorsKeepTheirWords();
    void longNamesAreCut();
};

namespace {

Error errorOf(ErrorKind kind, const char* code, const char* detail)
{
    return {kind, QString::fromLatin1(code), QString::fromUtf8(detail), 0, {}, {}, false};
}

void keepsTheHouseStyle(const Error& error)
{
    const QString message = errorMessage(error);
    QVERIFY2(message.endsWith(u'.'), qPrintable(message));
    for (const auto& word : {QStringLiteral("!"), QStringLiteral("please"), QStringLiteral("%")})
        QVERIFY2(!message.contains(word, Qt::CaseInsensitive), qPrintable(message));
    QVERIFY(errorRemedy(error));
    QVERIFY(!errorRemedy(error)->button.isEmpty());
}

using enum ErrorKind;

} // namespace

void SignInTextTest::everyCodeNamesWhatItIsAbout_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("subject"); // what has to stand in the sentence, and is the detail
    const auto rows = [](ErrorKind kind, const QString& subject, const QStringList& codes) {
        for (const QString& code : codes)
            QTest::addRow("%d %s", int(kind), qPrintable(code)) << kind << code << subject;
    };
    const QString prod = QStringLiteral("prod");
    rows(ConfigurationInvalid, prod,
         QStringLiteral(
             "profile-missing no-region profile-empty profile-loop source-missing source-twice "
             "duration sso_session sso_region sso_start_url sso-session "
             "credential_source credential_process dpopKey aws_access_key_id "
             "aws_secret_access_key role_arn sso_account_id sso_role_name")
             .split(u' '));
    rows(CredentialsMissing, prod,
         QStringLiteral("no-profile sso-token login-session mfa process-exit").split(u' '));
    rows(CredentialsExpired, prod, QStringLiteral("sso-token login-session").split(u' '));
    rows(CredentialsMissing, {},
         QStringLiteral("AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY").split(u' '));
    rows(AccessDenied, {}, {QStringLiteral("access_denied")});
    rows(TimedOut, {}, {QStringLiteral("expired_token")});
    rows(Refused, {}, {QStringLiteral("loopback")});
    rows(ValidationFailed, {},
         QStringLiteral("invalid_grant invalid_request invalid_scope").split(u' '));
    rows(FileMalformed, QStringLiteral("/home/me/.aws/config"),
         QStringLiteral("not-text section-open no-section no-property no-equals no-name "
                        "sub-no-equals sub-no-name")
             .split(u' '));
}

void SignInTextTest::everyCodeNamesWhatItIsAbout()
{
    QFETCH(ErrorKind, kind);
    QFETCH(QString, code);
    QFETCH(QString, subject);
    const Error error{kind, code, subject, 0, {}, {}, false};
    const QString sentence = errorSentence(error);
    QVERIFY2(sentence.contains(subject), qPrintable(sentence));
    QCOMPARE(sentence, signInSentence(error));
    QCOMPARE(errorRemedy(error), signInRemedy(error));
    keepsTheHouseStyle(error);
}

void SignInTextTest::stepsNameTheirProfile_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("says");
    const auto row = [](ErrorKind kind, const char* code, const char* detail, const char* says) {
        QTest::newRow(says) << errorOf(kind, code, detail) << QString::fromUtf8(says);
    };
    row(AccessDenied, "AccessDenied", "[prod] role_arn arn:aws:iam::1:role/r\nnot authorized",
        "Profile “prod” was not given the role “arn:aws:iam::1:role/r”.");
    row(CredentialsMissing, "process-exit", "[prod] credential_process\nno such vault",
        "The credential_process of profile “prod” ended with an error.");
    row(TimedOut, "", "[prod] credential_process",
        "The credential_process of profile “prod” does not come to an end.");
    row(AnswerMalformed, "Version", "[prod] credential_process",
        "The credential_process of profile “prod” prints no credentials.");
    row(AnswerTooLarge, "", "[prod] credential_process",
        "The credential_process of profile “prod” prints too much.");
    row(CredentialsMissing, "sso-token", "[prod] sso_session\ncorp",
        "Nobody is signed in at “corp”.");
    row(CredentialsExpired, "sso-token", "[prod] sso_session\ntoken not found or invalid",
        "The sign-in for “prod” has ended.");
    row(CredentialsMissing, "mfa", "[prod] role_arn arn:r\narn:aws:iam::1:mfa/me",
        "The code of the device “arn:aws:iam::1:mfa/me” is needed, and can not be asked for here.");
    row(ConfigurationInvalid, "credential_source", "[prod] credential_source\nEc2InstanceMetadata",
        "The credential_source “Ec2InstanceMetadata” exists on machines of AWS only.");
    row(ConfigurationInvalid, "sso_account_id", "[prod] sso_session",
        "Profile “prod” has no sso_account_id.");
    row(FileMalformed, "expiresAt", "[prod] sso_session\n/cache/x.json",
        "What profile “prod” signs in with can not be read from “/cache/x.json”.");
    row(FileUnreadable, "", "[prod] login_session\n/cache/y.json",
        "What profile “prod” signs in with can not be read from “/cache/y.json”.");
}

void SignInTextTest::stepsNameTheirProfile()
{
    QFETCH(Error, error);
    QFETCH(QString, says);
    QCOMPARE(errorSentence(error), says);
    keepsTheHouseStyle(error);
}

void SignInTextTest::lineOfAFileIsNamed()
{
    const Error error = errorOf(FileMalformed, "no-equals", "/home/me/.aws/config:12");
    QCOMPARE(errorSentence(error), QStringLiteral("Line 12 of “/home/me/.aws/config” has no “=”."));
    QCOMPARE(errorRemedy(error)->action, RemedyAction::TryAgain);
}

void SignInTextTest::endedSignInOffersAnother()
{
    for (const ErrorKind kind : {CredentialsMissing, CredentialsExpired})
        QCOMPARE(errorRemedy(errorOf(kind, "sso-token", "dev"))->action, RemedyAction::SignIn);
    QCOMPARE(errorRemedy(errorOf(CredentialsExpired, "login-session", "dev"))->action,
             RemedyAction::TryAgain);
}

void SignInTextTest::otherErrorsKeepTheirWords()
{
    for (const Error& error :
         {errorOf(ConfigurationInvalid, "endpoint-url", ""), errorOf(FileMalformed, "task", "x"),
          errorOf(CredentialsExpired, "ExpiredTokenException", ""),
          errorOf(AccessDenied, "AccessDeniedException", "User: [x] role_arn y"),
          errorOf(CredentialsMissing, "sso-token", "")}) {
        QVERIFY2(signInSentence(error).isEmpty(), qPrintable(error.code));
        QVERIFY2(!signInRemedy(error), qPrintable(error.code));
    }
    QVERIFY(signInFarewell().endsWith(u'.'));
}

void SignInTextTest::longNamesAreCut()
{
    Error error = errorOf(ConfigurationInvalid, "profile-missing", "");
    error.detail = QString(100'000, u'p');
    QVERIFY(errorSentence(error).size() < 200);
}

FUOTADESK_TEST(SignInTextTest);

} // namespace fuotadesk

#include "signintexttest.moc"
