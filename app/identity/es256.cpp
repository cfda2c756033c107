#include "identity/es256.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>

#include <memory>

namespace fuotadesk {

namespace {

template <auto Free>
struct Released {
    template <typename T>
    void operator()(T* pointer) const
    {
        Free(pointer);
    }
};

using Key = std::unique_ptr<EVP_PKEY, Released<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Released<EVP_PKEY_CTX_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Released<EVP_MD_CTX_free>>;
using Pair = std::unique_ptr<ECDSA_SIG, Released<ECDSA_SIG_free>>;
using Buffer = std::unique_ptr<BIO, Released<BIO_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Released<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Released<OSSL_PARAM_free>>;

const unsigned char* bytes(const QByteArray& text)
{
    return reinterpret_cast<const unsigned char*>(text.constData());
}

// Null when the point is not on the curve.
Key publicKey(const PublicPoint& point)
{
    const QByteArray encoded = QByteArray(1, '\4') + point.x + point.y;
    const Builder builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, encoded.constData(),
                                     std::size_t(encoded.size()));
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    EVP_PKEY* key = nullptr;
    if (EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return {};
    return Key(key);
}

QByteArray derOf(const QByteArray& signature)
{
    const int half = int(CoordinateLength);
    const Pair pair(ECDSA_SIG_new());
    ECDSA_SIG_set0(pair.get(), BN_bin2bn(bytes(signature), half, nullptr),
                   BN_bin2bn(bytes(signature) + half, half, nullptr));
    const int size = i2d_ECDSA_SIG(pair.get(), nullptr);
    if (size <= 0)
        return {};
    QByteArray der(size, '\0');
    auto* out = reinterpret_cast<unsigned char*>(der.data());
    i2d_ECDSA_SIG(pair.get(), &out);
    return der;
}

} // namespace

bool isSignedBy(const PublicPoint& point, const QByteArray& text, const QByteArray& signature)
{
    if (point.x.size() != CoordinateLength || point.y.size() != CoordinateLength
        || signature.size() != 2 * CoordinateLength)
        return false;
    const Key key = publicKey(point);
    const QByteArray der = derOf(signature);
    const Digest digest(EVP_MD_CTX_new());
    return key && EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1
        && EVP_DigestVerify(digest.get(), bytes(der), std::size_t(der.size()), bytes(text),
                            std::size_t(text.size()))
        == 1;
}

Secret newPrivateKey()
{
    const Key key(EVP_EC_gen("prime256v1"));
    const Buffer buffer(BIO_new(BIO_s_mem()));
    if (!key
        || PEM_write_bio_PrivateKey(buffer.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr)
            != 1)
        return {};
    char* start = nullptr;
    const auto size = BIO_get_mem_data(buffer.get(), &start);
    return Secret(QByteArray(start, qsizetype(size)));
}

} // namespace fuotadesk
