#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace fuotadesk {

// An element of an answer: its local name, and its text or its children (blanks between these are
// not kept).
struct XmlElement {
    QString name;
    QString text;
    QList<XmlElement> children;

    const XmlElement* child(QStringView wanted) const; // the first; null when there is none
    QString textOf(QStringView wanted) const; // of the first; empty when there is none
    QList<XmlElement> childrenNamed(QStringView wanted) const;
};

// The root of an answer of S3, IAM or STS. The five entities of XML itself and character references
// are read; a document type is refused, so that there are no others. Error: AnswerMalformed, code
// "xml" for what is no XML or has a document type, "xml-size" beyond a bound.
Result<XmlElement> parseXml(const QByteArray& xml);

inline constexpr qsizetype LargestXml = qsizetype(8) * 1024 * 1024; // bytes
inline constexpr int DeepestXml = 32;
inline constexpr int MostXmlElements = 100'000;

} // namespace fuotadesk
