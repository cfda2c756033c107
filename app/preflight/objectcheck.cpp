#include "preflight/objectcheck.h"

#include "base/worker.h"

#include <QCryptographicHash>

namespace fuotadesk {

namespace {

constexpr qint64 Piece = qint64(4) * 1024 * 1024; // bytes

tl::unexpected<Error> differs()
{
    return failure(ErrorKind::Conflict, QStringLiteral("object-differs"));
}

// One check; a child of its call, so that it dies with it.
class Check final : public QObject {
public:
    Check(std::shared_ptr<S3Client> s3, ImageLocation object, ObjectExpectation expected,
          CallOf<S3ObjectFacts>* call)
        : QObject(call),
          m_s3(std::move(s3)),
          m_object(std::move(object)),
          m_expected(std::move(expected)),
          m_call(call)
    {
    }

    void begin()
    {
        m_s3->head(m_object, this)->then(this, [this](const Result<S3ObjectFacts>& facts) {
            if (!facts)
                m_call->settle(failure(facts.error()));
            else
                compare(*facts);
        });
    }

private:
    void compare(const S3ObjectFacts& facts)
    {
        m_facts = facts;
        const bool isSurelyOther = facts.size != m_expected.size
            || (!facts.sha256.isEmpty() && facts.sha256 != m_expected.sha256);
        // With a key of KMS an ETag is no MD5.
        const bool agrees =
            facts.encryption.startsWith(u"aws:kms") || facts.eTag == m_expected.eTag;
        if (isSurelyOther)
            m_call->settle(differs());
        else if (isTold(facts, m_expected) && agrees)
            m_call->settle(facts);
        else
            readOn();
    }

    void readOn()
    {
        const qint64 last = std::min(m_read + Piece, m_expected.size) - 1;
        m_s3->get(m_object, m_read, last, this)
            ->then(this, [this, last](const Result<QByteArray>& bytes) {
                if (!bytes)
                    m_call->settle(failure(bytes.error()));
                else if (bytes->size() != last - m_read + 1)
                    m_call->settle(differs());
                else
                    hash(*bytes);
            });
    }

    void hash(const QByteArray& bytes)
    {
        m_read += bytes.size();
        m_worker
            .run<QByteArray>(this,
                             [hash = m_hash, bytes]() -> Result<QByteArray> {
                                 hash->addData(bytes);
                                 return hash->result();
                             })
            ->then(this, [this](const Result<QByteArray>& sha256) {
                if (m_read < m_expected.size)
                    readOn();
                else if (*sha256 == m_expected.sha256)
                    m_call->settle(m_facts);
                else
                    m_call->settle(differs());
            });
    }

    std::shared_ptr<S3Client> m_s3;
    ImageLocation m_object;
    ObjectExpectation m_expected;
    CallOf<S3ObjectFacts>* m_call;
    S3ObjectFacts m_facts;
    qint64 m_read = 0;
    std::shared_ptr<QCryptographicHash> m_hash =
        std::make_shared<QCryptographicHash>(QCryptographicHash::Sha256); // the worker's
    Worker m_worker;
};

} // namespace

bool isTold(const S3ObjectFacts& facts, const ObjectExpectation& expected)
{
    return facts.size == expected.size && facts.sha256 == expected.sha256;
}

CallOf<S3ObjectFacts>* checkObject(const std::shared_ptr<S3Client>& s3, const ImageLocation& object,
                                   const ObjectExpectation& expected, QObject* owner)
{
    auto* call = new CallOf<S3ObjectFacts>(owner);
    auto* check = new Check(s3, object, expected, call);
    call->onCancel([check = QPointer<Check>(check)] { delete check; });
    check->begin();
    return call;
}

} // namespace fuotadesk
