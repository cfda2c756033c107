#include "aws/serviceerror.h"
#include "support/testcase.h"

namespace fuotadesk {

using namespace std::chrono_literals;

class ServiceErrorTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void readsTheCode_data();
    void readsTheCode();
    void readsXml();
    void typesTheCode_data();
    void typesTheCode();
    void fallsBackToTheStatus_data();
    void fallsBackToTheStatus();
    void tellsSkewFromAWrongKey_data();
    void tellsSkewFromAWrongKey();
    void foreignPagesAreNotTheService_data();
    void foreignPagesAreNotTheService();
    void carriesTextRequestIdAndRetryAfter();
    void readsRetryAfterInSeconds();
    void boundsTheDetail();
    void tellsWhatMayHaveBeenExecuted_data();
    void tellsWhatMayHaveBeenExecuted();
    void unreadableSuccessIsUnsure();
};

namespace {

HttpRequest request(const QByteArray& method = "POST")
{
    HttpRequest result;
    result.method = method;
    return result;
}

HttpResponse response(int status, const QByteArray& body, const QByteArray& type = {})
{
    HttpResponse result;
    result.status = status;
    result.body = body;
    if (!type.isEmpty())
        result.headers.append(HttpHeader{"x-amzn-ErrorType", type});
    return result;
}

} // namespace

void ServiceErrorTest::readsTheCode_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    const auto add = [](const char* name, const char* header, const char* body, const char* code) {
        QTest::newRow(name) << QByteArray(header) << QByteArray(body) << QString::fromLatin1(code);
    };
    add("header", "FooError", "{}", "FooError");
    add("colon", "FooError:", "", "FooError");
    add("namespace and address", "aws.x#FooError:http://h/a#b", "{}", "FooError");
    add("code", "", R"({"code": "FooError"})", "FooError");
    add("type", "", R"({"__type": "aws.x#FooError:http://h/"})", "FooError");
    add("header first", "FooError", R"({"__type": "Bar", "code": "Baz"})", "FooError");
    add("nothing", "", "{}", "");
    add("code of the wrong type", "", R"({"code": 7})", "");
    add("cut off", "", R"({"__type": "Foo)", "");
}

void ServiceErrorTest::readsTheCode()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, body);
    QTEST(serviceErrorCode(response(400, body, header)), "code");
}

void ServiceErrorTest::readsXml()
{
    const QByteArray wrapped =
        "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error>"
        "<Type>Sender</Type><Code>AccessDenied</Code><Message>Not &lt;you&gt;</Message>"
        "</Error><RequestId>r-1</RequestId></ErrorResponse>";
    const Error error = serviceError(request(), response(403, wrapped));
    QCOMPARE(error.kind, ErrorKind::AccessDenied);
    QCOMPARE(error.code, QStringLiteral("AccessDenied"));
    QCOMPARE(error.detail, QStringLiteral("Not <you>"));
    QCOMPARE(error.requestId, QStringLiteral("r-1"));
    const QByteArray bare = "<?xml version=\"1.0\"?>\n<Error><Code>SlowDown</Code></Error>";
    QCOMPARE(serviceError(request(), response(503, bare)).kind, ErrorKind::Throttled);
    const QByteArray cut = wrapped.left(90);
    QCOMPARE(serviceError(request(), response(403, cut)).kind, ErrorKind::AnswerMalformed);
    const QByteArray late = QByteArray(wrapped)
                                .replace("AccessDenied", "SignatureDoesNotMatch")
                                .replace("Not &lt;you&gt;", "Signature expired: 2026");
    QCOMPARE(serviceError(request(), response(403, late)).kind, ErrorKind::ClockSkewed);
}

