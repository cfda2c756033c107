#include "sandbox/answers.h"
#include "iotwireless/operations.h"
#include "support/fakes.h"
#include "support/testcase.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace fuotadesk {

class AnswersTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void errorsHaveTheModelsShape_data();
    void errorsHaveTheModelsShape();
    void messageIsNoLongerThanTheModelAllows();
    void stampIsAnHttpDateAndAnId();
    void answersSpellTimesAsTheirShapesDo();
    void membersOfNoShapeStay();
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
    row(notFound("FuotaTask", QStringLiteral("id")), withResource);
    row(tokenConflict("FuotaTask", QStringLiteral("id")), withResource);
    row(tooManyTags(QStringLiteral("arn")), {message, QStringLiteral("ResourceName")});
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
        {"ValidationException", 400},      {"ResourceNotFoundException", 404},
        {"ConflictException", 409},        {"ThrottlingException", 429},
        {"TooManyTagsException", 400},     {"UnknownOperationException", 404},
        {"InvalidSignatureException", 403}};
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
    HttpAnswer answer = outputAnswer(deleteFuotaTaskOperation(), {});
    stamp(answer, QStringLiteral("id-1"), clock.now());
    QCOMPARE(headerValue(answer.headers, "date"), QByteArray("Fri, 02 Jan 2026 03:04:05 GMT"));
    QCOMPARE(headerValue(answer.headers, "x-amzn-requestid"), QByteArray("id-1"));
}

void AnswersTest::answersSpellTimesAsTheirShapesDo()
{
    const QJsonObject task{
        {QStringLiteral("CreatedAt"), 1767323045.5},
        {QStringLiteral("LoRaWAN"), QJsonObject{{QStringLiteral("StartTime"), 1767323045}}}};
    const HttpAnswer answer = outputAnswer(getFuotaTaskOperation(), task);
    QCOMPARE(answer.status, 200);
    QCOMPARE(headerValue(answer.headers, "Content-Type"), QByteArray("application/json"));
    const QJsonDocument body = QJsonDocument::fromJson(answer.body);
    QCOMPARE(body[QStringLiteral("CreatedAt")], QJsonValue(1767323045.5));
    QCOMPARE(body[QStringLiteral("LoRaWAN")][QStringLiteral("StartTime")].toString(),
             QStringLiteral("2026-01-02T03:04:05Z"));
}

void AnswersTest::membersOfNoShapeStay()
{
    const QJsonObject list{{QStringLiteral("FuotaTaskList"),
                            QJsonArray{QJsonObject{{QStringLiteral("Id"), QStringLiteral("i")},
                                                   {QStringLiteral("Later"), true}}}}};
    const HttpAnswer answer = outputAnswer(listFuotaTasksOperation(), list);
    QCOMPARE(QJsonDocument::fromJson(answer.body).object(), list);
}

void AnswersTest::emptyAnswerHasNoContent()
{
    const HttpAnswer answer = outputAnswer(deleteFuotaTaskOperation(), {});
    QCOMPARE(answer.status, 204);
    QVERIFY(answer.body.isEmpty());
    QVERIFY(headerValue(answer.headers, "Content-Type").isEmpty());
    // no content is not the same as an empty object
    QCOMPARE(outputAnswer(putResourceLogLevelOperation(), {}).body, QByteArray("{}"));
}

FUOTADESK_TEST(AnswersTest);

} // namespace fuotadesk

#include "answerstest.moc"
