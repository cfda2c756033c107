#include "aws/xmlleaves.h"

#include <QXmlStreamReader>

namespace fuotadesk {

QMap<QString, QString> xmlLeaves(const QByteArray& xml)
{
    QMap<QString, QString> leaves;
    QXmlStreamReader reader(xml);
    QString text;
    bool isLeaf = false;
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::StartElement) {
            text.clear();
            isLeaf = true;
        } else if (token == QXmlStreamReader::Characters) {
            text += reader.text();
        } else if (token == QXmlStreamReader::EndElement) {
            if (const QString name = reader.name().toString(); isLeaf && !leaves.contains(name))
                leaves.insert(name, text);
            isLeaf = false;
        }
    }
    return reader.hasError() ? QMap<QString, QString>() : leaves;
}

} // namespace fuotadesk
