#include "buckets/objectbytes.h"

#include <QCryptographicHash>

#include <algorithm>
#include <utility>

namespace fuotadesk {

namespace {

constexpr qint64 WordBytes = 8;
constexpr qint64 BlockBytes = qint64{64} * 1024;

// One step of SplitMix64: https://prng.di.unimi.it/splitmix64.c
quint64 wordAt(quint64 seed, quint64 index)
{
    quint64 word = seed + (index + 1) * 0x9e3779b97f4a7c15U;
    word = (word ^ (word >> 30)) * 0xbf58476d1ce4e5b9U;
    word = (word ^ (word >> 27)) * 0x94d049bb133111ebU;
    return word ^ (word >> 31);
}

} // namespace

ObjectBytes ObjectBytes::pattern(quint64 seed, qint64 size)
{
    ObjectBytes made;
    made.m_pieces = {Piece{nullptr, seed, size}};
    made.m_size = size;
    return made;
}

void ObjectBytes::append(const ObjectBytes& more)
{
    m_pieces += more.m_pieces;
    m_size += more.m_size;
}

void ObjectBytes::readPiece(const Piece& piece, qint64 from, qint64 count, QByteArray& bytes)
{
    if (piece.held) {
        if (bytes.isEmpty() && from == 0 && count == piece.held->size())
            bytes = *piece.held; // shared
        else
            bytes.append(QByteArrayView(*piece.held).sliced(from, count));
        return;
    }
    for (qint64 at = from; at < from + count; ++at)
        bytes.append(char(wordAt(piece.seed, quint64(at / WordBytes)) >> (8 * (at % WordBytes))));
}

QByteArray ObjectBytes::read(qint64 from, qint64 count) const
{
    QByteArray bytes;
    qint64 begin = 0; // of the piece
    const qint64 end = from + std::min(count, m_size - from);
    if (m_pieces.size() > 1)
        bytes.reserve(std::max(qint64{0}, end - from));
    for (const Piece& piece : m_pieces) {
        const qint64 first = std::max(from, begin);
        const qint64 last = std::min(end, begin + piece.size);
        if (first < last)
            readPiece(piece, first - begin, last - first, bytes);
        begin += piece.size;
    }
    return bytes;
}

QByteArray ObjectBytes::md5() const
{
    QCryptographicHash hash(QCryptographicHash::Md5);
    for (const Piece& piece : m_pieces) {
        if (piece.held) {
            hash.addData(*piece.held);
            continue;
        }
        for (qint64 at = 0; at < piece.size; at += BlockBytes) {
            QByteArray block;
            readPiece(piece, at, std::min(BlockBytes, piece.size - at), block);
            hash.addData(block);
        }
    }
    return hash.result();
}

ObjectBytes ByteRoom::keep(const QByteArray& bytes)
{
    *m_used += bytes.size();
    const auto giveBack = [used = m_used](const QByteArray* held) {
        *used -= held->size();
        delete held;
    };
    ObjectBytes kept;
    kept.m_pieces = {
        {std::shared_ptr<const QByteArray>(new QByteArray(bytes), giveBack), 0, bytes.size()}};
    kept.m_size = bytes.size();
    return kept;
}

} // namespace fuotadesk
