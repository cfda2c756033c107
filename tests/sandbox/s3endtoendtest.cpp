#include "aws/s3/s3client.h"
#include "aws/transportstack.h"
#include "buckets/objectbytes.h"
#include "sandbox/sandbox.h"
#include "support/outcome.h"
#include "support/testcase.h"

#include <QCryptographicHash>

namespace fuotadesk {

// The program's own client of S3, over real sockets, and the sandbox at the other end.
class S3EndToEndTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void bucketsAndFoldersAreListed();
    void oddKeysAreFound_data();
    void oddKeysAreFound();
    void otherRegionIsFollowed();
    void whatIsThereIsKept();
    void partsBecomeOneObject();
    void abortedUploadIsGone();
    void lostAnswersAreMadeGood();

private:
    template <typename T>
    Result<T> settled(CallOf<T>* call)
    {
        Outcome<T> outcome;
        outcome.watch(call, this);
        if (!QTest::qWaitFor([&] { return outcome.count > 0; }, 20'000))
            return failure(ErrorKind::TimedOut);
        return *outcome.result;
    }

    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<LocalEndpoint> m_sandbox;
    std::unique_ptr<TransportStackFactory> m_factory;
    std::shared_ptr<TransportStack> m_stack;
    std::unique_ptr<S3Client> m_client;
};

namespace {

const auto Bucket = QStringLiteral("sandbox-bucket");

QByteArray sha256(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

S3Client::Body bodyOf(const QByteArray& bytes)
{
    S3Client::Body body;
    body.bytes = bytes;
    body.sha256 = sha256(bytes).toHex();
    return body;
}

} // namespace

void S3EndToEndTest::initTestCase()
{
    m_sandbox = makeSandbox(m_clock, m_random);
    QVERIFY(m_sandbox->start({}));
    m_factory = makeTransportStackFactory(m_clock, m_random, {});
    Connection connection = sandboxConnection();
    connection.endpointUrl = m_sandbox->url();
    const auto stack =
        settled(m_factory->make(connection, fixedCredentials(m_sandbox->credentials()), this));
    QVERIFY(stack);
    m_stack = *stack;
    m_client = std::make_unique<S3Client>(
        *m_stack, ServiceAddress{QUrl(m_sandbox->url()), m_sandbox->region()});
}

void S3EndToEndTest::cleanupTestCase()
{
    m_client.reset();
    m_stack.reset();
    m_sandbox.reset();
}

void S3EndToEndTest::bucketsAndFoldersAreListed()
{
    const auto buckets = settled(m_client->buckets(this));
    QVERIFY(buckets);
    QCOMPARE(buckets->size(), 4);
    S3Client::Listing listing;
    listing.bucket = QStringLiteral("firmware-bucket");
    listing.delimiter = QStringLiteral("/");
    const auto top = settled(m_client->list(listing, this));
    QVERIFY(top);
    QCOMPARE(top->folders, (QStringList{QStringLiteral("meters/"), QStringLiteral("valves/")}));
    QCOMPARE(top->objects.value(0).key, QStringLiteral("too-large.bin"));
    listing = {Bucket, QStringLiteral("small/"), {}, {}, 100};
    QStringList keys;
    for (int page = 0; page < 3; ++page) {
        const auto got = settled(m_client->list(listing, this));
        QVERIFY(got);
        for (const S3Object& object : got->objects)
            keys.append(object.key);
        listing.token = got->nextToken;
    }
    QCOMPARE(keys.size(), 250);
    QCOMPARE(QSet<QString>(keys.begin(), keys.end()).size(), 250);
    QVERIFY(listing.token.isEmpty());
}

void S3EndToEndTest::oddKeysAreFound_data()
{
    QTest::addColumn<QString>("key");
    for (const char* key : {"odd/a b.bin", "odd/plus+%2B&?#=.bin", "odd/größe-電表.bin",
                            "odd//double.bin", "odd/'(quoted)!*.bin", "odd/~tilde ends "})
        QTest::newRow(key) << QString::fromUtf8(key);
}

void S3EndToEndTest::oddKeysAreFound()
{
    QFETCH(QString, key);
    const QByteArray bytes = key.toUtf8();
    QVERIFY(
        settled(m_client->put({Bucket, key}, bodyOf(bytes), S3Client::Existing::Replace, this)));
    const auto facts = settled(m_client->head({Bucket, key}, this));
    QVERIFY(facts);
    QCOMPARE(facts->size, bytes.size());
    QCOMPARE(facts->sha256, sha256(bytes));
    QCOMPARE(settled(m_client->get({Bucket, key}, 2, 4, this)).value_or(QByteArray()),
             bytes.mid(2, 3));
    S3Client::Listing listing;
    listing.bucket = Bucket;
    listing.prefix = key;
    const auto listed = settled(m_client->list(listing, this));
    QVERIFY(listed);
    QCOMPARE(listed->objects.value(0).key, key);
}

void S3EndToEndTest::otherRegionIsFollowed()
{
    const auto bucket = QStringLiteral("firmware-elsewhere");
    const auto facts =
        settled(m_client->head({bucket, QStringLiteral("meters/meter-fw-2-4-1.bin")}, this));
    QVERIFY(facts);
    QCOMPARE(facts->size, 102'400);
    QCOMPARE(settled(m_client->region(bucket, this)).value_or(QString()),
             QStringLiteral("us-east-1"));
    const auto encrypted = settled(m_client->head(
        {QStringLiteral("firmware-encrypted"), QStringLiteral("meters/meter-fw-2-4-1.bin")}, this));
    QVERIFY(encrypted);
    QCOMPARE(encrypted->encryption, QStringLiteral("aws:kms"));
    QVERIFY(encrypted->kmsKeyArn.startsWith(u"arn:aws:kms:"));
    const auto none = settled(m_client->head({Bucket, QStringLiteral("none")}, this));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ErrorKind::NotFound);
}

void S3EndToEndTest::whatIsThereIsKept()
{
    const ImageLocation there{Bucket, QStringLiteral("first-steps.bin")};
    const auto refused =
        settled(m_client->put(there, bodyOf("other"), S3Client::Existing::Keep, this));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QCOMPARE(refused.error().code, QStringLiteral("PreconditionFailed"));
    const auto facts = settled(m_client->head(there, this));
    QVERIFY(facts);
    QCOMPARE(facts->size, 20'480);
}

void S3EndToEndTest::partsBecomeOneObject()
{
    const ImageLocation object{QStringLiteral("firmware-bucket"), QStringLiteral("up/it.bin")};
    const QByteArray bytes =
        ObjectBytes::pattern(3, SmallestS3Part + 1000).read(0, SmallestS3Part + 1000);
    const auto id = settled(m_client->beginUpload(object, sha256(bytes), this));
    QVERIFY(id);
    QList<S3Part> parts;
    for (const int number : {1, 2}) {
        const auto part = settled(m_client->putPart(
            object, *id, number, bodyOf(bytes.mid((number - 1) * SmallestS3Part, SmallestS3Part)),
            this));
        QVERIFY(part);
        parts.append(*part);
    }
    QCOMPARE(settled(m_client->parts(object, *id, this)).value_or(QList<S3Part>()), parts);
    const auto uploads = settled(m_client->uploads(object.bucket, this));
    QVERIFY(uploads);
    QCOMPARE(uploads->value(0).id, *id);
    const auto written =
        settled(m_client->completeUpload(object, *id, parts, S3Client::Existing::Keep, this));
    QVERIFY(written);
    QVERIFY(written->eTag.endsWith(u"-2"));
    QVERIFY(!written->versionId.isEmpty());
    const auto facts = settled(m_client->head(object, this));
    QVERIFY(facts);
    QCOMPARE(facts->sha256, sha256(bytes));
    QCOMPARE(facts->eTag, written->eTag);
    QVERIFY(settled(m_client->get(object, 0, bytes.size(), this)).value_or(QByteArray()) == bytes);
}

void S3EndToEndTest::abortedUploadIsGone()
{
    const ImageLocation object{Bucket, QStringLiteral("up/aborted.bin")};
    const auto id = settled(m_client->beginUpload(object, sha256({}), this));
    QVERIFY(id);
    QVERIFY(settled(m_client->abortUpload(object, *id, this)));
    const auto uploads = settled(m_client->uploads(Bucket, this));
    QVERIFY(uploads);
    QVERIFY(uploads->isEmpty());
    const auto parts = settled(m_client->parts(object, *id, this));
    QVERIFY(!parts);
    QCOMPARE(parts.error().code, QStringLiteral("NoSuchUpload"));
}

// A lost answer has had its effect: the client finds its own bytes there when it asks again.
void S3EndToEndTest::lostAnswersAreMadeGood()
{
    QVERIFY(m_sandbox->setFaults({*parseFault(QStringLiteral("lost=0.3:PutObject")),
                                  *parseFault(QStringLiteral("500=0.2:HeadObject"))}));
    const auto locationOf = [](int i) {
        return ImageLocation{Bucket, QStringLiteral("lost/%1").arg(i)};
    };
    for (int i = 0; i < 5; ++i) {
        if (i == 4) // at least one is lost for certain
            QVERIFY(m_sandbox->setFaults({*parseFault(QStringLiteral("lost=1:PutObject"))}));
        const auto put =
            settled(m_client->put(locationOf(i), bodyOf("bytes"), S3Client::Existing::Keep, this));
        QVERIFY(put || put.error().maybeExecuted);
    }
    QVERIFY(m_sandbox->setFaults({}));
    for (int i = 0; i < 5; ++i) {
        const auto facts = settled(m_client->head(locationOf(i), this));
        QVERIFY(facts);
        QCOMPARE(facts->sha256, sha256("bytes"));
    }
}

FUOTADESK_TEST(S3EndToEndTest);

} // namespace fuotadesk

#include "s3endtoendtest.moc"
