#pragma once

#include <QByteArray>
#include <QList>

#include <memory>

namespace fuotadesk {

// What an object holds: bytes that were sent, piece behind piece, or a pattern that is made when it
// is read. Copies share the bytes.
class ObjectBytes {
public:
    ObjectBytes() = default;
    // The same bytes each time for the same seed, and no two alike.
    static ObjectBytes pattern(quint64 seed, qint64 size);

    void append(const ObjectBytes& more);
    qint64 size() const { return m_size; }
    // Fewer where the object ends.
    QByteArray read(qint64 from, qint64 count) const;
    QByteArray md5() const; // 16 bytes

private:
    friend class ByteRoom;

    struct Piece {
        std::shared_ptr<const QByteArray> held; // null: a pattern
        quint64 seed = 0;
        qint64 size = 0;
    };

    static void readPiece(const Piece& piece, qint64 from, qint64 count, QByteArray& bytes);

    QList<Piece> m_pieces;
    qint64 m_size = 0;
};

// So many bytes and no more; the room comes back when the last copy is gone.
class ByteRoom {
public:
    explicit ByteRoom(qint64 most) : m_used(std::make_shared<qint64>(0)), m_most(most) { }

    bool hasFor(qint64 size) const { return size <= m_most - *m_used; }
    ObjectBytes keep(const QByteArray& bytes); // where it has room
    qint64 used() const { return *m_used; }

private:
    std::shared_ptr<qint64> m_used;
    qint64 m_most;
};

} // namespace fuotadesk
