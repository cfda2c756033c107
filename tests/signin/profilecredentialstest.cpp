#include "signin/profilecredentials.h"
#include "support/patience.h"
#include "support/testcase.h"

#include "signin/signinbench.h"

#include <QSignalSpy>

#include <memory>

namespace fuotadesk {

using namespace std::chrono_literals;

class ProfileCredentialsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void environmentComesFirst();
    void chosenProfileLeavesTheEnvironmentOut();
    void halfAKeyInTheEnvironmentIsAnError();
    void nothingSetUpIsSaid();
    void manyWaitForOneRequest();
    void renewedBeforeTheyEnd();
    void failedRenewalKeepsWhatHolds();
    void forgottenOnesAreObtainedAnew();
    void changeInTheFileCounts();
    void refusedOnesAreObtainedAnew();
    void aClockADayAheadDoesNotAskForEachRequest();
    void shortOnesAreRenewedAfterHalfTheirTime();
    void whatIsLostIsSaidOnce();
    void mfaCodeIsAskedFor();
    void declinedCodeEndsIt();
    void faultNamesProfileAndStep();
    void rolesAreAssumedOneAfterTheOther();
    void dyingWhileWaitingIsQuiet();
};

namespace {

QByteArray issuedAs(const char* id, const char* expires)
{
    return QByteArray("<R><Arn>arn:aws:sts::123456789012:assumed-role/r/s</Arn><AccessKeyId>") + id
        + "</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>"
          "<Expiration>"
        + expires + "</Expiration></R>";
}

class ScriptedPrompt final : public MfaPrompt {
public:
    CallOf<QString>* askCode(const RoleStep& role, QObject* owner) override
    {
        asked << role.mfaSerial;
        return settledCall<QString>(
            owner, code.isEmpty() ? failure(ErrorKind::Cancelled) : Result<QString>(code));
    }

    QStringList asked;
    QString code;
};

constexpr auto RoleProfiles = "[profile base]\naws_access_key_id = AKIA\n"
                              "aws_secret_access_key = s\n"
                              "[profile role]\nrole_arn = arn:aws:iam::1:role/one\n"
                              "source_profile = base\nrole_session_name = me\n";

struct Bench : SignInBench {
    ScriptedPrompt prompt;
    std::unique_ptr<SignInTools> tools;
    std::unique_ptr<ProfileCredentials> credentials;

    void open(const QByteArray& config, const QString& profile,
              QMap<QString, QString> variables = {})
    {
        write(QStringLiteral("config"), config);
        variables.insert(QStringLiteral("HOME"), folder.path());
        variables.insert(QStringLiteral("AWS_CONFIG_FILE"),
                         folder.filePath(QStringLiteral("config")));
        const Environment environment(variables);
        tools = std::make_unique<SignInTools>(parts(), fileLocations(environment, Platform::Unix),
                                              environment, &prompt);
        credentials = std::make_unique<ProfileCredentials>(*tools, profile);
    }

