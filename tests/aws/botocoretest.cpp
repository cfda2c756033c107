#include "aws/sigv4.h"
#include "support/testcase.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace fuotadesk {

// A second signer, written by others: Debian's python3-botocore signs the same requests.
class BotocoreTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void bothSignersAgree();
};

namespace {

const QByteArray Script = R"PY(
import datetime, json, sys
import botocore.auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

class Frozen(datetime.datetime):
    @classmethod
    def utcnow(cls):
        return cls(2026, 1, 2, 3, 4, 5)
class Module:
    datetime = Frozen
botocore.auth.datetime = Module
if hasattr(botocore.auth, "get_current_datetime"):
    botocore.auth.get_current_datetime = lambda **kw: Frozen.utcnow()

answers = []
for case in json.load(sys.stdin):
    request = AWSRequest(method=case["method"], url=case["url"], data=case["body"].encode(),
                         headers=case["headers"])
    credentials = Credentials("AKIDEXAMPLE", case["secret"], case["token"] or None)
    botocore.auth.SigV4Auth(credentials, "iotwireless", "eu-west-1").add_auth(request)
    answers.append(request.headers["Authorization"])
json.dump(answers, sys.stdout)
)PY";

struct Case {
    QByteArray method;
    QByteArray target;
    QByteArray body;
    QByteArray secret;
    QByteArray token;
};

const QByteArray Host = QByteArrayLiteral("api.iotwireless.eu-west-1.amazonaws.com");

// Every combination of what can stand in a request of ours.
QList<Case> cases()
{
    QList<Case> result;
    for (const QByteArray& target :
         {QByteArrayLiteral("/fuota-tasks"), QByteArrayLiteral("/fuota-tasks?maxResults=250"),
          QByteArrayLiteral("/fuota-tasks?nextToken=a%2Fb%2Bc%3D%3D&maxResults=1"),
          QByteArrayLiteral("/fuota-tasks/1f2c3d4e-0000-1111-2222-333344445555"),
          QByteArrayLiteral("/fuota-tasks/a%2Fb%20c%25%3A%2B%C3%A9"),
          QByteArrayLiteral("/fuota-tasks/%F0%9F%93%A1%E2%80%8F~_.-")})
        for (const char* method : {"GET", "POST", "DELETE", "PATCH"})
            for (const QByteArray& body :
                 {QByteArray(), QByteArrayLiteral("{}"),
                  QByteArrayLiteral("{\"Name\":\"R\xc3\xa4ume \xf0\x9f\x93\xa1\"}")})
                for (const char* token : {"", "FwoGZXIvYXdzEXAMPLETOKEN//+="})
                    for (const char* secret : {"wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "s"})
                        result.append({method, target, body, secret, token});
    return result;
}

QJsonObject jsonOf(const Case& each)
{
    QJsonObject headers;
    if (!each.body.isEmpty())
        headers.insert(QStringLiteral("Content-Type"), QStringLiteral("application/json"));
    return {{QStringLiteral("method"), QString::fromLatin1(each.method)},
            {QStringLiteral("url"), QString::fromLatin1("https://" + Host + each.target)},
            {QStringLiteral("body"), QString::fromUtf8(each.body)},
            {QStringLiteral("secret"), QString::fromLatin1(each.secret)},
            {QStringLiteral("token"), QString::fromLatin1(each.token)},
            {QStringLiteral("headers"), headers}};
}

QByteArray ownAuthorization(const Case& each)
{
    const qsizetype question = each.target.indexOf('?');
    HttpHeaders headers{{"Host", Host}};
    if (!each.body.isEmpty())
        headers.append(HttpHeader{"Content-Type", "application/json"});
    const RequestParts parts{each.method, question < 0 ? each.target : each.target.left(question),
                             question < 0 ? QByteArray() : each.target.mid(question + 1), headers,
                             sha256Hex(each.body)};
    const SigningScope scope{"20260102T030405Z", "eu-west-1", "iotwireless"};
    const Signer signer{"AKIDEXAMPLE", signingKey(Secret(each.secret), scope), Secret(each.token),
                        scope};
    return headerValue(signWithHeaders(parts, signer)->headers, "Authorization");
}

} // namespace

void BotocoreTest::bothSignersAgree()
{
    const auto python = QStringLiteral("/usr/bin/python3");
    if (QProcess::execute(python, {QStringLiteral("-c"), QStringLiteral("import botocore")}) != 0)
        QSKIP("python3-botocore is not installed");
    const QList<Case> all = cases();
    QJsonArray input;
    for (const Case& each : all)
        input.append(jsonOf(each));

    QProcess signer;
    signer.start(python,
                 {QStringLiteral("-W"), QStringLiteral("ignore"), QStringLiteral("-c"),
                  QString::fromUtf8(Script)});
    QVERIFY(signer.waitForStarted());
    signer.write(QJsonDocument(input).toJson());
    signer.closeWriteChannel();
    QVERIFY(signer.waitForFinished(60000));
    QCOMPARE(signer.readAllStandardError(), QByteArray());
    const QJsonArray theirs = QJsonDocument::fromJson(signer.readAllStandardOutput()).array();
    QCOMPARE(theirs.size(), all.size());
    for (qsizetype i = 0; i < all.size(); ++i)
        QCOMPARE(ownAuthorization(all.at(i)), theirs.at(i).toString().toLatin1());
}

} // namespace fuotadesk

using fuotadesk::BotocoreTest;
FUOTADESK_TEST(BotocoreTest);
#include "botocoretest.moc"
