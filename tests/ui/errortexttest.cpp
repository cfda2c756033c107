#include "text/errortext.h"

#include "support/testcase.h"

#include <QSet>

namespace fuotadesk {

class ErrorTextTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasASentenceOfItsOwn();
    void everyKindButCancelledRefusedAndInputHasARemedy();
    void wordsKeepTheHouseStyle();
    void configurationErrorsNameWhatIsWrong();
    void anUnsureOutcomeIsCheckedFirst();
    void codesStandInTheDetailsOnly();
};

namespace {

constexpr int LastKind = static_cast<int>(ErrorKind::InputInvalid);

QList<Error> oneOfEachKind()
{
    QList<Error> errors;
    for (int kind = 0; kind <= LastKind; ++kind) {
        Error error;
        error.kind = static_cast<ErrorKind>(kind);
        errors << error;
    }
    return errors;
}

} // namespace

void ErrorTextTest::everyKindHasASentenceOfItsOwn()
{
    QSet<QString> seen;
    for (const Error& error : oneOfEachKind()) {
        const QString sentence = errorSentence(error);
        QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
        QVERIFY2(sentence != QStringLiteral("It did not work."),
                 qPrintable(QString::number(static_cast<int>(error.kind))));
        QVERIFY2(!seen.contains(sentence), qPrintable(sentence));
        seen << sentence;
    }
}

void ErrorTextTest::everyKindButCancelledRefusedAndInputHasARemedy()
{
    for (const Error& error : oneOfEachKind()) {
        const bool without = error.kind == ErrorKind::Cancelled || error.kind == ErrorKind::Refused
            || error.kind == ErrorKind::InputInvalid || error.kind == ErrorKind::ValidationFailed;
        const auto remedy = errorRemedy(error);
        QCOMPARE(!remedy, without);
        QVERIFY(!remedy || (remedy->advice.endsWith(u'.') && !remedy->button.isEmpty()));
    }
}

void ErrorTextTest::wordsKeepTheHouseStyle()
{
    for (const Error& error : oneOfEachKind()) {
        const QString message = errorMessage(error);
        QVERIFY2(!message.contains(u'!'), qPrintable(message));
        QVERIFY2(!message.contains(QStringLiteral("please"), Qt::CaseInsensitive),
                 qPrintable(message));
        QVERIFY2(!message.contains(u'%'), qPrintable(message));
        QVERIFY2(!message.contains(QStringLiteral("successful")), qPrintable(message));
    }
}

void ErrorTextTest::configurationErrorsNameWhatIsWrong()
{
    QSet<QString> seen;
    const QStringList codes = {QStringLiteral("endpoint-url"), QStringLiteral("region"),
                               QStringLiteral("fips-with-custom-endpoint"),
                               QStringLiteral("dualstack-with-custom-endpoint"),
                               QStringLiteral("something else")};
    for (const QString& code : codes) {
        Error error;
        error.kind = ErrorKind::ConfigurationInvalid;
        error.code = code;
        seen << errorSentence(error);
    }
    QCOMPARE(seen.size(), codes.size());
}

void ErrorTextTest::anUnsureOutcomeIsCheckedFirst()
{
    Error error;
    error.kind = ErrorKind::TimedOut;
    QCOMPARE(errorRemedy(error)->action, RemedyAction::TryAgain);
    error.maybeExecuted = true;
    QCOMPARE(errorRemedy(error)->action, RemedyAction::CheckOutcome);
}

void ErrorTextTest::codesStandInTheDetailsOnly()
{
    Error error;
    error.kind = ErrorKind::AccessDenied;
    error.code = QStringLiteral("AccessDeniedException");
    error.detail = QStringLiteral("User is not authorized");
    error.httpStatus = 403;
    error.requestId = QStringLiteral("7f3a");
    QVERIFY(!errorMessage(error).contains(error.code));
    const QString details = errorDetails(error);
    for (const QString& part : {error.code, error.detail, QStringLiteral("403"), error.requestId})
        QVERIFY2(details.contains(part), qPrintable(part));
    QVERIFY(errorDetails(Error()).isEmpty());
}

FUOTADESK_TEST(ErrorTextTest);

} // namespace fuotadesk

#include "errortexttest.moc"
