#include "desktop/pastedkeys.h"

#include <QRegularExpression>

namespace fuotadesk {

namespace {

QString valueOf(const QString& name, const QString& text)
{
    const QRegularExpression pattern(
        QStringLiteral(R"((?:^|[\s"':{,])%1["']?\s*[=:]\s*["']?([^\s"',;]+))").arg(name),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    return pattern.match(text).captured(1);
}

} // namespace

std::optional<PastedKeys> keysFromText(const QString& text)
{
    PastedKeys keys;
    keys.accessKeyId = valueOf(QStringLiteral("(?:aws_access_key_id|AccessKeyId)"), text);
    keys.secretAccessKey =
        valueOf(QStringLiteral("(?:aws_secret_access_key|SecretAccessKey)"), text);
    keys.sessionToken = valueOf(QStringLiteral("(?:aws_session_token|SessionToken)"), text);
    keys.region = valueOf(QStringLiteral("(?:aws_default_region|aws_region|region)"), text);
    if (keys.accessKeyId.isEmpty() && keys.secretAccessKey.isEmpty())
        return {};
    return keys;
}

} // namespace fuotadesk
