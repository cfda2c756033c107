#include "conformance/ts004.h"

#include "lorawan/fragmentcommands.h"
#include "lorawan/fragmentcount.h"
#include "lorawan/fragmentencoder.h"

#include <QCryptographicHash>

#include <algorithm>

namespace fuotadesk::ts004 {

using lorawan::FragmentEncoder;
using lorawan::Variant;

namespace {

QByteArray hexIn(const QJsonObject& test, const QString& key)
{
    return test.value(key).toString().toUtf8();
}

// about.image_rule: SHA-256 of "seed:0", "seed:1" and so on, one after the other.
QByteArray countedImage(const QByteArray& seed, qsizetype length)
{
    QByteArray image;
    for (int i = 0; image.size() < length; ++i)
        image += QByteArray::fromHex(sha256(seed + ':' + QByteArray::number(i)));
    return image.left(length);
}

QByteArray imageOf(const QJsonObject& test)
{
    if (test.contains(u"image"))
        return QByteArray::fromHex(hexIn(test, QStringLiteral("image")));
    const QString rule = test.value(u"image_rule").toString();
    const QString seed = rule.section(QStringLiteral("seed='"), 1).section(u'\'', 0, 0);
    return countedImage(seed.toUtf8(), test.value(u"image_len").toInt());
}

std::vector<QByteArray> codedFragments(const FragmentEncoder& encoder, int count)
{
    std::vector<QByteArray> fragments;
    for (int i = 1; i <= count; ++i)
        fragments.push_back(bytesOf(encoder.fragment(encoder.dataFragments() + i)));
    return fragments;
}

void compareListed(const QJsonArray& expected, const std::vector<QByteArray>& coded,
                   Disagreements& found)
{
    QJsonArray actual;
    for (const QByteArray& fragment : coded)
        actual.append(QString::fromLatin1(fragment.toHex()));
    found.expect("coded fragments", QJsonValue(expected), QJsonValue(actual));
}

void compareHashed(const QJsonObject& test, const QString& key,
                   const std::vector<QByteArray>& coded, Disagreements& found)
{
    QByteArray all;
    for (const QByteArray& fragment : coded)
        all += fragment;
    found.expect("coded SHA-256", hexIn(test, key + QStringLiteral("_sha256")), sha256(all));
    found.expect("first coded", hexIn(test, key + QStringLiteral("_first")), coded.front().toHex());
    found.expect("last coded", hexIn(test, key + QStringLiteral("_last")), coded.back().toHex());
}

// about.onair, for every fragment of the session.
void compareOnAir(const FragmentEncoder& encoder, int total, Disagreements& found)
{
    for (int number = 1; number <= std::min<int>(total, lorawan::MaximumFragments); ++number) {
        const int fragIndex = number % 4;
        const auto fragment = encoder.fragment(number);
        const int word = (fragIndex << 14) | number;
        QByteArray expected("\x08");
        expected.append(static_cast<char>(word % 256)).append(static_cast<char>(word / 256));
        const auto command = lorawan::dataFragmentCommand(fragIndex, number, fragment);
        found.expect("on air", (expected + bytesOf(fragment)).toHex(),
                     command ? bytesOf(*command).toHex() : QByteArray("nothing"));
    }
}

void compareCounts(const QJsonObject& test, const FragmentEncoder& encoder, Disagreements& found)
{
    const int redundant = test.value(u"redundancy_fragments").toInt();
    found.expect("M", test.value(u"M"), QJsonValue(encoder.dataFragments()));
    found.expect("padding", test.value(u"padding"), QJsonValue(encoder.padding()));
    found.expect("total", test.value(u"total"), QJsonValue(encoder.dataFragments() + redundant));
    const auto last = bytesOf(encoder.fragment(encoder.dataFragments())).toHex();
    for (const auto& key : {QStringLiteral("uncoded_last"), QStringLiteral("last_uncoded")})
        if (test.contains(key))
            found.expect("last uncoded", hexIn(test, key), last);
}

void compareVariant(const QJsonObject& test, const QString& key, const QByteArray& image,
                    Variant variant, Disagreements& found)
{
    const std::vector<std::uint8_t> bytes(image.begin(), image.end());
    const auto encoder = FragmentEncoder::create(bytes, test.value(u"frag_size").toInt(), variant);
    if (!encoder) {
        found.add(QStringLiteral("refused"));
        return;
    }
    const int redundant = test.value(u"redundancy_fragments").toInt();
    compareCounts(test, *encoder, found);
    compareOnAir(*encoder, test.value(u"total").toInt(), found);
    const auto coded =
        codedFragments(*encoder, std::clamp<int>(redundant, 1, lorawan::MaximumFragments));
    if (test.contains(key))
        compareListed(test.value(key).toArray(), coded, found);
    else
        compareHashed(test, key, coded, found);
}

} // namespace

QByteArray sha256(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray packedRow(Variant variant, int dataFragments, int codedFragment)
{
    if (dataFragments < 1 || codedFragment < 1
        || std::max(dataFragments, codedFragment) > lorawan::MaximumFragments)
        return {};
    std::vector<std::uint64_t> row(lorawan::rowWords(dataFragments));
    lorawan::parityRow(variant, dataFragments, codedFragment, row);
    QByteArray packed((dataFragments + 7) / 8, '\0');
    for (int i = 0; i < dataFragments; ++i) {
        const std::uint64_t bit = (row[static_cast<std::size_t>(i) / 64] >> (i % 64)) & 1;
        if (bit != 0)
            packed[i / 8] = static_cast<char>(packed[i / 8] | (0x80 >> (i % 8)));
    }
    return packed;
}

Disagreements checkEncoding(const QJsonObject& test)
{
    Disagreements found;
    const QByteArray image = imageOf(test);
    found.expect("image length", test.value(u"image_len"), QJsonValue(image.size()));
    if (test.contains(u"image_sha256"))
        found.expect("image SHA-256", hexIn(test, QStringLiteral("image_sha256")), sha256(image));
    compareVariant(test, QStringLiteral("coded_v1"), image, Variant::V1, found);
    compareVariant(test, QStringLiteral("coded_v2"), image, Variant::V2, found);
    return found;
}

} // namespace fuotadesk::ts004
