#include "aws/serviceerror.h"

#include "aws/xmlleaves.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace fuotadesk {

namespace {

using enum ErrorKind;

struct CodeKind {
    const char* code;
    ErrorKind kind;
};

constexpr std::array CodeKinds = {
    CodeKind{"ValidationException", ValidationFailed},
    CodeKind{"ValidationError", ValidationFailed},
    CodeKind{"SerializationException", ValidationFailed},
    CodeKind{"TooManyTagsException", ValidationFailed},
    CodeKind{"AccessDeniedException", AccessDenied},
    CodeKind{"AccessDenied", AccessDenied},
    CodeKind{"NotAuthorized", AccessDenied},
    CodeKind{"OptInRequired", AccessDenied},
    CodeKind{"ResourceNotFoundException", NotFound},
    CodeKind{"NoSuchBucket", NotFound},
    CodeKind{"NoSuchKey", NotFound},
    CodeKind{"NoSuchUpload", NotFound},
    CodeKind{"NoSuchVersion", NotFound},
    CodeKind{"ConflictException", Conflict},
    CodeKind{"NoSuchEntity", NotFound},
    CodeKind{"EntityAlreadyExists", Conflict},
    CodeKind{"ConcurrentModification", Conflict},
    CodeKind{"LimitExceeded", Refused}, // how many there may be, not how fast
    CodeKind{"MalformedPolicyDocument", Refused},
    CodeKind{"InvalidInput", ValidationFailed},
    CodeKind{"ServiceFailure", ServiceFailed},
    CodeKind{"PreconditionFailed", Conflict},
    CodeKind{"ConditionalRequestConflict", Conflict},
    CodeKind{"InternalServerException", ServiceFailed},
    CodeKind{"InternalServerError", ServiceFailed},
    CodeKind{"InternalFailure", ServiceFailed},
    CodeKind{"InternalError", ServiceFailed},
    CodeKind{"ServiceUnavailable", ServiceUnavailable},
    CodeKind{"ServiceUnavailableException", ServiceUnavailable},
    CodeKind{"RequestTimeout", ServiceUnavailable},
    // What S3 calls a bad request, or forbids, though neither a field nor a permission is wrong.
    CodeKind{"AuthorizationHeaderMalformed", Refused},
    CodeKind{"BadDigest", Refused},
    CodeKind{"EntityTooLarge", Refused},
    CodeKind{"EntityTooSmall", Refused},
    CodeKind{"InvalidDigest", Refused},
    CodeKind{"InvalidObjectState", Refused},
    CodeKind{"InvalidPart", Refused},
    CodeKind{"InvalidPartOrder", Refused},
    CodeKind{"MalformedXML", Refused},
    CodeKind{"XAmzContentSHA256Mismatch", Refused},
    CodeKind{"SignatureDoesNotMatch", SignatureMismatch},
    CodeKind{"InvalidSignatureException", SignatureMismatch},
    CodeKind{"IncompleteSignature", SignatureMismatch},
    CodeKind{"IncompleteSignatureException", SignatureMismatch},
    CodeKind{"UnrecognizedClientException", UnknownAccessKey},
    CodeKind{"InvalidClientTokenId", UnknownAccessKey},
    CodeKind{"InvalidAccessKeyId", UnknownAccessKey},
    CodeKind{"InvalidToken", UnknownAccessKey},
    CodeKind{"ExpiredToken", CredentialsExpired},
    CodeKind{"ExpiredTokenException", CredentialsExpired},
    CodeKind{"TokenRefreshRequired", CredentialsExpired},
    CodeKind{"MissingAuthenticationToken", CredentialsMissing},
    CodeKind{"MissingAuthenticationTokenException", CredentialsMissing},
    CodeKind{"RequestExpired", ClockSkewed},
    CodeKind{"RequestInTheFuture", ClockSkewed},
    CodeKind{"RequestTimeTooSkewed", ClockSkewed},
};

constexpr std::array<const char*, 14> ThrottlingCodes = {
    "Throttling",
    "ThrottlingException",
    "ThrottledException",
    "RequestThrottledException",
    "TooManyRequestsException",
    "ProvisionedThroughputExceededException",
    "TransactionInProgressException",
    "RequestLimitExceeded",
    "BandwidthLimitExceeded",
    "LimitExceededException",
    "RequestThrottled",
    "SlowDown",
    "PriorRequestNotComplete",
    "EC2ThrottledException",
};

ErrorKind kindOfStatus(int status)
{
    switch (status) {
    case 400:
        return ValidationFailed;
    case 401:
    case 403:
        return AccessDenied;
    case 404:
        return NotFound;
    case 407:
        return ProxyFailed;
    case 409:
    case 412:
        return Conflict;
    case 429:
        return Throttled;
    case 502:
    case 503:
    case 504:
        return ServiceUnavailable;
    default:
        return status >= 500 ? ServiceFailed : Refused;
    }
}

// "aws.iotwireless#FooError:http://…" -> "FooError"
QString bareCode(const QString& text)
{
    const QString cut = text.section(u':', 0, 0);
    return cut.mid(cut.indexOf(u'#') + 1).trimmed();
}

// What the body says, as JSON or as XML (STS, IAM, S3).
struct ErrorBody {
    QString code;
    QString message;
    QString requestId;
    bool isOfAService = false; // not a page of some proxy
};

QString firstText(const QJsonObject& object, const QStringList& names)
{
    for (const QString& name : names)
        if (QString text = object.value(name).toString(); !text.isEmpty())
            return text;
    return {};
}

ErrorBody errorBody(const QByteArray& body)
{
    if (body.trimmed().startsWith('<')) {
        const QMap<QString, QString> leaves = xmlLeaves(body);
        const QString code = leaves.value(QStringLiteral("Code"));
        return {code, leaves.value(QStringLiteral("Message")),
                leaves.value(QStringLiteral("RequestId")), !code.isEmpty()};
    }
    const QJsonDocument document = QJsonDocument::fromJson(body);
    const QJsonObject object = document.object();
    return {firstText(object,
                      {QStringLiteral("code"), QStringLiteral("Code"), QStringLiteral("__type")}),
            firstText(object, {QStringLiteral("message"), QStringLiteral("Message")}),
            {},
            document.isObject()};
}

QString requestId(const HttpHeaders& headers)
{
    for (const char* name : {"x-amzn-requestid", "x-amzn-request-id", "x-amz-request-id"})
        if (const QByteArray id = headerValue(headers, name); !id.isEmpty())
            return QString::fromLatin1(id);
    return {};
}

std::optional<std::chrono::milliseconds> retryAfter(const HttpHeaders& headers)
{
    bool good = false;
    const int ms = headerValue(headers, "x-amz-retry-after").toInt(&good);
    if (good && ms >= 0)
        return std::chrono::milliseconds(ms);
    const int seconds = headerValue(headers, "retry-after").toInt(&good);
    if (good && seconds >= 0)
        return std::chrono::seconds(seconds);
    return {};
}

Error answered(const HttpRequest& request, const HttpResponse& response)
{
    Error error;
    error.httpStatus = response.status;
    error.requestId = requestId(response.headers);
    error.maybeExecuted = response.earlierMaybeExecuted && request.method != "GET";
    return error;
}

// The service refused the time in the signature, not the key.
bool isAboutTheClock(const QString& message)
{
    return message.startsWith(u"Signature expired")
        || message.startsWith(u"Signature not yet current");
}

} // namespace

