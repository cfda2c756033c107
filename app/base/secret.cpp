#include "base/secret.h"

#include <QString>

#include <utility>

namespace fuotadesk {

namespace {

// volatile: the compiler must not drop writes to memory that is about to be freed
void overwrite(volatile char* data, qsizetype size)
{
    for (qsizetype i = 0; i < size; ++i)
        data[i] = 0;
}

} // namespace

void wipe(QByteArray& bytes)
{
    if (bytes.isDetached())
        overwrite(bytes.data(), bytes.size());
    bytes.clear();
}

void wipe(QString& text)
{
    if (text.isDetached())
        overwrite(reinterpret_cast<volatile char*>(text.data()),
                  text.size() * qsizetype(sizeof(QChar)));
    text.clear();
}

Secret::Secret(QByteArray bytes) : m_bytes(std::move(bytes)) { }

Secret::Secret(Secret&& other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) { }

Secret& Secret::operator=(const Secret& other)
{
    if (this != &other) {
        wipe();
        m_bytes = other.m_bytes;
    }
    return *this;
}

Secret& Secret::operator=(Secret&& other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, {});
    }
    return *this;
}

Secret::~Secret()
{
    wipe();
}

void Secret::wipe()
{
    fuotadesk::wipe(m_bytes);
}

} // namespace fuotadesk
