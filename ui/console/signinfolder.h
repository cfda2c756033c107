#pragma once

#include "aws/localendpoint.h"

#include <QJsonObject>

namespace fuotadesk {

// A folder with files for other programs that sign in at the sandbox, for nobody but their owner
// (mode 0600). A list beside them, "fuotadesk-sandbox.json", tells which ones were written here, by
// their SHA-256: another file of such a name, or one that was changed since, is never overwritten.
// A token cache may be changed: the programs renew it in place.
class SignInFolder {
public:
    explicit SignInFolder(const QString& path); // relative to the working folder

    QString path() const { return m_path; } // absolute

    // Whole or, where a file is in the way, nothing. Errors: NameTaken, FileUnreadable and
    // FileUnwritable, detail the file.
    Result<void> write(const QList<SignInFile>& files) const;
    // What the environment must say, as NAME and value.
    QList<std::pair<QString, QString>> variables(const QList<SignInFile>& files) const;

private:
    QString pathOf(const QString& name) const;
    Result<QJsonObject> written() const;
    Result<void> checkFree(const SignInFile& file, const QJsonObject& written) const;
    Result<void> put(const QString& name, const QByteArray& bytes) const;

    QString m_path;
};

} // namespace fuotadesk
