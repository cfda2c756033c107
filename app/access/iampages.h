#pragma once

#include "identity/identitycall.h"
#include "identity/queryreply.h"

namespace fuotadesk {

// An entry of a list, by what it is put in order. Keys differ.
struct KeyedMember {
    QString key;
    XmlMember member;
};

// The members of an answer with a page of a list: name, IsTruncated and Marker. entries are in the
// order of their keys; MaxItems of the request counts, 100 without it. The marker names the key of
// the last entry, so that a list that changes meanwhile shows every other one once.
QueryResult<QList<XmlMember>> pageOf(const QString& name, const QList<KeyedMember>& entries,
                                     const FormFields& request);

} // namespace fuotadesk
