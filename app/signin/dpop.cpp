#include "signin/dpop.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <memory>

namespace fuotadesk {

namespace {

constexpr int CoordinateBytes = 32; // of P-256

template <auto Free>
struct Freed {
    template <typename T>
    void operator()(T* pointer) const
    {
        Free(pointer);
    }
};

using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using Number = std::unique_ptr<BIGNUM, Freed<BN_free>>;
using Pair = std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG_free>>;
using Buffer = std::unique_ptr<BIO, Freed<BIO_free>>;

QByteArray base64Url(const QByteArray& bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray base64Url(const QJsonObject& object)
{
    return base64Url(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

// A key with a password is refused instead of asking the terminal for it.
int noPassword(char*, int, int, void*)
{
    return -1;
}

Key readKey(const QByteArray& pem)
{
    const Buffer buffer(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    Key key(PEM_read_bio_PrivateKey(buffer.get(), nullptr, noPassword, nullptr));
    std::array<char, 32> group{};
    std::size_t length = 0;
    const bool isOnCurve = key
        && EVP_PKEY_get_utf8_string_param(key.get(), OSSL_PKEY_PARAM_GROUP_NAME, group.data(),
                                          group.size(), &length)
            == 1
        && QByteArrayView(group.data(), qsizetype(length)) == "prime256v1";
    return isOnCurve ? std::move(key) : Key();
}

QByteArray fixedBytes(const BIGNUM* number)
{
    QByteArray bytes(CoordinateBytes, '\0');
    const int written =
        BN_bn2binpad(number, reinterpret_cast<unsigned char*>(bytes.data()), CoordinateBytes);
    return written == CoordinateBytes ? bytes : QByteArray();
}

QByteArray coordinate(const Key& key, const char* name)
{
    BIGNUM* number = nullptr;
    if (EVP_PKEY_get_bn_param(key.get(), name, &number) != 1)
        return {};
    return fixedBytes(Number(number).get());
}

QByteArray derSignature(const Key& key, const QByteArray& text)
{
    const Digest digest(EVP_MD_CTX_new());
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.constData());
    std::size_t size = 0;
    if (EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, key.get()) != 1
        || EVP_DigestSign(digest.get(), nullptr, &size, bytes, std::size_t(text.size())) != 1)
        return {};
    QByteArray der(qsizetype(size), '\0');
    auto* out = reinterpret_cast<unsigned char*>(der.data());
    if (EVP_DigestSign(digest.get(), out, &size, bytes, std::size_t(text.size())) != 1)
        return {};
    der.truncate(qsizetype(size));
    return der;
}

// A JWT wants both numbers side by side, 32 bytes each (RFC 7518, 3.4).
QByteArray signature(const Key& key, const QByteArray& text)
{
    const QByteArray der = derSignature(key, text);
    const auto* bytes = reinterpret_cast<const unsigned char*>(der.constData());
    const Pair pair(d2i_ECDSA_SIG(nullptr, &bytes, static_cast<long>(der.size())));
    return pair
        ? fixedBytes(ECDSA_SIG_get0_r(pair.get())) + fixedBytes(ECDSA_SIG_get0_s(pair.get()))
        : QByteArray();
}

} // namespace

Result<QByteArray> dpopProof(const Secret& pem, const QByteArray& method, const QUrl& url,
                             const QDateTime& time, const QString& id)
{
    const auto refused = failure(ErrorKind::ConfigurationInvalid, QStringLiteral("dpopKey"));
    const Key key = readKey(pem.reveal());
    if (!key)
        return refused;
    const QJsonObject publicKey{
        {QStringLiteral("kty"), QStringLiteral("EC")},
        {QStringLiteral("crv"), QStringLiteral("P-256")},
        {QStringLiteral("x"),
         QString::fromLatin1(base64Url(coordinate(key, OSSL_PKEY_PARAM_EC_PUB_X)))},
        {QStringLiteral("y"),
         QString::fromLatin1(base64Url(coordinate(key, OSSL_PKEY_PARAM_EC_PUB_Y)))}};
    const QJsonObject header{{QStringLiteral("typ"), QStringLiteral("dpop+jwt")},
                             {QStringLiteral("alg"), QStringLiteral("ES256")},
                             {QStringLiteral("jwk"), publicKey}};
    const QJsonObject claims{
        {QStringLiteral("jti"), id},
        {QStringLiteral("htm"), QString::fromLatin1(method)},
        {QStringLiteral("htu"), url.toString(QUrl::FullyEncoded | QUrl::RemoveQuery)},
        {QStringLiteral("iat"), time.toSecsSinceEpoch()}};
    const QByteArray text = base64Url(header) + '.' + base64Url(claims);
    const QByteArray raw = signature(key, text);
    if (raw.size() != qsizetype(2) * CoordinateBytes)
        return refused;
    return text + '.' + base64Url(raw);
}

} // namespace fuotadesk
