// Calls S3 with the class the program calls it with, for a peer that checks what comes.
//
//   s3driver [--ahead SECONDS] [--undated] [--tamper] ENDPOINT REGION
//
// Each line of its input is one operation, a JSON array of words; the answer is one line of JSON.
// Keys are taken from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. --ahead sets the clock;
// --undated takes the Date header from the answers; --tamper changes a byte of every body behind
// the signature.
//
//   ["buckets"] ["region", BUCKET] ["list", BUCKET, PREFIX, DELIMITER, TOKEN, SIZE]
//   ["head", BUCKET, KEY] ["get", BUCKET, KEY, FIRST, LAST] ["put", BUCKET, KEY, FILE, "keep"]
//   ["begin", BUCKET, KEY, SHA256] ["part", BUCKET, KEY, ID, NUMBER, FILE]
//   ["complete", BUCKET, KEY, ID, "replace", NUMBER:SIZE:ETAG…] ["abort", BUCKET, KEY, ID]
//   ["parts", BUCKET, KEY, ID] ["uploads", BUCKET]
#include "aws/networktransport.h"
#include "aws/retryingtransport.h"
#include "aws/s3/s3client.h"
#include "aws/signedtransports.h"
#include "aws/signingtransport.h"
#include "aws/timestamps.h"
#include "profiles/processenvironment.h"
#include "store/activitywords.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <map>

using namespace fuotadesk;

namespace {

class AheadClock final : public Clock {
public:
    QDateTime now() const override { return m_clock.now().addSecs(seconds); }

    qint64 seconds = 0;

private:
    SystemClock m_clock;
};

// Between the signature and the network.
class Tamperer final : public Transport {
public:
    Tamperer(Transport& inner, bool isTampering, bool isUndated)
        : m_inner(inner),
          m_isTampering(isTampering),
          m_isUndated(isUndated)
    {
    }

    CallOf<HttpResponse>* send(const HttpRequest& request, QObject* owner) override
    {
        HttpRequest changed = request;
        if (m_isTampering && !changed.body.isEmpty())
            changed.body[0] = static_cast<char>(changed.body.at(0) ^ 1);
        auto* call = new CallOf<HttpResponse>(owner);
        forward(m_inner.send(changed, call), call,
                [undated = m_isUndated](Result<HttpResponse> answer) -> Result<HttpResponse> {
                    if (answer && undated)
                        answer->headers.removeIf([](const HttpHeader& header) {
                            return header.name.compare("date", Qt::CaseInsensitive) == 0;
                        });
                    return answer;
                });
        return call;
    }

private:
    Transport& m_inner;
    bool m_isTampering;
    bool m_isUndated;
};

class Services final : public SignedTransports {
public:
    Services(const AheadClock& clock, bool isTampering, bool isUndated)
        : m_clock(clock),
          m_tamperer(m_network, isTampering, isUndated)
    {
    }

    Transport& signedFor(const char* service, const QString& region) override
    {
        auto& stack = m_stacks[region];
        if (!stack)
            stack = std::make_unique<Stack>(m_tamperer, m_keys, region, m_clock, service, m_random);
        return stack->retrying;
    }

private:
    struct Stack {
        Stack(Transport& inner, const Credentials& keys, const QString& region, const Clock& clock,
              const char* service, RandomSource& random)
            : signing(inner, keys, region, clock, service),
              retrying(signing, random)
        {
        }

        SigningTransport signing;
        RetryingTransport retrying;
    };

    static Credentials keysOf(const Environment& environment)
    {
        return {environment.value(QStringLiteral("AWS_ACCESS_KEY_ID")),
                Secret(environment.value(QStringLiteral("AWS_SECRET_ACCESS_KEY")).toLatin1()),
                {}};
    }

