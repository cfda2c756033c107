#include "buckets/s3bodies.h"

#include <QXmlStreamReader>

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr int MostParts = 10'000;
constexpr int MostKeys = 1000;

// What stands in each element of that name: the texts of its children.
S3Result<QList<XmlTexts>> childrenOf(const QByteArray& xml, const QString& name, int most,
                                     XmlTexts* beside = nullptr)
{
    QList<XmlTexts> found;
    QXmlStreamReader reader(xml);
    reader.readNextStartElement();
    while (reader.readNextStartElement()) {
        if (reader.name() != name) {
            const QString beneath = reader.name().toString();
            const QString text = reader.readElementText(QXmlStreamReader::SkipChildElements);
            if (beside)
                beside->append({beneath, text});
            continue;
        }
        XmlTexts texts;
        while (reader.readNextStartElement()) {
            const QString child = reader.name().toString();
            texts.append({child, reader.readElementText(QXmlStreamReader::SkipChildElements)});
        }
        found.append(texts);
    }
    if (reader.hasError() || found.isEmpty() || found.size() > most)
        return tl::unexpected(malformedXml());
    return found;
}

QString valueOf(const XmlTexts& texts, QLatin1String name)
{
    const auto found =
        std::ranges::find_if(texts, [name](const auto& each) { return each.first == name; });
    return found == texts.end() ? QString() : found->second;
}

QByteArray unquoted(QByteArray eTag)
{
    return eTag.replace('"', QByteArray());
}

} // namespace

S3Result<QList<ListedPart>> partsIn(const QByteArray& xml)
{
    const auto elements = childrenOf(xml, QStringLiteral("Part"), MostParts);
    if (!elements)
        return tl::unexpected(elements.error());
    QList<ListedPart> parts;
    for (const XmlTexts& texts : *elements) {
        bool isNumber = false;
        const int number = valueOf(texts, QLatin1String("PartNumber")).trimmed().toInt(&isNumber);
        const QByteArray eTag = valueOf(texts, QLatin1String("ETag")).trimmed().toLatin1();
        if (!isNumber || eTag.isEmpty())
            return tl::unexpected(malformedXml());
        parts.append({number, unquoted(eTag)});
    }
    return parts;
}

S3Result<KeysToDelete> keysToDeleteIn(const QByteArray& xml)
{
    XmlTexts beside;
    const auto elements = childrenOf(xml, QStringLiteral("Object"), MostKeys, &beside);
    if (!elements)
        return tl::unexpected(elements.error());
    KeysToDelete keys;
    keys.isQuiet = valueOf(beside, QLatin1String("Quiet")).trimmed() == u"true";
    for (const XmlTexts& texts : *elements) {
        const QByteArray key = valueOf(texts, QLatin1String("Key")).toUtf8();
        if (key.isEmpty())
            return tl::unexpected(malformedXml());
        keys.each.append({key, valueOf(texts, QLatin1String("VersionId")).toLatin1()});
    }
    return keys;
}

S3Result<QString> textIn(const QByteArray& xml, QLatin1String name)
{
    QXmlStreamReader reader(xml);
    QString text;
    while (!xml.isEmpty() && !reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == name && text.isEmpty())
            text = reader.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
    }
    if (reader.hasError())
        return tl::unexpected(malformedXml());
    return text;
}

} // namespace fuotadesk
