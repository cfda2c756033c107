#include "conformance/signincases.h"

#include "base/clock.h"
#include "base/random.h"
#include "conformance/profilewords.h"
#include "signin/profilecredentials.h"
#include "signin/tokenfile.h"

#include <QDir>
#include <QEventLoop>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QUrlQuery>

#include <algorithm>
#include <cstdio>

namespace fuotadesk {

namespace {

class FixedClock final : public Clock {
public:
    explicit FixedClock(const char* time)
        : m_now(QDateTime::fromString(QString::fromLatin1(time), Qt::ISODate))
    {
    }
    QDateTime now() const override { return m_now; }

private:
    QDateTime m_now;
};

class PlainRandom final : public RandomSource {
public:
    double unit() override { return 0; }
    QString uuid() override { return QStringLiteral("00000000-0000-4000-8000-000000000000"); }
    QByteArray unguessable(qsizetype bytes) override { return {bytes, '\0'}; }
};

using Items = QList<std::pair<QString, QString>>;

Items sortedItems(const QString& form)
{
    Items items = QUrlQuery(form).queryItems(QUrl::FullyDecoded);
    std::sort(items.begin(), items.end());
    return items;
}

// What the recorder made up is not compared: names of sessions, and all that was sent with a web
// identity but the action itself.
Items comparable(const QString& form)
{
    Items items = sortedItems(form);
    const bool isIdentity = form.contains(u"Action=AssumeRoleWithWebIdentity");
    items.removeIf([isIdentity](const auto& item) {
        return item.first == u"RoleSessionName"
            || (isIdentity && item.first != u"Action" && item.first != u"Version");
    });
    return items;
}

// Answers as recorded, in order, and says where a request is not the recorded one.
class RecordedTransport final : public Transport {
public:
    RecordedTransport(const QJsonArray& exchanges, Disagreements& found)
        : m_exchanges(exchanges),
          m_found(found)
    {
    }

    CallOf<HttpResponse>* send(const HttpRequest& request, QObject* owner) override
    {
        const QJsonObject exchange = m_exchanges.at(m_next++).toObject();
        compare(exchange.value(u"request").toObject(), request);
        const QJsonObject answer = exchange.value(u"response").toObject();
        return settledCall<HttpResponse>(owner,
                                         HttpResponse{answer.value(u"status").toInt(500),
                                                      {},
                                                      answer.value(u"body").toString().toUtf8(),
                                                      false});
    }

    qsizetype unused() const { return m_exchanges.size() - m_next; }

private:
    void compare(const QJsonObject& recorded, const HttpRequest& request)
    {
        const QUrl theirs(recorded.value(u"uri").toString());
        const auto page = [](const QUrl& url) {
            const QString path = url.path().isEmpty() ? QStringLiteral("/") : url.path();
            return url.scheme() + QStringLiteral("://") + url.authority() + path;
        };
        m_found.expect("method", recorded.value(u"method").toString(),
                       QString::fromLatin1(request.method));
        m_found.expect("address", page(theirs), page(request.url));
        if (sortedItems(theirs.query()) != sortedItems(request.url.query()))
            m_found.expect("query", theirs.query(), request.url.query());
        const QString body = recorded.value(u"body").toString();
        if (comparable(body) != comparable(QString::fromUtf8(request.body)))
            m_found.expect("body", body, QString::fromUtf8(request.body));
        const QJsonObject headers = recorded.value(u"headers").toObject();
        for (const QString& name :
             {QStringLiteral("x-amz-sso_bearer_token"), QStringLiteral("content-type")}) {
            if (headers.contains(name))
                m_found.expect("header", headers.value(name).toString(),
                               QString::fromUtf8(headerValue(request.headers, name.toLatin1())));
        }
    }

