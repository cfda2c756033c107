#include "preflight/checkbench.h"

#include "policy/fuotapolicies.h"

#include <QSignalSpy>
#include <QUrlQuery>

namespace fuotadesk {

namespace {

constexpr auto IamSpace = " xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"";

HttpResponse iamAnswer(const QString& action, const QByteArray& result)
{
    const QByteArray name = action.toLatin1();
    return {200,
            {},
            '<' + name + "Response" + IamSpace + "><" + name + "Result>" + result + "</" + name
                + "Result></" + name + "Response>",
            false};
}

QString actionIn(const HttpRequest& request)
{
    return QUrlQuery(QString::fromUtf8(request.body))
        .queryItemValue(QStringLiteral("ActionNames.member.1"), QUrl::FullyDecoded);
}

QJsonArray idsAsList(const QStringList& ids)
{
    QJsonArray list;
    for (const QString& id : ids)
        list.append(QJsonObject{{QStringLiteral("Id"), id}});
    return list;
}

} // namespace

CheckBench::CheckBench()
{
    trustPolicy = fuotaTrustPolicy();
    draft.task.name = QStringLiteral("meters");
    draft.task.rfRegion = QStringLiteral("EU868");
    draft.task.firmwareUpdateImage = QStringLiteral("s3://firmware/fw.bin");
    draft.task.firmwareUpdateRole = QStringLiteral("arn:aws:iam::123456789012:role/fuota");
    draft.task.redundancyPercent = 30;
    draft.imageSizeBytes = 20480;
    draft.imageETag = QStringLiteral("abc");
    draft.planning.dataRate = 5;
    draft.planning.fragmentSizeBytes = 48;
    draft.planning.fragmentIntervalMs = 2000;
    draft.recipients.multicastGroupIds = QStringList{QStringLiteral("g1")};
    service.answerInstead = [this](const HttpRequest& request) { return reply(request); };
}

void CheckBench::run(const QDateTime& startAt)
{
    QSignalSpy finished(&check, &PreflightCheck::finished);
    start(startAt);
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!check.isRunning());
}

QStringList CheckBench::complaints() const
{
    QStringList words;
    for (const CheckRow& each : check.rows())
        if (each.outcome != CheckOutcome::Passed)
            words.append(readRow(each));
    return words;
}

std::optional<HttpResponse> CheckBench::reply(const HttpRequest& request)
{
    const QString& operation = request.operation;
    // One that simulates several things is told by what is asked of it.
    const QString told = operation == u"SimulatePrincipalPolicy" ? actionIn(request) : operation;
    if (silent.contains(told) || failures.contains(told)) {
        asked << operation;
        return silent.contains(told) ? std::nullopt
                                     : std::optional(refusal(request, failures.value(told)));
    }
    for (const auto& found : {image(request), role(request), task(request)})
        if (found) {
            asked << operation;
            return found;
        }
    return answer(request);
}

HttpResponse CheckBench::refusal(const HttpRequest& request, int status) const
{
    const bool isJson = request.operation.startsWith(u"GetWireless")
        || request.operation.startsWith(u"ListWireless") || request.operation.contains(u"Fuota")
        || request.operation.contains(u"Multicast") || request.operation == u"GetDeviceProfile";
    if (isJson)
        return {status, {{"x-amzn-errortype", failureType}}, R"({"Message": "no"})", false};
    const QByteArray code = status == 404 ? "NoSuchEntity" : "AccessDenied";
    const QByteArray error = "<Code>" + code + "</Code><Message>no</Message>";
    if (request.method == "HEAD")
        return {status, {}, {}, false};
    if (request.method == "GET")
        return {status, {}, "<Error>" + error + "</Error>", false};
    return {status,
            {},
            QByteArray("<ErrorResponse") + IamSpace + "><Error><Type>Sender</Type>" + error
                + "</Error><RequestId>r</RequestId></ErrorResponse>",
            false};
}

