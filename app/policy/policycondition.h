#pragma once

#include "policy/policydocument.h"
#include "policy/wildcard.h"

namespace fuotadesk {

// Whether a condition holds with the keys that are known (see AccessQuestion::context). Unknown:
// the operator is none of String…, Arn…, Bool and Null, the key is not known, or a value has a
// policy variable that could fit.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
Judged judgedCondition(const PolicyCondition& condition, const AccessQuestion& question,
                       bool hasVariables);

Judged notJudged(Judged judged);
// The least and the most of two: "and", "or".
Judged bothJudged(Judged one, Judged other);
Judged eitherJudged(Judged one, Judged other);

} // namespace fuotadesk
