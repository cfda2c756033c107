#pragma once

#include "store/memberbatch.h"

#include <QString>

namespace fuotadesk {

// The words the journal of members is written in. A word it does not know (the file was edited)
// reads as what makes us look again: Waiting, Open, Refused.
QString wordOf(MemberChange change);
QString wordOf(MemberKind kind);
QString wordOf(MemberState state);
QString wordOf(BatchState state);
QString wordOf(ErrorKind kind);

MemberChange memberChangeFrom(const QString& word);
MemberKind memberKindFrom(const QString& word);
MemberState memberStateFrom(const QString& word);
ErrorKind errorKindFrom(const QString& word);

} // namespace fuotadesk
