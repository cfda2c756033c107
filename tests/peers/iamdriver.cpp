// Calls IAM with the program's own client, for a peer that answers it.
//
//   iamdriver URL REGION roles
//   iamdriver URL REGION role NAME
//   iamdriver URL REGION create NAME BUCKET KEY       as the window makes it
//   iamdriver URL REGION put ROLE POLICY              document from standard input
//   iamdriver URL REGION inline-names ROLE
//   iamdriver URL REGION inline ROLE POLICY
//   iamdriver URL REGION attached ROLE
//   iamdriver URL REGION simulate ROLE-ARN ACTION RESOURCE
//   iamdriver URL REGION reading ROLE-ARN BUCKET KEY  all that is known of it
//
// Takes the keys in AWS_ACCESS_KEY_ID and its companions. Prints one line of JSON: "result", or the
// kind and code of the error.
#include "aws/iam/iamclient.h"
#include "aws/networktransport.h"
#include "aws/retryingtransport.h"
#include "aws/signedtransports.h"
#include "aws/signingtransport.h"
#include "preflight/rolecreation.h"
#include "preflight/rolereader.h"
#include "profiles/processenvironment.h"
#include "signin/profilecatalog.h"
#include "store/activitywords.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <map>

using namespace fuotadesk;

namespace {

Credentials keys()
{
    const auto found = environmentCredentials(processEnvironment());
    return found && *found ? (*found)->credentials : Credentials();
}

class PeerTransports final : public SignedTransports {
public:
    explicit PeerTransports(const QString& region)
        : m_signing(m_network, keys(), region, m_clock, "iam"),
          m_retrying(m_signing, m_random)
    {
    }

    Transport& signedFor(const char*, const QString&) override { return m_retrying; }

private:
    SystemClock m_clock;
    SystemRandom m_random;
    NetworkTransport m_network{NetworkOptions()};
    SigningTransport m_signing;
    RetryingTransport m_retrying;
};

QJsonValue told(const IamRole& role)
{
    return QJsonObject{
        {QStringLiteral("name"), role.name},
        {QStringLiteral("arn"), role.arn},
        {QStringLiteral("trust"), QJsonDocument::fromJson(role.trustPolicy).object()},
        {QStringLiteral("isDated"), role.createdAt.isValid()}};
}

QJsonValue told(const IamClient::RolePage& page)
{
    QJsonArray list;
    for (const IamRole& role : page.roles)
        list.append(told(role));
    return list;
}

QJsonValue told(const QStringList& names)
{
    return QJsonArray::fromStringList(names);
}

QJsonValue told(const IamPolicy& policy)
{
    return QJsonObject{
        {QStringLiteral("name"), policy.name},
        {QStringLiteral("arn"), policy.arn},
        {QStringLiteral("document"), QJsonDocument::fromJson(policy.document).object()}};
}

QJsonValue told(const QList<IamPolicy>& policies)
{
    QJsonArray list;
    for (const IamPolicy& policy : policies)
        list.append(told(policy));
    return list;
}

QJsonValue told(const QList<SimulatedDecision>& decisions)
{
    return decisions.value(0) == SimulatedDecision::Allowed;
}

QJsonValue told(const RoleReading& reading)
{
    return QJsonObject{
        {QStringLiteral("isTrusted"), reading.trust == Verdict::Allowed},
        {QStringLiteral("mayRead"), reading.read == Verdict::Allowed},
        {QStringLiteral("isSimulated"), reading.isSimulated},
        {QStringLiteral("unread"), QJsonArray::fromStringList(reading.unreadPolicies)}};
}

class Driver {
public:
    explicit Driver(const QStringList& words) : m_words(words), m_transports(words.at(1)) { }

    bool start()
    {
        const QString a = m_words.value(3);
        const QString b = m_words.value(4);
        const QString c = m_words.value(5);
        const std::map<QString, std::function<void()>> commands = {
            {QStringLiteral("roles"), [&] { tell(m_iam->roles({}, &m_owner)); }},
            {QStringLiteral("role"), [&] { tell(m_iam->role(a, &m_owner)); }},
            {QStringLiteral("create"),
             [&] {
                 tell(create(a, {b, c}));
             }},
            {QStringLiteral("put"), [&] { put(a, b); }},
            {QStringLiteral("inline-names"), [&] { tell(m_iam->inlinePolicyNames(a, &m_owner)); }},
            {QStringLiteral("inline"), [&] { tell(m_iam->inlinePolicy(a, b, &m_owner)); }},
            {QStringLiteral("attached"), [&] { tell(m_iam->attachedPolicies(a, &m_owner)); }},
            {QStringLiteral("simulate"), [&] { tell(m_iam->simulate(a, {b}, c, &m_owner)); }},
            {QStringLiteral("reading"),
             [&] {
                 tell(m_reader.read(m_iam, a, {}, {b, c}, &m_owner));
             }},
        };
        const auto found = commands.find(m_words.value(2));
        if (found == commands.end())
            return false;
        found->second();
        return true;
    }

private:
    CallOf<IamRole>* create(const QString& name, const ImageLocation& image)
    {
        return m_creation.create(m_iam, plannedRole(name, image, QStringLiteral("aws")), &m_owner);
    }

    void put(const QString& role, const QString& policy)
    {
        QFile input;
        const bool isOpen = input.open(stdin, QIODevice::ReadOnly);
        m_iam->putInlinePolicy(role, policy, isOpen ? input.readAll() : QByteArray(), &m_owner)
            ->then(&m_owner, [](const Result<void>& done) {
                print(done ? QJsonObject{{QStringLiteral("result"), true}} : wrong(done.error()));
            });
    }

    template <typename T>
    void tell(CallOf<T>* call)
    {
        call->then(&m_owner, [](const Result<T>& answer) {
            print(answer ? QJsonObject{{QStringLiteral("result"), told(*answer)}}
                         : wrong(answer.error()));
        });
    }

    static QJsonObject wrong(const Error& error)
    {
        return {{QStringLiteral("kind"), failureWord(error.kind)},
                {QStringLiteral("code"), error.code},
                {QStringLiteral("status"), error.httpStatus},
                {QStringLiteral("detail"), error.detail}};
    }

    static void print(const QJsonObject& line)
    {
        std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
        QCoreApplication::exit(line.contains(QStringLiteral("result")) ? 0 : 1);
    }

    QStringList m_words;
    PeerTransports m_transports;
    std::shared_ptr<IamClient> m_iam = std::make_shared<IamClient>(
        m_transports, ServiceAddress{QUrl(m_words.at(0)), m_words.at(1)});
    RoleCreation m_creation;
    RoleReader m_reader;
    QObject m_owner;
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments().mid(1);
    if (words.size() < 3)
        return 2;
    Driver driver(words);
    return driver.start() ? QCoreApplication::exec() : 2;
}
