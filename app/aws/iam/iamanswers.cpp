#include "aws/iam/iamanswers.h"

#include "aws/serviceerror.h"
#include "aws/timestamps.h"

namespace fuotadesk {

namespace {

tl::unexpected<Error> malformed(const char* member)
{
    return failure(ErrorKind::AnswerMalformed, QString::fromLatin1(member));
}

// Documents come percent-encoded (RFC 3986) from AWS, and as they are from others.
QByteArray documentText(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    return bytes.trimmed().startsWith('{') ? bytes : QByteArray::fromPercentEncoding(bytes);
}

Result<QByteArray> policyDocument(const XmlElement& in)
{
    QByteArray document = documentText(in.textOf(u"PolicyDocument"));
    if (document.isEmpty())
        document = documentText(in.textOf(u"Document"));
    if (document.isEmpty())
        return malformed("PolicyDocument");
    if (document.size() > LargestIamDocument)
        return failure(ErrorKind::AnswerTooLarge, QStringLiteral("PolicyDocument"));
    return document;
}

// A role of a list: one trust policy that is too large shall not hide the others.
Result<IamRole> readRole(const XmlElement& element)
{
    IamRole role;
    role.name = element.textOf(u"RoleName");
    role.arn = element.textOf(u"Arn");
    if (role.name.isEmpty())
        return malformed("RoleName");
    if (role.arn.isEmpty())
        return malformed("Arn");
    role.description = element.textOf(u"Description");
    role.createdAt = parseIso8601(element.textOf(u"CreateDate"));
    role.trustPolicy = documentText(element.textOf(u"AssumeRolePolicyDocument"));
    if (role.trustPolicy.size() > LargestIamDocument)
        role.trustPolicy.clear();
    return role;
}

Result<QString> readName(const XmlElement& element)
{
    if (element.text.isEmpty())
        return malformed("PolicyNames");
    return element.text;
}

Result<IamPolicy> readAttached(const XmlElement& element)
{
    IamPolicy policy{element.textOf(u"PolicyName"), element.textOf(u"PolicyArn"), {}};
    if (policy.arn.isEmpty())
        return malformed("PolicyArn");
    return policy;
}

Result<ActionDecision> readDecision(const XmlElement& element)
{
    const QString word = element.textOf(u"EvalDecision");
    ActionDecision read{element.textOf(u"EvalActionName"), SimulatedDecision::ImplicitDeny};
    if (word == u"allowed")
        read.decision = SimulatedDecision::Allowed;
    else if (word == u"explicitDeny")
        read.decision = SimulatedDecision::ExplicitDeny;
    else if (word != u"implicitDeny")
        return malformed("EvalDecision");
    return read;
}

template <typename T>
Result<IamPage<T>> readPage(const XmlElement& result, QStringView list,
                            Result<T> (*read)(const XmlElement&))
{
    IamPage<T> page;
    const XmlElement* const members = result.child(list);
    if (!members)
        return failure(ErrorKind::AnswerMalformed, list.toString());
    for (const XmlElement& each : members->children) {
        Result<T> item = read(each);
        if (!item)
            return failure(item.error());
        page.items.append(*std::move(item));
    }
    if (result.textOf(u"IsTruncated") == u"true") {
        page.nextMarker = result.textOf(u"Marker");
        if (page.nextMarker.isEmpty())
            return malformed("Marker");
    }
    return page;
}

} // namespace

Result<XmlElement> iamResult(const HttpRequest& request, const HttpResponse& response)
{
    if (response.status < 200 || response.status >= 300)
        return failure(serviceError(request, response));
    const auto root = parseXml(response.body);
    if (!root)
        return failure(unreadableAnswer(request, response, root.error().code));
    if (root->name != QString(request.operation + QStringLiteral("Response")))
        return failure(unreadableAnswer(request, response, root->name.left(100)));
    const XmlElement* const result =
        root->child(QString(request.operation + QStringLiteral("Result")));
    return result ? *result : XmlElement();
}

Result<IamPage<IamRole>> rolesIn(const XmlElement& result)
{
    return readPage<IamRole>(result, u"Roles", readRole);
}

Result<IamRole> roleIn(const XmlElement& result)
{
    const XmlElement* const role = result.child(u"Role");
    if (!role)
        return malformed("Role");
    return readRole(*role);
}

Result<IamPage<QString>> policyNamesIn(const XmlElement& result)
{
    return readPage<QString>(result, u"PolicyNames", readName);
}

Result<IamPolicy> inlinePolicyIn(const XmlElement& result)
{
    auto document = policyDocument(result);
    if (!document)
        return failure(document.error());
    IamPolicy policy{result.textOf(u"PolicyName"), {}, *std::move(document)};
    if (policy.name.isEmpty())
        return malformed("PolicyName");
    return policy;
}

Result<IamPage<IamPolicy>> attachedPoliciesIn(const XmlElement& result)
{
    return readPage<IamPolicy>(result, u"AttachedPolicies", readAttached);
}

Result<QString> defaultVersionIn(const XmlElement& result)
{
    const XmlElement* const policy = result.child(u"Policy");
    QString version = policy ? policy->textOf(u"DefaultVersionId") : QString();
    if (version.isEmpty())
        return malformed("DefaultVersionId");
    return version;
}

Result<QByteArray> versionDocumentIn(const XmlElement& result)
{
    const XmlElement* const version = result.child(u"PolicyVersion");
    if (!version)
        return malformed("PolicyVersion");
    return policyDocument(*version);
}

Result<IamPage<ActionDecision>> decisionsIn(const XmlElement& result)
{
    return readPage<ActionDecision>(result, u"EvaluationResults", readDecision);
}

} // namespace fuotadesk