std::optional<HttpResponse> CheckBench::image(const HttpRequest& request) const
{
    if (request.operation == u"GetBucketLocation")
        return HttpResponse{200,
                            {},
                            "<LocationConstraint xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                            "eu-west-1</LocationConstraint>",
                            false};
    if (request.operation != u"HeadObject")
        return {};
    HttpHeaders headers{{"Content-Length", QByteArray::number(imageSize)},
                        {"ETag", "\"abc\""},
                        {"Last-Modified", "Fri, 02 Jan 2026 03:00:00 GMT"},
                        {"x-amz-server-side-encryption", encryption}};
    for (const QByteArray& each : imageHeaders.split('\n'))
        if (const qsizetype colon = each.indexOf(": "); colon > 0)
            headers.append({each.left(colon), each.mid(colon + 2)});
    return HttpResponse{200, headers, {}, false};
}

std::optional<HttpResponse> CheckBench::role(const HttpRequest& request) const
{
    const QString& operation = request.operation;
    if (operation == u"GetRole")
        return iamAnswer(operation,
                         "<Role><Path>/</Path><RoleName>fuota</RoleName><RoleId>AROA1</RoleId>"
                         "<Arn>arn:aws:iam::123456789012:role/fuota</Arn>"
                         "<CreateDate>2026-01-01T00:00:00Z</CreateDate><AssumeRolePolicyDocument>"
                             + trustPolicy.toPercentEncoding()
                             + "</AssumeRolePolicyDocument></Role>");
    if (operation == u"SimulatePrincipalPolicy")
        return iamAnswer(operation,
                         "<EvaluationResults><member><EvalActionName>"
                             + actionIn(request).toLatin1() + "</EvalActionName><EvalDecision>"
                             + simulated + "</EvalDecision></member></EvaluationResults>");
    if (operation == u"ListRolePolicies")
        return iamAnswer(operation, "<PolicyNames><member>read</member></PolicyNames>");
    if (operation == u"GetRolePolicy") {
        const QByteArray document =
            imageReadPolicy(QStringLiteral("firmware"), {}, QStringLiteral("aws"));
        return iamAnswer(operation,
                         "<RoleName>fuota</RoleName><PolicyName>read</PolicyName><PolicyDocument>"
                             + document.toPercentEncoding() + "</PolicyDocument>");
    }
    if (operation == u"ListAttachedRolePolicies")
        return iamAnswer(operation, "<AttachedPolicies></AttachedPolicies>");
    return {};
}

std::optional<HttpResponse> CheckBench::task(const HttpRequest& request) const
{
    const QString& operation = request.operation;
    const QString id = request.url.path().section(u'/', 2, 2);
    const QUrlQuery query(request.url);
    if (operation == u"ListFuotaTasks") {
        QJsonArray list;
        for (int i = 1; i <= tasks; ++i)
            list.append(QJsonObject{{QStringLiteral("Id"), QStringLiteral("t%1").arg(i)},
                                    {QStringLiteral("Name"), QStringLiteral("other")}});
        return json({{QStringLiteral("FuotaTaskList"), list}});
    }
    if (operation == u"GetFuotaTask")
        return json({{QStringLiteral("Id"), id}, {QStringLiteral("Status"), taskStatus}});
    if (operation == u"ListMulticastGroupsByFuotaTask")
        return json({{QStringLiteral("MulticastGroupList"), idsAsList(taskGroups)}});
    if (operation == u"ListWirelessDevices" && query.hasQueryItem(QStringLiteral("fuotaTaskId")))
        return json({{QStringLiteral("WirelessDeviceList"), idsAsList(taskDevices)}});
    if (operation == u"GetMulticastGroup")
        return json({{QStringLiteral("Id"), id},
                     {QStringLiteral("Name"), QStringLiteral("street")},
                     {QStringLiteral("LoRaWAN"),
                      QJsonObject{{QStringLiteral("RfRegion"), groupRegion},
                                  {QStringLiteral("DlClass"), QStringLiteral("ClassC")},
                                  {QStringLiteral("NumberOfDevicesInGroup"), count}}}});
    return {};
}

} // namespace fuotadesk
