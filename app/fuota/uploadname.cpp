#include "fuota/uploadname.h"

#include "fuota/imagelocation.h"
#include "fuota/variables.h"

namespace fuotadesk {

namespace {

constexpr qsizetype ShownDigits = 12;

// "meter.fw.bin" -> "meter.fw"; ".hidden" is all name.
QString withoutExtension(const QString& file)
{
    const qsizetype dot = file.lastIndexOf(u'.');
    return dot > 0 ? file.left(dot) : file;
}

} // namespace

QString uploadTarget(const QString& pattern, const UploadNameParts& parts)
{
    QMap<QString, QString> values = parts.values;
    if (!parts.file.isEmpty()) {
        values.insert(QStringLiteral("file"), parts.file);
        values.insert(QStringLiteral("name"), withoutExtension(parts.file));
    }
    if (parts.date.isValid())
        values.insert(dateVariable(), parts.date.toString(Qt::ISODate));
    if (!parts.sha256.isEmpty())
        values.insert(QStringLiteral("sha256"),
                      QString::fromLatin1(parts.sha256.toHex().left(ShownDigits)));
    return withVariables(pattern, values);
}

QString uploadPatternBeside(const QString& uri)
{
    const auto image = parseImageLocation(uri);
    if (!image)
        return {};
    const qsizetype slash = image->key.lastIndexOf(u'/');
    return imageUri({image->bucket, image->key.left(slash + 1) + QStringLiteral("${file}")});
}

} // namespace fuotadesk