QString serviceErrorCode(const HttpResponse& response)
{
    const QByteArray header = headerValue(response.headers, "x-amzn-errortype");
    if (!header.isEmpty())
        return bareCode(QString::fromUtf8(header));
    return bareCode(errorBody(response.body).code);
}

bool isThrottlingCode(const QString& code)
{
    return std::ranges::any_of(ThrottlingCodes,
                               [&](const char* each) { return code == QLatin1String(each); });
}

ErrorKind errorKindOfCode(const QString& code, ErrorKind otherwise)
{
    if (isThrottlingCode(code))
        return Throttled;
    const auto found = std::ranges::find_if(
        CodeKinds, [&](const CodeKind& each) { return code == QLatin1String(each.code); });
    return found == CodeKinds.end() ? otherwise : found->kind;
}

Error serviceError(const HttpRequest& request, const HttpResponse& response)
{
    constexpr qsizetype LongestDetail = 2048; // as the model bounds Message
    const ErrorBody body = errorBody(response.body);
    const QString code = serviceErrorCode(response);
    const bool isForeign = code.isEmpty() && !body.isOfAService
        && !response.body.trimmed().isEmpty() && response.status < 500;

    Error error = answered(request, response);
    error.kind = errorKindOfCode(code, kindOfStatus(response.status));
    // A page of some proxy or other server; its 404 says nothing about our resource.
    if (isForeign && error.kind != Throttled && error.kind != ProxyFailed)
        error.kind = AnswerMalformed;
    error.code = code.isEmpty() ? QString::number(response.status) : code;
    if (error.requestId.isEmpty())
        error.requestId = body.requestId;
    error.detail = body.isOfAService
        ? body.message
        : QString::fromUtf8(response.body.left(LongestDetail)).trimmed();
    error.detail.truncate(LongestDetail);
    if (error.kind == SignatureMismatch && isAboutTheClock(error.detail))
        error.kind = ClockSkewed;
    error.retryAfter = retryAfter(response.headers);
    error.maybeExecuted =
        error.maybeExecuted || (response.status >= 500 && request.method != "GET");
    return error;
}

Error unreadableAnswer(const HttpRequest& request, const HttpResponse& response,
                       const QString& member)
{
    Error error = answered(request, response);
    error.kind = AnswerMalformed;
    error.code = member;
    error.maybeExecuted = request.method != "GET";
    return error;
}

} // namespace fuotadesk
