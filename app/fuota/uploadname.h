#pragma once

#include <QByteArray>
#include <QDate>
#include <QMap>
#include <QString>

namespace fuotadesk {

// What a name pattern is filled with.
struct UploadNameParts {
    QString file; // the name alone, without folders
    QByteArray sha256; // of the file, 32 bytes; empty while it is not known
    QDate date;
    QMap<QString, QString> values; // of the template's own variables
};

// "s3://bucket/meters/${name}-${sha256}.bin" with its variables filled in: ${file}, ${name} (file
// without its extension), ${date} (2026-11-23), ${sha256} (its first twelve digits), then those of
// values. What is not known stays as it is.
QString uploadTarget(const QString& pattern, const UploadNameParts& parts);

// A pattern for another image beside this one: its folder and ${file}. Empty where uri is no
// s3://bucket/….
QString uploadPatternBeside(const QString& uri);

} // namespace fuotadesk
