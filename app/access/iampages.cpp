#include "access/iampages.h"

#include "access/iamparameters.h"

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr int UsualItems = 100;

QString markerOf(const QString& key)
{
    return QString::fromLatin1(key.toUtf8().toBase64());
}

QueryResult<QString> keyOf(const QString& marker)
{
    const auto key =
        QByteArray::fromBase64Encoding(marker.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!key)
        return refused(queryValidationError(QStringLiteral("Invalid Marker.")));
    return QString::fromUtf8(*key);
}

} // namespace

QueryResult<QList<XmlMember>> pageOf(const QString& name, const QList<KeyedMember>& entries,
                                     const FormFields& request)
{
    const auto after = keyOf(textField(request, "Marker"));
    if (!after)
        return refused(after.error());
    const auto begin = after->isEmpty()
        ? entries.begin()
        : std::ranges::upper_bound(entries, *after, {}, &KeyedMember::key);
    const QString wanted = textField(request, "MaxItems");
    const qsizetype most = wanted.isEmpty() ? UsualItems : wanted.toInt();
    const auto end = begin + std::min<qsizetype>(most, entries.end() - begin);
    XmlMember list{name, {}};
    std::transform(begin, end, std::back_inserter(list.members),
                   [](const KeyedMember& entry) { return entry.member; });
    const bool isTruncated = end != entries.end();
    QList<XmlMember> members{list,
                             {QStringLiteral("IsTruncated"),
                              isTruncated ? QStringLiteral("true") : QStringLiteral("false")}};
    if (isTruncated)
        members.append({QStringLiteral("Marker"), markerOf((end - 1)->key)});
    return members;
}

} // namespace fuotadesk
