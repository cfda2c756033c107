#include "text/signintext.h"

#include "text/signinrows.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace fuotadesk {

namespace {

struct SignInText {
    Q_DECLARE_TR_FUNCTIONS(SignInText)
};

constexpr qsizetype LongestName = 120; // it comes from files and services

// What Error::detail tells of where it happened: "[profile] step" on a first line of its own, then
// what the step itself had to say.
struct Place {
    QString profile;
    QString step; // "sso_session", "role_arn arn:…"; empty: not in a step
    QString rest;
};

Place placeOf(const Error& error)
{
    static const QRegularExpression form(
        QStringLiteral("^\\[([^\\n]*)\\] ([^\\n]*)(?:\\n([\\s\\S]*))?$"));
    const auto match = form.match(error.detail);
    return match.hasMatch() ? Place{match.captured(1), match.captured(2), match.captured(3)}
                            : Place{error.detail, {}, error.detail};
}

QString shortened(const QString& name)
{
    const QString line = name.section(u'\n', 0, 0);
    return line.size() <= LongestName ? line : line.left(LongestName) + u'…';
}

QString subjectOf(const SignInRow& row, const Error& error)
{
    const Place place = placeOf(error);
    const bool isProfile = row.subject == SignInRow::Profile || place.rest.isEmpty();
    return shortened(isProfile ? place.profile : place.rest);
}

QString rowSentence(const Error& error)
{
    const SignInRow* row = signInRow(error.kind, error.code);
    if (!row)
        return {};
    if (row->subject == SignInRow::Nothing)
        return SignInText::tr(row->sentence);
    const QString subject = subjectOf(*row, error);
    return subject.isEmpty() ? QString() : SignInText::tr(row->sentence).arg(subject);
}

// "/home/me/.aws/config:12", or the file alone.
QString placeInFile(const QString& detail)
{
    static const QRegularExpression form(QStringLiteral("^(.*):([0-9]+)$"));
    const auto match = form.match(detail);
    return match.hasMatch()
        ? SignInText::tr("Line %1 of “%2”").arg(match.captured(2), shortened(match.captured(1)))
        : SignInText::tr("“%1”").arg(shortened(detail));
}

constexpr std::array FileFaults = {
    std::pair{"not-text", QT_TRANSLATE_NOOP("SignInText", "%1 is no text in UTF-8.")},
    std::pair{"section-open", QT_TRANSLATE_NOOP("SignInText", "%1 opens a “[” without a “]”.")},
    std::pair{"no-section",
              QT_TRANSLATE_NOOP("SignInText", "%1 has a property before the first section.")},
    std::pair{"no-property",
              QT_TRANSLATE_NOOP("SignInText", "%1 is indented, and goes on with no property.")},
    std::pair{"no-equals", QT_TRANSLATE_NOOP("SignInText", "%1 has no “=”.")},
    std::pair{"no-name", QT_TRANSLATE_NOOP("SignInText", "%1 has no name before its “=”.")},
    std::pair{"sub-no-equals", QT_TRANSLATE_NOOP("SignInText", "%1 is indented and has no “=”.")},
    std::pair{"sub-no-name",
              QT_TRANSLATE_NOOP("SignInText", "%1 is indented and has no name before its “=”.")},
};

// Of the shared files, which have no other codes.
QString fileSentence(const Error& error)
{
    if (error.kind != ErrorKind::FileMalformed)
        return {};
    for (const auto& [code, sentence] : FileFaults) {
        if (error.code == QLatin1String(code))
            return SignInText::tr(sentence).arg(placeInFile(error.detail));
    }
    return {};
}

bool isProperty(const QString& code)
{
    constexpr std::array names = {"aws_access_key_id", "aws_secret_access_key", "role_arn",
                                  "sso_account_id", "sso_role_name"};
    return std::any_of(names.begin(), names.end(),
                       [&code](const char* name) { return code == QLatin1String(name); });
}

QString processSentence(ErrorKind kind, const QString& profile)
{
    switch (kind) {
    case ErrorKind::TimedOut:
        return SignInText::tr("The credential_process of profile “%1” does not come to an end.")
            .arg(profile);
    case ErrorKind::AnswerMalformed:
        return SignInText::tr("The credential_process of profile “%1” prints no credentials.")
            .arg(profile);
    case ErrorKind::AnswerTooLarge:
        return SignInText::tr("The credential_process of profile “%1” prints too much.")
            .arg(profile);
    default:
        return {};
    }
}

// What is told by the step in which it happened.
QString stepSentence(const Error& error)
{
    const Place place = placeOf(error);
    const QString profile = shortened(place.profile);
    if (place.step == u"credential_process")
        return processSentence(error.kind, profile);
    if (error.kind == ErrorKind::AccessDenied && place.step.startsWith(u"role_arn "))
        return SignInText::tr("Profile “%1” was not given the role “%2”.")
            .arg(profile, shortened(place.step.section(u' ', 1)));
    const bool isFile = error.kind == ErrorKind::FileMalformed
        || error.kind == ErrorKind::FileUnreadable || error.kind == ErrorKind::FileTooLarge;
    if (isFile && !place.step.isEmpty())
        return SignInText::tr("What profile “%1” signs in with can not be read from “%2”.")
            .arg(profile, shortened(place.rest));
    return {};
}

QString propertySentence(const Error& error)
{
    if (error.kind != ErrorKind::ConfigurationInvalid || !isProperty(error.code)
        || error.detail.isEmpty())
        return {};
    return SignInText::tr("Profile “%1” has no %2.")
        .arg(shortened(placeOf(error).profile), error.code);
}

Remedy tryAgain(const QString& advice)
{
    return {RemedyAction::TryAgain, advice, SignInText::tr("Try again")};
}

std::optional<Remedy> stepRemedy(const Error& error)
{
    const Place place = placeOf(error);
    if (place.step == u"credential_process")
        return tryAgain(
            SignInText::tr("Run its command in a terminal to see what it does, then try again."));
    if (place.step.startsWith(u"role_arn "))
        return tryAgain(SignInText::tr(
            "Check the trust policy of the role, and the code where one was asked for."));
    if (place.step == u"login_session")
        return tryAgain(SignInText::tr("Run “aws login” in a terminal, then try again."));
    return Remedy{RemedyAction::SignIn, SignInText::tr("Sign in once more."),
                  SignInText::tr("Sign in…")};
}

} // namespace

