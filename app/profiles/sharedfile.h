#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QMap>

namespace fuotadesk {

// Keys are lower-case. The value of a key with nested properties begins with a line end, then has
// one "name = value" a line.
using Properties = QMap<QString, QString>;

enum class SharedFileKind { Config, Credentials };

// What one of the two shared files of the AWS tools says, by section and name.
struct SharedFile {
    QMap<QString, Properties> profiles;
    QMap<QString, Properties> ssoSessions;
    QMap<QString, Properties> services;

    friend bool operator==(const SharedFile&, const SharedFile&) = default;
};

inline constexpr qint64 LargestSharedFileBytes = qint64(16) * 1024 * 1024;

// As the SDK specification has it (the aws CLI differs in details): sections and properties of the
// same name are merged, the last one counts; sections with names that are none are left out.
// Errors: FileTooLarge; FileMalformed, code "not-text", "section-open", "no-section",
// "no-property", "no-equals", "no-name", "sub-no-equals" or "sub-no-name", detail the number of the
// line. https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html
Result<SharedFile> parseSharedFile(const QByteArray& bytes, SharedFileKind kind);

// The properties nested in such a value; names are lower-case.
Properties nestedProperties(const QString& value);

} // namespace fuotadesk
