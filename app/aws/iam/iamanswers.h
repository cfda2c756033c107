#pragma once

#include "aws/httpmessage.h"
#include "aws/iam/iamvalues.h"
#include "aws/xmltree.h"

namespace fuotadesk {

// One page of a list of IAM.
template <typename T>
struct IamPage {
    QList<T> items;
    QString nextMarker; // empty: the last page
};

struct ActionDecision {
    QString action;
    SimulatedDecision decision = SimulatedDecision::ImplicitDeny;
};

inline constexpr qsizetype LargestIamDocument = qsizetype(1) << 20; // bytes, decoded

// The result in an answer: what <OperationResult> holds. Errors: those of serviceError();
// AnswerMalformed, code says what.
Result<XmlElement> iamResult(const HttpRequest& request, const HttpResponse& response);

// What results say. Errors: AnswerMalformed, code = the member that is missing or wrong;
// AnswerTooLarge for a policy's document beyond the bound.
Result<IamPage<IamRole>> rolesIn(const XmlElement& result);
Result<IamRole> roleIn(const XmlElement& result);
Result<IamPage<QString>> policyNamesIn(const XmlElement& result);
Result<IamPolicy> inlinePolicyIn(const XmlElement& result);
Result<IamPage<IamPolicy>> attachedPoliciesIn(const XmlElement& result);
Result<QString> defaultVersionIn(const XmlElement& result);
Result<QByteArray> versionDocumentIn(const XmlElement& result);
Result<IamPage<ActionDecision>> decisionsIn(const XmlElement& result);

} // namespace fuotadesk
