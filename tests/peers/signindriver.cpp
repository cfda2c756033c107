// Signs in and calls S3 with the classes the program signs in with, for a peer that answers both.
//
//   signindriver [OPTIONS] assume STS-URL REGION ROLE-ARN SECONDS   as credential_process wants it
//   signindriver [OPTIONS] call METHOD URL REGION                   body from standard input
//   signindriver [OPTIONS] profile NAME URL                         GET, once for a line of input
//
// assume and call take the keys in AWS_ACCESS_KEY_ID and its companions, profile takes the shared
// files; each line of its input is how many seconds the clock is ahead. Prints one line of JSON for
// each thing done, with all answers that came on the way to it. --ahead SECONDS sets the clock;
// --undated takes the Date header from the answers.
#include "aws/networktransport.h"
#include "aws/serviceerror.h"
#include "aws/signingtransport.h"
#include "aws/timestamps.h"
#include "aws/xmlleaves.h"
#include "profiles/processenvironment.h"
#include "signin/profilecatalog.h"
#include "signin/stsclient.h"
#include "store/activitywords.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace fuotadesk;

namespace {

class AheadClock final : public Clock {
public:
    QDateTime now() const override { return m_clock.now().addSecs(m_seconds); }
    void setAhead(qint64 seconds) { m_seconds = seconds; }

private:
    SystemClock m_clock;
    qint64 m_seconds = 0;
};

QJsonObject told(const Error& error)
{
    return {{QStringLiteral("kind"), failureWord(error.kind)},
            {QStringLiteral("code"), error.code},
            {QStringLiteral("detail"), error.detail}};
}

// Writes down what each answer says on the way in.
class Witness final : public Transport {
public:
    Witness(Transport& inner, bool undated) : m_inner(inner), m_undated(undated) { }

    CallOf<HttpResponse>* send(const HttpRequest& request, QObject* owner) override
    {
        auto* call = new CallOf<HttpResponse>(owner);
        forward(m_inner.send(request, call), call,
                [this, request](Result<HttpResponse> answer) -> Result<HttpResponse> {
                    note(request, answer);
                    if (answer && m_undated)
                        answer->headers.removeIf([](const HttpHeader& header) {
                            return header.name.compare("date", Qt::CaseInsensitive) == 0;
                        });
                    return answer;
                });
        return call;
    }

    QJsonArray takeSeen() { return std::exchange(m_seen, {}); }

private:
    void note(const HttpRequest& request, const Result<HttpResponse>& answer)
    {
        const QByteArray signer = headerValue(request.headers, "authorization");
        const qsizetype key = signer.indexOf('=') + 1;
        QJsonObject seen;
        if (!answer)
            seen = told(answer.error());
        else if (answer->status >= 400)
            seen = told(serviceError(request, *answer));
        else
            seen[QStringLiteral("arn")] = xmlLeaves(answer->body).value(QStringLiteral("Arn"));
        seen[QStringLiteral("operation")] = request.operation;
        seen[QStringLiteral("keyId")] =
            QString::fromLatin1(signer.mid(key, signer.indexOf('/') - key));
        m_seen << seen;
    }

    Transport& m_inner;
    bool m_undated;
    QJsonArray m_seen;
};

Credentials keysOf(const Environment& environment)
{
    const auto found = environmentCredentials(environment);
    return found && *found ? (*found)->credentials : Credentials();
}

HttpRequest objectRequest(const QString& method, const QString& url, const QByteArray& body)
{
    HttpRequest request;
    request.method = method.toLatin1();
    request.url = QUrl::fromEncoded(url.toLatin1(), QUrl::StrictMode);
    request.body = body;
    request.operation = QStringLiteral("S3");
    return request;
}

class Driver {
public:
    Driver(const QStringList& words, qint64 ahead, bool undated)
        : m_words(words),
          m_witness(m_network, undated)
    {
        m_clock.setAhead(ahead);
        if (!m_input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered))
            std::perror("standard input");
    }