    QJsonArray m_exchanges;
    Disagreements& m_found;
    qsizetype m_next = 0;
};

// The files of a case below a folder of its own, and the variables that point into it.
class Surroundings {
public:
    void write(const QString& path, QByteArray text)
    {
        text.replace("/token.jwt", (m_folder.path() + QStringLiteral("/token.jwt")).toUtf8());
        QDir().mkpath(QFileInfo(m_folder.path() + path).path());
        QFile file(m_folder.path() + path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("can not write the files of a case");
    }

    Environment environment(const QJsonObject& variables) const
    {
        QMap<QString, QString> map{{QStringLiteral("HOME"), m_folder.path()}};
        for (auto it = variables.begin(); it != variables.end(); ++it) {
            const QString value = it.value().toString();
            map.insert(it.key(), value.startsWith(u'/') ? m_folder.path() + value : value);
        }
        return Environment(map);
    }

    QString path(const QString& name) const { return m_folder.path() + name; }

private:
    QTemporaryDir m_folder;
};

template <typename T>
Result<T> waited(CallOf<T>* call)
{
    QEventLoop loop;
    Result<T> result = failure(ErrorKind::Cancelled);
    call->then(&loop, [&](const Result<T>& settled) {
        result = settled;
        loop.quit();
    });
    loop.exec();
    return result;
}

QString timeText(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODate);
}

void compareCredentials(const QJsonObject& expected, const IssuedCredentials& issued,
                        Disagreements& found)
{
    const Credentials& keys = issued.credentials;
    found.expect("access key", expected.value(u"access_key_id").toString(), keys.accessKeyId);
    found.expect("secret", expected.value(u"secret_access_key").toString().toUtf8(),
                 keys.secretAccessKey.reveal());
    found.expect("token", expected.value(u"session_token").toString().toUtf8(),
                 keys.sessionToken.reveal());
    found.expect("account", expected.value(u"account_id").toString(), issued.accountId);
    const QJsonValue expiry = expected.value(u"expiry");
    found.expect("expiry", QJsonValue(expiry.isUndefined() ? 0 : expiry.toInteger()),
                 QJsonValue(issued.expiresAt ? issued.expiresAt->toSecsSinceEpoch() : 0));
}

void compareError(const QString& expected, const Error& error, Disagreements& found)
{
    if (!isProfileError(expected, error.code))
        found.expect("error", expected, error.code);
}

// "Ok" with a token asks for the token alone.
void compareToken(const QJsonObject& expected, SignInTools& tools, Disagreements& found)
{
    const auto set = readProfileSet(tools.files.config, tools.files.credentials);
    const QString profile = configuredProfile(tools.environment);
    const auto chain = resolveChain(*set, profile);
    const auto* source = chain ? std::get_if<SsoSource>(&chain->source) : nullptr;
    if (!source) {
        found.add(QStringLiteral("the profile has no SSO session"));
        return;
    }
    QObject owner;
    const ServiceAddresses addresses(*set, profile, tools.environment);
    const auto token =
        waited(tools.ssoTokens.token(*source, addresses.ssoOidc(source->region), &owner));
    found.expect("token", expected.value(u"token").toString(),
                 token ? QString::fromUtf8(token->accessToken.reveal()) : token.error().code);
    if (token)
        found.expect("expiration", expected.value(u"expiration").toString(),
                     timeText(token->expiresAt));
}

// The recorder had a shell run the command; this program does not, so words behind a pipe are
// arguments.
bool assumesShell(const QJsonObject& test)
{
    return test.value(u"note").toString().contains(u"shell");
}

// Cases of the profile provider leave the keys of the environment out, as a chosen profile does.
QString profileOf(const QJsonObject& test, const Environment& environment)
{
    const bool isChosen = test.value(u"name").toString().startsWith(u"profile-provider/");
    return isChosen ? configuredProfile(environment) : QString();
}

Disagreements checkScenario(const QJsonObject& test)
{
    const QJsonObject input = test.value(u"input").toObject();
    const QJsonObject expected = test.value(u"expected").toObject();
    Surroundings surroundings;
    const QJsonObject files = input.value(u"files").toObject();
    for (auto it = files.begin(); it != files.end(); ++it)
        surroundings.write(it.key(), it.value().toString().toUtf8());
    const Environment environment =
        surroundings.environment(input.value(u"environment").toObject());
    Disagreements found;
    RecordedTransport network(input.value(u"http").toArray(), found);
    const FixedClock clock("2021-08-05T18:58:02Z");
    PlainRandom random;
    SignInTools tools({network, random, clock}, fileLocations(environment, Platform::Unix),
                      environment, nullptr);
    const QJsonObject good = expected.value(u"Ok").toObject();
    if (good.contains(u"token")) {
        compareToken(good, tools, found);
        return found;
    }
    ProfileCredentials credentials(tools, profileOf(test, environment));
    QObject owner;
    const auto issued = waited(credentials.credentials(&owner));
    if (assumesShell(test) && !good.isEmpty()) {
        std::printf("decided: %s (credential_process runs without a shell)\n",
                    qPrintable(test.value(u"id").toString()));
        compareError(QStringLiteral("could not parse response: invalid JSON"),
                     issued ? Error() : issued.error(), found);
    } else if (!issued || good.isEmpty()) {
        compareError(expected.value(u"ErrorContains").toString(), issued ? Error() : issued.error(),
                     found);
    } else {
        compareCredentials(good, *issued, found);
    }
    if (network.unused() != 0)
        found.add(QStringLiteral("%1 recorded requests were not made").arg(network.unused()));
    return found;
}

QJsonArray signInExchanges(const QJsonArray& calls)
{
    QJsonArray exchanges;
    for (const auto& call : calls) {
        const QJsonObject output = call[u"response"][u"tokenOutput"].toObject();
        exchanges.append(QJsonObject{
            {QStringLiteral("request"),
             QJsonObject{
                 {QStringLiteral("method"), QStringLiteral("POST")},
                 {QStringLiteral("uri"),
                  QStringLiteral("https://us-east-1.signin.aws.amazon.com/v1/token")},
                 {QStringLiteral("body"),
                  QString::fromUtf8(QJsonDocument(call[u"request"][u"tokenInput"].toObject())
                                        .toJson(QJsonDocument::Compact))}}},
            {QStringLiteral("response"),
             QJsonObject{
                 {QStringLiteral("status"), 200},
                 {QStringLiteral("body"), QString::fromUtf8(QJsonDocument(output).toJson())}}}});
    }
    return exchanges;
}

void compareOutcome(const QJsonObject& expected, const Result<IssuedCredentials>& issued,
                    const Surroundings& surroundings, Disagreements& found)
{
    const QString result = expected.value(u"result").toString();
    if (result == u"error") {
        if (issued)
            found.add(QStringLiteral("credentials instead of an error"));
    } else if (result == u"cacheContents") {
        for (auto it = expected.begin(); it != expected.end(); ++it) {
            const auto kept =
                readTokenFile(surroundings.path(QStringLiteral("/.aws/login/cache/") + it.key()));
            if (it.value().isObject())
                found.expect("cache", it.value(), kept ? QJsonValue(*kept) : QJsonValue());
        }
    } else if (!issued) {
        found.add(QStringLiteral("error instead of credentials: ") + issued.error().code);
    } else {
        const Credentials& keys = issued->credentials;
        found.expect("access key", expected.value(u"accessKeyId").toString(), keys.accessKeyId);
        found.expect("secret", expected.value(u"secretAccessKey").toString().toUtf8(),
                     keys.secretAccessKey.reveal());
        found.expect("token", expected.value(u"sessionToken").toString().toUtf8(),
                     keys.sessionToken.reveal());
        found.expect("account", expected.value(u"accountId").toString(), issued->accountId);
        found.expect("expiry", expected.value(u"expiresAt").toString(),
                     timeText(*issued->expiresAt));
    }
}

Disagreements checkLogin(const QJsonObject& test)
{
    const QJsonObject input = test.value(u"input").toObject();
    Surroundings surroundings;
    surroundings.write(QStringLiteral("/.aws/config"),
                       input.value(u"configContents").toString().toUtf8());
    const QJsonObject cache = input.value(u"cacheContents").toObject();
    for (auto it = cache.begin(); it != cache.end(); ++it)
        surroundings.write(QStringLiteral("/.aws/login/cache/") + it.key(),
                           QJsonDocument(it.value().toObject()).toJson());
    const Environment environment = surroundings.environment({});
    Disagreements found;
    RecordedTransport network(signInExchanges(input.value(u"mockApiCalls").toArray()), found);
    const FixedClock clock("2025-11-19T00:00:00Z");
    PlainRandom random;
    SignInTools tools({network, random, clock}, fileLocations(environment, Platform::Unix),
                      environment, nullptr);
    ProfileCredentials credentials(tools, QStringLiteral("signin"));
    QObject owner;
    const auto issued = waited(credentials.credentials(&owner));
    for (const auto outcomes = test.value(u"expected").toArray(); const auto& each : outcomes)
        compareOutcome(each.toObject(), issued, surroundings, found);
    return found;
}

} // namespace

Disagreements checkSignIn(const QJsonObject& test)
{
    const QString kind = test.value(u"kind").toString();
    if (kind == u"provider-scenario")
        return checkScenario(test);
    if (kind == u"login-session")
        return checkLogin(test);
    Disagreements found;
    found.add(QStringLiteral("kind %1 is not known").arg(kind));
    return found;
}

} // namespace fuotadesk