void ServiceErrorTest::typesTheCode_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    const auto add = [](const char* code, int status, ErrorKind kind) {
        QTest::newRow(code) << status << kind;
    };
    add("ValidationException", 400, ErrorKind::ValidationFailed);
    add("TooManyTagsException", 400, ErrorKind::ValidationFailed);
    add("AccessDeniedException", 403, ErrorKind::AccessDenied);
    add("ResourceNotFoundException", 404, ErrorKind::NotFound);
    add("ConflictException", 409, ErrorKind::Conflict);
    add("ThrottlingException", 429, ErrorKind::Throttled);
    add("RequestLimitExceeded", 503, ErrorKind::Throttled);
    add("InternalServerException", 500, ErrorKind::ServiceFailed);
    add("ServiceUnavailable", 503, ErrorKind::ServiceUnavailable);
    add("SignatureDoesNotMatch", 403, ErrorKind::SignatureMismatch);
    add("InvalidSignatureException", 403, ErrorKind::SignatureMismatch);
    add("IncompleteSignature", 400, ErrorKind::SignatureMismatch);
    add("UnrecognizedClientException", 403, ErrorKind::UnknownAccessKey);
    add("InvalidClientTokenId", 403, ErrorKind::UnknownAccessKey);
    add("ExpiredTokenException", 403, ErrorKind::CredentialsExpired);
    add("ExpiredToken", 400, ErrorKind::CredentialsExpired);
    add("MissingAuthenticationToken", 403, ErrorKind::CredentialsMissing);
    add("MissingAuthenticationTokenException", 403, ErrorKind::CredentialsMissing);
    add("RequestExpired", 400, ErrorKind::ClockSkewed);
    add("RequestTimeTooSkewed", 403, ErrorKind::ClockSkewed);
    add("SomethingNewException", 418, ErrorKind::Refused);
}

void ServiceErrorTest::typesTheCode()
{
    QFETCH(const int, status);
    const Error error = serviceError(request(), response(status, "{}", QTest::currentDataTag()));
    QTEST(error.kind, "kind");
    QCOMPARE(error.code, QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(error.httpStatus, status);
}

void ServiceErrorTest::fallsBackToTheStatus_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("302") << ErrorKind::Refused;
    QTest::newRow("400") << ErrorKind::ValidationFailed;
    QTest::newRow("401") << ErrorKind::AccessDenied;
    QTest::newRow("403") << ErrorKind::AccessDenied;
    QTest::newRow("404") << ErrorKind::NotFound;
    QTest::newRow("407") << ErrorKind::ProxyFailed;
    QTest::newRow("409") << ErrorKind::Conflict;
    QTest::newRow("429") << ErrorKind::Throttled;
    QTest::newRow("500") << ErrorKind::ServiceFailed;
    QTest::newRow("502") << ErrorKind::ServiceUnavailable;
    QTest::newRow("503") << ErrorKind::ServiceUnavailable;
    QTest::newRow("504") << ErrorKind::ServiceUnavailable;
}

void ServiceErrorTest::fallsBackToTheStatus()
{
    const int status = QByteArray(QTest::currentDataTag()).toInt();
    for (const char* body : {"", "{}", R"({"message": "why"})"}) {
        const Error error = serviceError(request(), response(status, body));
        QTEST(error.kind, "kind");
        QCOMPARE(error.code, QString::number(status));
    }
}

void ServiceErrorTest::tellsSkewFromAWrongKey_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("behind") << QByteArrayLiteral(
        "Signature expired: 20241008T195522Z is now earlier than "
        "20241008T195940Z (20241008T200440Z - 5 min.)")
                            << ErrorKind::ClockSkewed;
    QTest::newRow("ahead") << QByteArrayLiteral(
        "Signature not yet current: 20170731T092200Z is still later than "
        "20170731T092115Z (20170731T091615Z + 5 min.)")
                           << ErrorKind::ClockSkewed;
    QTest::newRow("wrong key") << QByteArrayLiteral(
        "The request signature we calculated does not match the signature you "
        "provided.") << ErrorKind::SignatureMismatch;
}

void ServiceErrorTest::tellsSkewFromAWrongKey()
{
    QFETCH(const QByteArray, message);
    for (const char* code : {"InvalidSignatureException", "SignatureDoesNotMatch"}) {
        const QByteArray body = "{\"message\":\"" + message + "\"}";
        QTEST(serviceError(request(), response(403, body, code)).kind, "kind");
    }
}