    const AheadClock& m_clock;
    SystemRandom m_random;
    Credentials m_keys = keysOf(processEnvironment());
    NetworkTransport m_network{NetworkOptions()};
    Tamperer m_tamperer;
    std::map<QString, std::unique_ptr<Stack>> m_stacks;
};

QJsonValue told(const QString& text)
{
    return text;
}

QJsonValue told(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QJsonValue told(const QDateTime& time)
{
    return QString::fromLatin1(iso8601Text(time));
}

QJsonValue told(const S3Bucket& bucket)
{
    return QJsonArray{bucket.name, told(bucket.createdAt)};
}

QJsonValue told(const S3Object& object)
{
    return QJsonArray{object.key, object.size, object.eTag, told(object.modifiedAt)};
}

QJsonValue told(const S3Part& part)
{
    return QJsonArray{part.number, part.size, part.eTag};
}

QJsonValue told(const S3Upload& upload)
{
    return QJsonArray{upload.key, upload.id, told(upload.begunAt)};
}

QJsonValue told(const S3Written& written)
{
    return QJsonArray{written.eTag, written.versionId};
}

QJsonValue told(const S3ObjectFacts& facts)
{
    return QJsonObject{{QStringLiteral("size"), facts.size},
                       {QStringLiteral("eTag"), facts.eTag},
                       {QStringLiteral("modifiedAt"), told(facts.modifiedAt)},
                       {QStringLiteral("sha256"), QString::fromLatin1(facts.sha256.toHex())}};
}

template <typename Item>
QJsonValue told(const QList<Item>& items)
{
    QJsonArray array;
    for (const Item& item : items)
        array.append(told(item));
    return array;
}

QJsonValue told(const S3Page& page)
{
    return QJsonObject{{QStringLiteral("objects"), told(page.objects)},
                       {QStringLiteral("folders"), QJsonArray::fromStringList(page.folders)},
                       {QStringLiteral("nextToken"), page.nextToken}};
}

QJsonObject told(const Error& error)
{
    return {{QStringLiteral("kind"), failureWord(error.kind)},
            {QStringLiteral("code"), error.code},
            {QStringLiteral("status"), error.httpStatus},
            {QStringLiteral("detail"), error.detail}};
}

void print(const QJsonObject& line)
{
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

S3Client::Body bodyOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        std::perror(qPrintable(path));
    return {file.readAll(), {}, {}, nullptr};
}

QList<S3Part> partsOf(const QStringList& words)
{
    QList<S3Part> parts;
    for (const QString& word : words) {
        const QStringList fields = word.split(u':');
        parts.append({fields.value(0).toInt(), fields.value(1).toLongLong(), fields.value(2)});
    }
    return parts;
}

class Driver {
public:
    Driver(Services& services, const ServiceAddress& address) : m_s3(services, address)
    {
        if (!m_input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered))
            std::perror("standard input");
    }

    void next()
    {
        const QByteArray line = m_input.readLine();
        if (line.isEmpty()) {
            QCoreApplication::exit(0);
            return;
        }
        m_words.clear();
        for (const auto& word : QJsonDocument::fromJson(line).array())
            m_words.append(word.toVariant().toString());
        if (!read() && !write())
            QCoreApplication::exit(2);
    }

private:
    QString word(int index) const { return m_words.value(index); }
    ImageLocation object() const { return {word(1), word(2)}; }

    static S3Client::Existing existing(const QString& text)
    {
        return text == u"keep" ? S3Client::Existing::Keep : S3Client::Existing::Replace;
    }

    bool read()
    {
        const QString what = word(0);
        if (what == u"buckets")
            await(m_s3.buckets(&m_owner));
        else if (what == u"region")
            await(m_s3.region(word(1), &m_owner));
        else if (what == u"list")
            await(m_s3.list({word(1), word(2), word(3), word(4), word(5).toInt()}, &m_owner));
        else if (what == u"head")
            await(m_s3.head(object(), &m_owner));
        else if (what == u"get")
            await(m_s3.get(object(), word(3).toLongLong(), word(4).toLongLong(), &m_owner));
        else if (what == u"parts")
            await(m_s3.parts(object(), word(3), &m_owner));
        else if (what == u"uploads")
            await(m_s3.uploads(word(1), &m_owner));
        else
            return false;
        return true;
    }

    bool write()
    {
        const QString what = word(0);
        if (what == u"put")
            await(m_s3.put(object(), bodyOf(word(3)), existing(word(4)), &m_owner));
        else if (what == u"begin")
            await(m_s3.beginUpload(object(), QByteArray::fromHex(word(3).toLatin1()), &m_owner));
        else if (what == u"part")
            await(m_s3.putPart(object(), word(3), word(4).toInt(), bodyOf(word(5)), &m_owner));
        else if (what == u"complete")
            await(m_s3.completeUpload(object(), word(3), partsOf(m_words.mid(5)), existing(word(4)),
                                      &m_owner));
        else if (what == u"abort")
            await(m_s3.abortUpload(object(), word(3), &m_owner));
        else
            return false;
        return true;
    }

    template <typename T>
    void await(CallOf<T>* call)
    {
        call->then(&m_owner, [this](const Result<T>& result) {
            if (!result)
                print(told(result.error()));
            else if constexpr (std::is_void_v<T>)
                print({{QStringLiteral("value"), true}});
            else
                print({{QStringLiteral("value"), told(*result)}});
            next();
        });
    }

    S3Client m_s3;
    QFile m_input;
    QStringList m_words;
    QObject m_owner;
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QString ahead = QStringLiteral("ahead");
    parser.addOption({ahead, QString(), QStringLiteral("seconds")});
    parser.addOption({QStringLiteral("undated"), QString()});
    parser.addOption({QStringLiteral("tamper"), QString()});
    parser.process(application);
    const QStringList place = parser.positionalArguments();
    if (place.size() != 2)
        return 2;
    AheadClock clock;
    clock.seconds = parser.value(ahead).toLongLong();
    Services services(clock, parser.isSet(QStringLiteral("tamper")),
                      parser.isSet(QStringLiteral("undated")));
    Driver driver(services, {QUrl(place.at(0)), place.at(1)});
    driver.next();
    return QCoreApplication::exec();
}
