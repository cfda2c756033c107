#pragma once

#include "identity/identitycall.h"
#include "identity/queryreply.h"

#include <optional>
#include <span>

namespace fuotadesk {

// What a member of an operation of the query protocol may be, as its model says.
struct TextRule {
    const char* name;
    qsizetype least;
    qsizetype most;
    const char* pattern; // of the whole text; empty: any
    bool required;
};

struct NumberRule {
    const char* name;
    int least;
    int most;
};

QueryRefusal queryValidationError(const QString& message);

// Nothing: it is all right; else the ValidationError in AWS's words, about the first member that is
// wrong.
std::optional<QueryRefusal> wrongText(const TextRule& rule, const FormFields& fields);
std::optional<QueryRefusal> wrongText(std::span<const TextRule> rules, const FormFields& fields);
std::optional<QueryRefusal> wrongNumber(const NumberRule& rule, const FormFields& fields);

} // namespace fuotadesk