    bool start()
    {
        const QString command = m_words.value(0);
        if (command == u"assume" && m_words.size() == 5)
            assume();
        else if (command == u"call" && m_words.size() == 4)
            callOnce();
        else if (command == u"profile" && m_words.size() == 3)
            findProfile();
        else
            return false;
        return true;
    }

private:
    void assume()
    {
        m_sts = std::make_unique<StsClient>(m_tools.parts,
                                            ServiceAddress{QUrl(m_words.at(1)), m_words.at(2)},
                                            keysOf(m_environment));
        const RoleRequest role{m_words.at(3),        QStringLiteral("driver"), {}, {}, {},
                               m_words.at(4).toInt()};
        m_sts->assumeRole(role, &m_owner)
            ->then(&m_owner, [this](const Result<IssuedCredentials>& issued) {
                print(issued ? printed(*issued) : told(issued.error()));
                QCoreApplication::exit(issued ? 0 : 1);
            });
    }

    static QJsonObject printed(const IssuedCredentials& issued)
    {
        const Credentials& keys = issued.credentials;
        return {
            {QStringLiteral("Version"), 1},
            {QStringLiteral("AccessKeyId"), keys.accessKeyId},
            {QStringLiteral("SecretAccessKey"), QString::fromLatin1(keys.secretAccessKey.reveal())},
            {QStringLiteral("SessionToken"), QString::fromLatin1(keys.sessionToken.reveal())},
            {QStringLiteral("Expiration"),
             QString::fromLatin1(iso8601Text(issued.expiresAt.value_or(QDateTime())))},
            {QStringLiteral("AccountId"), issued.accountId}};
    }

    void callOnce()
    {
        m_signing = std::make_unique<SigningTransport>(m_witness, keysOf(m_environment),
                                                       m_words.at(3), m_clock, "s3");
        call(objectRequest(m_words.at(1), m_words.at(2), m_input.readAll()),
             [](bool good) { QCoreApplication::exit(good ? 0 : 1); });
    }

    void findProfile()
    {
        const Connection connection = profileConnection(m_words.at(1));
        m_catalog.place(connection, &m_owner)
            ->then(&m_owner, [this, connection](const Result<ProfilePlace>& place) {
                if (!place) {
                    print(told(place.error()));
                    QCoreApplication::exit(1);
                    return;
                }
                m_signing = std::make_unique<SigningTransport>(
                    m_witness, m_catalog.credentials(connection.profile), place->connection.region,
                    m_clock, "s3");
                print({{QStringLiteral("region"), place->connection.region},
                       {QStringLiteral("sts"), place->sts.endpoint.toString()}});
                callForNextLine();
            });
    }

    void callForNextLine()
    {
        const QByteArray line = m_input.readLine();
        if (line.isEmpty()) {
            QCoreApplication::exit(0);
            return;
        }
        m_clock.setAhead(line.trimmed().toLongLong());
        call(objectRequest(QStringLiteral("GET"), m_words.at(2), {}),
             [this](bool) { callForNextLine(); });
    }

    template <typename Next>
    void call(const HttpRequest& request, Next next)
    {
        m_signing->send(request, &m_owner)
            ->then(&m_owner, [this, request, next](const Result<HttpResponse>& answer) {
                const bool good = answer && answer->status < 400;
                if (good)
                    print({{QStringLiteral("body"), QString::fromUtf8(answer->body)}});
                else
                    print(told(answer ? serviceError(request, *answer) : answer.error()));
                next(good);
            });
    }

    void print(QJsonObject line)
    {
        line[QStringLiteral("answers")] = m_witness.takeSeen();
        std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
    }

    QStringList m_words;
    QFile m_input;
    AheadClock m_clock;
    SystemRandom m_random;
    Environment m_environment = processEnvironment();
    NetworkTransport m_network{NetworkOptions()};
    Witness m_witness;
    SignInTools m_tools{{m_witness, m_random, m_clock},
                        fileLocations(m_environment, Platform::Unix),
                        m_environment,
                        nullptr};
    ProfileCatalog m_catalog{m_tools};
    std::unique_ptr<StsClient> m_sts;
    std::unique_ptr<SigningTransport> m_signing;
    QObject m_owner;
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("ahead"), QString(), QStringLiteral("seconds")});
    parser.addOption({QStringLiteral("undated"), QString()});
    parser.process(application);
    Driver driver(parser.positionalArguments(), parser.value(QStringLiteral("ahead")).toLongLong(),
                  parser.isSet(QStringLiteral("undated")));
    return driver.start() ? QCoreApplication::exec() : 2;
}