void ServiceErrorTest::foreignPagesAreNotTheService_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    const auto page = QByteArrayLiteral("<html><body>Forbidden by the proxy</body></html>");
    QTest::newRow("403 page") << 403 << page << ErrorKind::AnswerMalformed;
    QTest::newRow("404 page") << 404 << page << ErrorKind::AnswerMalformed;
    QTest::newRow("404 cut JSON") << 404 << QByteArrayLiteral("{\"mess")
                                  << ErrorKind::AnswerMalformed;
    QTest::newRow("429 page") << 429 << page << ErrorKind::Throttled;
    QTest::newRow("500 page") << 500 << page << ErrorKind::ServiceFailed;
    QTest::newRow("503 page") << 503 << page << ErrorKind::ServiceUnavailable;
}

void ServiceErrorTest::foreignPagesAreNotTheService()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QTEST(serviceError(request(), response(status, body)).kind, "kind");
}

void ServiceErrorTest::carriesTextRequestIdAndRetryAfter()
{
    HttpResponse answer = response(429, R"({"Message": "Rate exceeded"})", "ThrottlingException");
    answer.headers.append(HttpHeader{"X-Amzn-RequestId", "r-7"});
    answer.headers.append(HttpHeader{"x-amz-retry-after", "1500"});
    const Error error = serviceError(request(), answer);
    QCOMPARE(error.detail, QStringLiteral("Rate exceeded"));
    QCOMPARE(error.requestId, QStringLiteral("r-7"));
    QCOMPARE(error.retryAfter, std::optional<std::chrono::milliseconds>(1500ms));
}

void ServiceErrorTest::readsRetryAfterInSeconds()
{
    HttpResponse answer = response(503, {});
    answer.headers.append(HttpHeader{"Retry-After", "3"});
    QCOMPARE(serviceError(request(), answer).retryAfter,
             std::optional<std::chrono::milliseconds>(3000ms));
    answer.headers = {{"Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT"}};
    QVERIFY(!serviceError(request(), answer).retryAfter);
}

void ServiceErrorTest::boundsTheDetail()
{
    const QByteArray page(100000, 'x');
    QCOMPARE(serviceError(request(), response(500, page)).detail.size(), 2048);
    const QByteArray json = "{\"message\":\"" + page + "\"}";
    QCOMPARE(serviceError(request(), response(500, json)).detail.size(), 2048);
}

void ServiceErrorTest::tellsWhatMayHaveBeenExecuted_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("earlier");
    QTest::addColumn<bool>("maybe");
    const auto post = QByteArrayLiteral("POST");
    QTest::newRow("refused create") << post << 400 << false << false;
    QTest::newRow("failed create") << post << 500 << false << true;
    QTest::newRow("unavailable") << post << 503 << false << true;
    QTest::newRow("conflict after an unsure attempt") << post << 409 << true << true;
    QTest::newRow("delete") << QByteArrayLiteral("DELETE") << 500 << false << true;
    QTest::newRow("get") << QByteArrayLiteral("GET") << 500 << true << false;
}

void ServiceErrorTest::tellsWhatMayHaveBeenExecuted()
{
    QFETCH(const QByteArray, method);
    QFETCH(const int, status);
    QFETCH(const bool, earlier);
    HttpResponse answer = response(status, "{}");
    answer.earlierMaybeExecuted = earlier;
    QTEST(serviceError(request(method), answer).maybeExecuted, "maybe");
}

void ServiceErrorTest::unreadableSuccessIsUnsure()
{
    const Error error = unreadableAnswer(request(), response(201, "<html>"), QStringLiteral("Id"));
    QCOMPARE(error.kind, ErrorKind::AnswerMalformed);
    QCOMPARE(error.code, QStringLiteral("Id"));
    QVERIFY(error.maybeExecuted);
    QVERIFY(!unreadableAnswer(request("GET"), response(200, "<html>")).maybeExecuted);
}

} // namespace fuotadesk

using fuotadesk::ServiceErrorTest;
FUOTADESK_TEST(ServiceErrorTest);
#include "serviceerrortest.moc"