QString signInSentence(const Error& error)
{
    for (const QString& sentence :
         {rowSentence(error), fileSentence(error), propertySentence(error), stepSentence(error)}) {
        if (!sentence.isEmpty())
            return sentence;
    }
    return {};
}

std::optional<Remedy> signInRemedy(const Error& error)
{
    if (!rowSentence(error).isEmpty()) {
        const SignInRow* row = signInRow(error.kind, error.code);
        if (row->action == RemedyAction::SignIn)
            return Remedy{row->action, SignInText::tr(row->advice), SignInText::tr("Sign in…")};
        if (row->action == RemedyAction::EditConnection)
            return Remedy{row->action, SignInText::tr(row->advice),
                          SignInText::tr("Edit connection…")};
        return tryAgain(SignInText::tr(row->advice));
    }
    if (!fileSentence(error).isEmpty())
        return tryAgain(SignInText::tr("Correct it in an editor, then try again."));
    if (!propertySentence(error).isEmpty())
        return tryAgain(
            SignInText::tr("Correct it in the AWS configuration files, then try again."));
    return stepSentence(error).isEmpty() ? std::nullopt : stepRemedy(error);
}

QString signInFarewell()
{
    return SignInText::tr("FUOTA Desk goes on by itself. You can close this page.");
}

} // namespace fuotadesk
