#include "sandbox/answers.h"
#include "support/fakes.h"
#include "support/testcase.h"

#include <QJsonDocument>

namespace fuotadesk {

class AnswersTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void errorsHaveTheModelsShape_data();
    void errorsHaveTheModelsShape();
    void messageIsNoLongerThanTheModelAllows();
    void stampIsAnHttpDateAndAnId();
    void emptyAnswerHasNoContent();
};

void AnswersTest::errorsHaveTheModelsShape_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QStringList>("members");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const ServiceError& error, const QStringList& members) {
        const HttpAnswer answer = errorAnswer(error);
        QTest::newRow(error.code.constData())
            << answer.status << headerValue(answer.headers, "x-amzn-errortype") << members
            << answer.body;
    };
    const QString message = QStringLiteral("Message");
    const QStringList withResource{message, QStringLiteral("ResourceId"),
                                   QStringLiteral("ResourceType")};
    row(validationError(QStringLiteral("x")), {message});
    row(taskNotFound(QStringLiteral("id")), withResource);
    row(tokenConflict(QStringLiteral("id")), withResource);
    row(rateExceeded(), {message});
    row(unknownOperation(), {QStringLiteral("message")});
    row(authenticationError("InvalidSignatureException", QStringLiteral("x")),
        {QStringLiteral("message")});
}

void AnswersTest::errorsHaveTheModelsShape()
{
    QFETCH(QByteArray, body);
    QTEST(QJsonDocument::fromJson(body).object().keys(), "members");
    static const QMap<QByteArray, int> statuses{
        {"ValidationException", 400},       {"ResourceNotFoundException", 404},
        {"ConflictException", 409},         {"ThrottlingException", 429},
        {"UnknownOperationException", 404}, {"InvalidSignatureException", 403}};
    QFETCH(QByteArray, code);
    QTEST(statuses.value(code), "status");
}

void AnswersTest::messageIsNoLongerThanTheModelAllows()
{
    const HttpAnswer answer = errorAnswer(validationError(QString(5000, u'x')));
    const auto text = QJsonDocument::fromJson(answer.body)[QStringLiteral("Message")].toString();
    QCOMPARE(text.size(), 2048);
}

void AnswersTest::stampIsAnHttpDateAndAnId()
{
    const FakeClock clock;
    HttpAnswer answer = emptyAnswer();
    stamp(answer, QStringLiteral("id-1"), clock.now());
    QCOMPARE(headerValue(answer.headers, "date"), QByteArray("Fri, 02 Jan 2026 03:04:05 GMT"));
    QCOMPARE(headerValue(answer.headers, "x-amzn-requestid"), QByteArray("id-1"));
}

void AnswersTest::emptyAnswerHasNoContent()
{
    QCOMPARE(emptyAnswer().status, 204);
    QVERIFY(emptyAnswer().body.isEmpty());
    QVERIFY(headerValue(emptyAnswer().headers, "Content-Type").isEmpty());
}

FUOTADESK_TEST(AnswersTest);

} // namespace fuotadesk

#include "answerstest.moc"
