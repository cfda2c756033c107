#pragma once

#include "identity/queryparameters.h"

#include <QStringList>

namespace fuotadesk {

// What the operations of IAM are given, held to its model; an operation that is not known is all
// right.
std::optional<QueryRefusal> wrongIamParameters(const QString& action, const FormFields& fields);

// "Name.member.1", "Name.member.2", … until one is missing.
QStringList listField(const FormFields& fields, const QString& name);
QString textField(const FormFields& fields, const char* name);

} // namespace fuotadesk
