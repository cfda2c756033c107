#include "aws/cabundle.h"

#include <QFile>
#include <QSslCertificate>

namespace fuotadesk {

Result<QList<QSslCertificate>> readCaBundle(const QString& file)
{
    constexpr qint64 LargestBundle = qint64{16} * 1024 * 1024;
    const auto unusable = [&](const QString& code) {
        return failure(ErrorKind::CaBundleUnusable, code, file);
    };
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return unusable(QStringLiteral("unreadable"));
    const QByteArray bytes = source.read(LargestBundle + 1);
    if (bytes.size() > LargestBundle)
        return unusable(QStringLiteral("too-large"));
    QList<QSslCertificate> certificates = QSslCertificate::fromData(bytes, QSsl::Pem);
    certificates.removeIf([](const QSslCertificate& each) { return each.isNull(); });
    if (certificates.isEmpty())
        return unusable(QStringLiteral("no-certificate"));
    return certificates;
}

} // namespace fuotadesk