    Result<IssuedCredentials> issued()
    {
        Outcome<IssuedCredentials> outcome;
        outcome.watch(credentials->credentials(&owner), &owner);
        (void)QTest::qWaitFor([&] { return outcome.count > 0; }, 30'000);
        return *outcome.result;
    }

    QString keyId()
    {
        const auto found = issued();
        return found ? found->credentials.accessKeyId : found.error().code;
    }
};

const QMap<QString, QString> Keys{{QStringLiteral("AWS_ACCESS_KEY_ID"), QStringLiteral("ENV")},
                                  {QStringLiteral("AWS_SECRET_ACCESS_KEY"), QStringLiteral("s")}};

} // namespace

void ProfileCredentialsTest::environmentComesFirst()
{
    Bench b;
    b.open("[default]\naws_access_key_id = FILE\naws_secret_access_key = s\n", {}, Keys);
    QCOMPARE(b.keyId(), QStringLiteral("ENV"));
    b.open("[default]\naws_access_key_id = FILE\naws_secret_access_key = s\n", {});
    QCOMPARE(b.keyId(), QStringLiteral("FILE"));
}

void ProfileCredentialsTest::chosenProfileLeavesTheEnvironmentOut()
{
    Bench b;
    b.open(RoleProfiles, QStringLiteral("base"), Keys);
    QCOMPARE(b.keyId(), QStringLiteral("AKIA"));
}

void ProfileCredentialsTest::halfAKeyInTheEnvironmentIsAnError()
{
    Bench b;
    b.open("", {}, {{QStringLiteral("AWS_ACCESS_KEY_ID"), QStringLiteral("ENV")}});
    QCOMPARE(b.keyId(), QStringLiteral("AWS_SECRET_ACCESS_KEY"));
}

void ProfileCredentialsTest::nothingSetUpIsSaid()
{
    Bench b;
    b.open("", {});
    QCOMPARE(b.keyId(), QStringLiteral("no-profile"));
    b.open("", {}, {{QStringLiteral("AWS_PROFILE"), QStringLiteral("gone")}});
    QCOMPARE(b.keyId(), QStringLiteral("profile-missing"));
}

void ProfileCredentialsTest::manyWaitForOneRequest()
{
    Bench b;
    b.open(RoleProfiles, QStringLiteral("role"));
    b.network.answer(200, issuedAs("ASIA", "2026-01-02T04:04:05Z"));
    std::array<Outcome<IssuedCredentials>, 5> outcomes;
    for (auto& outcome : outcomes)
        outcome.watch(b.credentials->credentials(&b.owner), &b.owner);
    for (const auto& outcome : outcomes) {
        QTRY_COMPARE(outcome.count, 1);
        QCOMPARE(outcome.result->value().credentials.accessKeyId, QStringLiteral("ASIA"));
    }
    QCOMPARE(b.network.requests().size(), 1);
}

void ProfileCredentialsTest::renewedBeforeTheyEnd()
{
    Bench b;
    b.open(RoleProfiles, QStringLiteral("role"));
    b.network.answer(200, issuedAs("FIRST", "2026-01-02T04:04:05Z"));
    QCOMPARE(b.keyId(), QStringLiteral("FIRST"));
    b.clock.advance(55min - 1s);
    QCOMPARE(b.keyId(), QStringLiteral("FIRST"));
    b.clock.advance(1s);
    b.network.answer(200, issuedAs("SECOND", "2026-01-02T05:04:05Z"));
    QCOMPARE(b.keyId(), QStringLiteral("SECOND"));
}

void ProfileCredentialsTest::failedRenewalKeepsWhatHolds()
{
    Bench b;
    b.open(RoleProfiles, QStringLiteral("role"));
    b.network.answer(200, issuedAs("FIRST", "2026-01-02T04:04:05Z"));
    QCOMPARE(b.keyId(), QStringLiteral("FIRST"));
    b.clock.advance(58min);
    b.network.answer(403, "<E><Code>AccessDenied</Code></E>");
    QCOMPARE(b.keyId(), QStringLiteral("FIRST"));
    b.clock.advance(2min);
    b.network.answer(403, "<E><Code>AccessDenied</Code></E>");
    QCOMPARE(b.keyId(), QStringLiteral("AccessDenied"));
}

void ProfileCredentialsTest::forgottenOnesAreObtainedAnew()
{
    Bench b;
    b.open(RoleProfiles, QStringLiteral("role"));
    b.network.answer(200, issuedAs("FIRST", "2026-01-02T04:04:05Z"));
    b.network.answer(200, issuedAs("SECOND", "2026-01-02T04:04:05Z"));
    QCOMPARE(b.keyId(), QStringLiteral("FIRST"));
    b.credentials->forget();
    QCOMPARE(b.keyId(), QStringLiteral("SECOND"));
}

void ProfileCredentialsTest::changeInTheFileCounts()
{
    Bench b;
    b.open(RoleProfiles, QStringLiteral("base"));
    QCOMPARE(b.keyId(), QStringLiteral("AKIA"));
    b.write(QStringLiteral("config"),
            "[profile base]\naws_access_key_id = OTHER\naws_secret_access_key = s\n");
    b.credentials->forget();
    QCOMPARE(b.keyId(), QStringLiteral("OTHER"));
}

void ProfileCredentialsTest::refusedOnesAreObtainedAnew()
{
    Bench b;
    b.open(RoleProfiles, QStringLiteral("role"));
    b.network.answer(200, issuedAs("FIRST", "2026-01-02T04:04:05Z"));
    b.network.answer(200, issuedAs("SECOND", "2026-01-02T04:04:05Z"));
    QCOMPARE(b.keyId(), QStringLiteral("FIRST"));
    const auto first = b.credentials->fresh();
    QVERIFY(first);
    QVERIFY(b.credentials->discard(*first));
    QVERIFY(!b.credentials->fresh());
    QCOMPARE(b.keyId(), QStringLiteral("SECOND"));
    QVERIFY(b.credentials->discard(*first)); // others are in use by now: these stay
    QCOMPARE(b.credentials->fresh()->accessKeyId, QStringLiteral("SECOND"));
}

// To our clock everything STS gives out has ended already.
void ProfileCredentialsTest::aClockADayAheadDoesNotAskForEachRequest()
{
    Bench b;
    b.clock.advance(std::chrono::hours(24));
    b.open(RoleProfiles, QStringLiteral("role"));
    b.network.answer(200, issuedAs("FIRST", "2026-01-02T04:04:05Z"));
    b.network.answer(200, issuedAs("SECOND", "2026-01-02T04:05:05Z"));
    QCOMPARE(b.keyId(), QStringLiteral("FIRST"));
    QCOMPARE(b.keyId(), QStringLiteral("FIRST"));
    QVERIFY(b.credentials->fresh());
    b.clock.advance(61s);
    QVERIFY(!b.credentials->fresh());
    QCOMPARE(b.keyId(), QStringLiteral("SECOND"));
    QCOMPARE(b.network.requests().size(), 2);
}

void ProfileCredentialsTest::shortOnesAreRenewedAfterHalfTheirTime()
{
    Bench b;
    b.open(RoleProfiles, QStringLiteral("role"));
    b.network.answer(200, issuedAs("FIRST", "2026-01-02T03:06:05Z")); // two minutes
    b.network.answer(200, issuedAs("SECOND", "2026-01-02T03:08:05Z"));
    QCOMPARE(b.keyId(), QStringLiteral("FIRST"));
    b.clock.advance(59s);
    QCOMPARE(b.keyId(), QStringLiteral("FIRST"));
    b.clock.advance(1s);
    QCOMPARE(b.keyId(), QStringLiteral("SECOND"));
}

void ProfileCredentialsTest::whatIsLostIsSaidOnce()
{
    Bench b;
    b.open(QByteArray(RoleProfiles) + "mfa_serial = arn:mfa\n", QStringLiteral("role"));
    b.tools->prompt = nullptr; // nobody can be asked
    QSignalSpy lost(b.credentials.get(), &ProfileCredentials::lost);
    QCOMPARE(b.keyId(), QStringLiteral("mfa"));
    QCOMPARE(lost.count(), 1);
    // what may be had again by waiting is not lost
    b.open(RoleProfiles, QStringLiteral("role"));
    QSignalSpy other(b.credentials.get(), &ProfileCredentials::lost);
    b.network.answer(403, "<E><Code>AccessDenied</Code><Message>m</Message></E>");
    QVERIFY(!b.issued());
    QCOMPARE(other.count(), 0);
}

void ProfileCredentialsTest::mfaCodeIsAskedFor()
{
    Bench b;
    b.prompt.code = QStringLiteral("123456");
    b.open(QByteArray(RoleProfiles) + "mfa_serial = arn:mfa\n", QStringLiteral("role"));
    b.network.answer(200, issuedAs("ASIA", "2026-01-02T04:04:05Z"));
    QCOMPARE(b.keyId(), QStringLiteral("ASIA"));
    QCOMPARE(b.prompt.asked, QStringList(QStringLiteral("arn:mfa")));
    QVERIFY(b.network.requests().first().body.endsWith("SerialNumber=arn%3Amfa&TokenCode=123456"));
}

void ProfileCredentialsTest::declinedCodeEndsIt()
{
    Bench b;
    b.open(QByteArray(RoleProfiles) + "mfa_serial = arn:mfa\n", QStringLiteral("role"));
    const auto issued = b.issued();
    QVERIFY(!issued);
    QCOMPARE(issued.error().kind, ErrorKind::Cancelled);
    QVERIFY(b.network.requests().isEmpty());
}

void ProfileCredentialsTest::faultNamesProfileAndStep()
{
    Bench b;
    b.open(RoleProfiles, QStringLiteral("role"));
    b.network.answer(403, "<E><Code>AccessDenied</Code><Message>m</Message></E>");
    QCOMPARE(b.issued().error().detail,
             QStringLiteral("[role] role_arn arn:aws:iam::1:role/one\nm"));
    b.open("[profile p]\ncredential_process = /nonexistent/x\n", QStringLiteral("p"));
    QCOMPARE(b.issued().error().detail, QStringLiteral("[p] credential_process\n/nonexistent/x"));
    b.open("[profile p]\nregion\n", QStringLiteral("p"));
    QCOMPARE(b.issued().error().detail,
             b.folder.filePath(QStringLiteral("config")) + QStringLiteral(":2"));
}

void ProfileCredentialsTest::rolesAreAssumedOneAfterTheOther()
{
    Bench b;
    b.open(QByteArray(RoleProfiles)
               + "[profile second]\nrole_arn = arn:aws:iam::2:role/two\nsource_profile = role\n",
           QStringLiteral("second"), {{QStringLiteral("AWS_REGION"), QStringLiteral("eu-west-1")}});
    b.network.answer(200, issuedAs("ONE", "2026-01-02T04:04:05Z"));
    b.network.answer(200, issuedAs("TWO", "2026-01-02T04:04:05Z"));
    QCOMPARE(b.keyId(), QStringLiteral("TWO"));
    const auto signer = [&](qsizetype index) {
        const auto& headers = b.network.requests().at(index).headers;
        return headerValue(headers, "authorization").split('=').at(1).split('/').first();
    };
    QCOMPARE(signer(0), QByteArray("AKIA"));
    QCOMPARE(signer(1), QByteArray("ONE"));
    QVERIFY(b.network.requests().at(1).body.contains("RoleSessionName=fuotadesk-1767323045"));
    QCOMPARE(b.network.requests().at(1).url.host(), QStringLiteral("sts.eu-west-1.amazonaws.com"));
}

void ProfileCredentialsTest::dyingWhileWaitingIsQuiet()
{
    Bench b;
    b.open(RoleProfiles, QStringLiteral("role"));
    b.network.staySilent();
    Outcome<IssuedCredentials> outcome;
    outcome.watch(b.credentials->credentials(&b.owner), &b.owner);
    QTRY_COMPARE(b.network.requests().size(), 1);
    b.credentials.reset();
    b.tools.reset();
    letEventsPass();
    QCOMPARE(outcome.count, 0);
}

} // namespace fuotadesk

using fuotadesk::ProfileCredentialsTest;
FUOTADESK_TEST(ProfileCredentialsTest);
#include "profilecredentialstest.moc"
