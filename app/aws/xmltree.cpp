#include "aws/xmltree.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <iterator>

namespace fuotadesk {

namespace {

// Builds the tree as the reader goes on. An element's list does not grow while one in it is open,
// so the pointers to those that are open hold.
class TreeBuilder {
public:
    enum class Verdict { Good, NoXml, TooLarge };

    Verdict take(const QXmlStreamReader& reader)
    {
        switch (reader.tokenType()) {
        case QXmlStreamReader::StartElement:
            return open(reader.name());
        case QXmlStreamReader::EndElement:
            close();
            return Verdict::Good;
        case QXmlStreamReader::Characters:
            if (!m_open.isEmpty() && m_open.last()->children.isEmpty())
                m_open.last()->text += reader.text();
            return Verdict::Good;
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
        case QXmlStreamReader::Invalid:
            return Verdict::NoXml;
        default:
            return Verdict::Good;
        }
    }

    XmlElement takeRoot() { return std::move(m_root); }

private:
    Verdict open(QStringView name)
    {
        if (++m_elements > MostXmlElements || m_open.size() >= DeepestXml)
            return Verdict::TooLarge;
        XmlElement* element = &m_root;
        if (!m_open.isEmpty()) {
            XmlElement* parent = m_open.last();
            parent->text.clear();
            element = &parent->children.emplaceBack();
        }
        element->name = name.toString();
        m_open.append(element);
        return Verdict::Good;
    }

    void close() { m_open.removeLast(); }

    XmlElement m_root;
    QList<XmlElement*> m_open;
    int m_elements = 0;
};

} // namespace

const XmlElement* XmlElement::child(QStringView wanted) const
{
    const auto found = std::ranges::find_if(
        children, [wanted](const XmlElement& each) { return each.name == wanted; });
    return found == children.end() ? nullptr : &*found;
}

QString XmlElement::textOf(QStringView wanted) const
{
    const XmlElement* found = child(wanted);
    return found ? found->text : QString();
}

QList<XmlElement> XmlElement::childrenNamed(QStringView wanted) const
{
    QList<XmlElement> found;
    std::ranges::copy_if(children, std::back_inserter(found),
                         [wanted](const XmlElement& each) { return each.name == wanted; });
    return found;
}

Result<XmlElement> parseXml(const QByteArray& xml)
{
    const auto tooLarge = [] {
        return failure(ErrorKind::AnswerMalformed, QStringLiteral("xml-size"));
    };
    if (xml.size() > LargestXml)
        return tooLarge();
    QXmlStreamReader reader(xml);
    TreeBuilder builder;
    while (!reader.atEnd()) {
        reader.readNext();
        const auto verdict = builder.take(reader);
        if (verdict == TreeBuilder::Verdict::TooLarge)
            return tooLarge();
        if (verdict == TreeBuilder::Verdict::NoXml)
            return failure(ErrorKind::AnswerMalformed, QStringLiteral("xml"), reader.errorString());
    }
    return builder.takeRoot();
}

} // namespace fuotadesk
