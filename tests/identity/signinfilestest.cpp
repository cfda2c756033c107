#include "identity/signinfiles.h"
#include "identity/identitybench.h"
#include "profiles/profilechain.h"
#include "profiles/profilesettings.h"
#include "signin/loginsession.h"
#include "signin/tokenfile.h"
#include "support/testcase.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

namespace fuotadesk {

// Read by the program's own readers of such files.
class SignInFilesTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyProfileLeadsToItsSource_data();
    void everyProfileLeadsToItsSource();
    void loginCacheIsWhole();
};

namespace {

const SignInSubject Subject{QStringLiteral("http://127.0.0.1:4711"),
                            QStringLiteral("eu-west-1"),
                            {QStringLiteral("AKIAEXAMPLE"), Secret("s"), {}}};

struct Files : IdentityBench {
    QTemporaryDir dir;

    Files()
    {
        const BegunLogin login = identity.login().begin(userPrincipal());
        for (const SignInFile& each : signInFiles(Subject, dir.path(), login)) {
            QDir().mkpath(QFileInfo(path(each.path)).path());
            QFile file(path(each.path));
            if (!file.open(QIODevice::WriteOnly) || file.write(each.text.reveal()) < 0)
                qFatal("can not write");
        }
    }

    QString path(const QString& name) const { return dir.filePath(name); }
};

} // namespace

void SignInFilesTest::everyProfileLeadsToItsSource_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<int>("source");
    QTest::addColumn<int>("roles");
    const auto row = [](const char* name, const CredentialSource& source, int roles) {
        QTest::newRow(name) << QString::fromLatin1(name) << int(source.index()) << roles;
    };
    row("sandbox", StaticKeys(), 0);
    row("sandbox-role", StaticKeys(), 1);
    row("sandbox-mfa", StaticKeys(), 1);
    row("sandbox-external", StaticKeys(), 1);
    row("sandbox-chain", StaticKeys(), 2);
    row("sandbox-web", WebIdentitySource(), 0);
    row("sandbox-sso", SsoSource(), 0);
    row("sandbox-process", ProcessSource(), 0);
    row("sandbox-login", LoginSource(), 0);
}

void SignInFilesTest::everyProfileLeadsToItsSource()
{
    QFETCH(QString, profile);
    const Files files;
    const auto set = readProfileSet(files.path(QStringLiteral("config")),
                                    files.path(QStringLiteral("credentials")));
    QVERIFY(set);
    const auto chain = resolveChain(*set, profile);
    QVERIFY(chain);
    QTEST(int(chain->source.index()), "source");
    QTEST(int(chain->roles.size()), "roles");
    QCOMPARE(configuredEndpointUrl(QStringLiteral("STS"), *set, profile, {}), Subject.url);
    QCOMPARE(configuredRegion(*set, profile, {}), Subject.region);
}

void SignInFilesTest::loginCacheIsWhole()
{
    const Files files;
    const auto json =
        readTokenFile(files.path(QStringLiteral("login/") + loginTokenFileName(people::User)));
    QVERIFY(json);
    const auto session = loginSessionFromJson(*json);
    QVERIFY(session);
    QCOMPARE(session->issued.accountId, people::Account);
    QCOMPARE(*session->issued.expiresAt, files.clock.now().addSecs(900));
    QVERIFY(session->dpopKey.reveal().startsWith("-----BEGIN"));
}

FUOTADESK_TEST(SignInFilesTest);

} // namespace fuotadesk

#include "signinfilestest.moc"
