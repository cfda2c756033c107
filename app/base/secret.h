#pragma once

#include <QByteArray>

namespace fuotadesk {

// A secret text. It has no stream operator and no conversion to QString; its bytes are overwritten
// when the last holder lets go. Only the signer and the keychain ask for reveal().
class Secret {
public:
    Secret() = default;
    explicit Secret(QByteArray bytes);
    Secret(const Secret&) = default;
    Secret(Secret&& other) noexcept;
    Secret& operator=(const Secret& other);
    Secret& operator=(Secret&& other) noexcept;
    ~Secret();

    bool isEmpty() const { return m_bytes.isEmpty(); }
    const QByteArray& reveal() const { return m_bytes; }

    friend bool operator==(const Secret&, const Secret&) = default;

private:
    void wipe();

    QByteArray m_bytes;
};

// Overwrites the bytes of a buffer nobody else shares.
void wipe(QByteArray& bytes);
void wipe(QString& text);

} // namespace fuotadesk
