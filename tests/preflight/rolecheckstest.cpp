#include "preflight/rolechecks.h"

#include "preflight/rowreading.h"
#include "support/testcase.h"

namespace fuotadesk {

class RoleChecksTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void trustBecomesARow_data();
    void trustBecomesARow();
    void permissionBecomesARow_data();
    void permissionBecomesARow();
    void roleThatIsNotReadBecomesARow_data();
    void roleThatIsNotReadBecomesARow();
    void textThatIsNoRole();
    void trustThatIsNoPolicyIsUnknown();
    void readingThatFailedAsAWholeIsSaid();
    void keyBecomesARow_data();
    void keyBecomesARow();
    void keyIsReadWhereItIsNotSimulated_data();
    void keyIsReadWhereItIsNotSimulated();
};

namespace {

const auto RoleArn = QStringLiteral("arn:aws:iam::123456789012:role/fuota");
const auto KeyArn = QStringLiteral("arn:aws:kms:eu-west-1:123456789012:key/k1");

CampaignDraft roleDraft()
{
    CampaignDraft draft;
    draft.task.firmwareUpdateImage = QStringLiteral("s3://firmware/fw.bin");
    draft.task.firmwareUpdateRole = RoleArn;
    return draft;
}

RoleReading goodReading()
{
    RoleReading reading;
    reading.role = IamRole();
    reading.role->arn = RoleArn;
    reading.trust = Verdict::Allowed;
    reading.read = Verdict::Allowed;
    reading.isSimulated = true;
    return reading;
}

QStringList wordsOf(const RoleReading& reading)
{
    RoleAnswers answers;
    answers.reading = reading;
    return readRows(roleRows(roleDraft(), answers));
}

ImageAnswers imageWithKey(const QString& key)
{
    S3ObjectFacts facts;
    facts.encryption = QStringLiteral("aws:kms");
    facts.kmsKeyArn = key;
    ImageAnswers image;
    image.head = facts;
    return image;
}

} // namespace

void RoleChecksTest::trustBecomesARow_data()
{
    QTest::addColumn<int>("trust");
    QTest::addColumn<QString>("row");
    QTest::newRow("yes") << int(Verdict::Allowed) << "role-trust passed trusted";
    QTest::newRow("denied") << int(Verdict::Denied) << "role-trust failed trust-denied";
    QTest::newRow("no") << int(Verdict::NotAllowed) << "role-trust failed not-trusted";
    QTest::newRow("perhaps") << int(Verdict::Depends) << "role-trust warning depends-on-conditions";
}

void RoleChecksTest::trustBecomesARow()
{
    QFETCH(int, trust);
    QFETCH(QString, row);
    RoleReading reading = goodReading();
    reading.trust = static_cast<Verdict>(trust);
    QCOMPARE(wordsOf(reading),
             (QStringList{QStringLiteral("role-there passed role-there"), row,
                          QStringLiteral("role-permission passed allowed")}));
}

void RoleChecksTest::permissionBecomesARow_data()
{
    QTest::addColumn<int>("verdict");
    QTest::addColumn<bool>("isSimulated");
    QTest::addColumn<QStringList>("unread");
    QTest::addColumn<QString>("row");
    const QStringList none;
    const QStringList one{QStringLiteral("ReadImages")};
    using enum Verdict;
    QTest::newRow("simulated") << int(Allowed) << true << none << "passed allowed";
    QTest::newRow("simulated, whatever was read")
        << int(Allowed) << true << one << "passed allowed";
    QTest::newRow("read") << int(Allowed) << false << none << "passed allowed-by-reading";
    QTest::newRow("read in part") << int(Allowed) << false << one << "unknown policies-unread";
    QTest::newRow("not simulated") << int(NotAllowed) << true << none << "failed not-permitted";
    QTest::newRow("not read") << int(NotAllowed) << false << none << "failed not-permitted";
    QTest::newRow("not in this part")
        << int(NotAllowed) << false << one << "unknown policies-unread";
    QTest::newRow("denied") << int(Denied) << true << none << "failed denied";
    QTest::newRow("denied in this part") << int(Denied) << false << one << "failed denied";
    QTest::newRow("depends") << int(Depends) << false << none << "warning depends-on-conditions";
}

void RoleChecksTest::permissionBecomesARow()
{
    QFETCH(int, verdict);
    QFETCH(bool, isSimulated);
    QFETCH(QStringList, unread);
    QFETCH(QString, row);
    RoleReading reading = goodReading();
    reading.read = static_cast<Verdict>(verdict);
    reading.isSimulated = isSimulated;
    reading.unreadPolicies = unread;
    QCOMPARE(wordsOf(reading).last(), QStringLiteral("role-permission ") + row);
}

void RoleChecksTest::roleThatIsNotReadBecomesARow_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("row");
    using enum ErrorKind;
    QTest::newRow("missing") << NotFound << "NoSuchEntity"
                             << "role-there failed role-missing";
    QTest::newRow("refused") << AccessDenied << "AccessDenied"
                             << "role-there unknown not-allowed";
    QTest::newRow("elsewhere") << Refused << "other-account"
                               << "role-there warning other-account";
    QTest::newRow("late") << TimedOut << ""
                          << "role-there unknown not-answered";
}

void RoleChecksTest::roleThatIsNotReadBecomesARow()
{
    QFETCH(ErrorKind, kind);
    QFETCH(QString, code);
    QFETCH(QString, row);
    RoleReading reading;
    reading.roleError = errorOf(kind, code);
    QCOMPARE(wordsOf(reading),
             (QStringList{row, QStringLiteral("role-trust unknown role-unread"),
                          QStringLiteral("role-permission unknown role-unread")}));
    // It may be simulated all the same.
    reading.read = Verdict::Allowed;
    reading.isSimulated = true;
    QCOMPARE(wordsOf(reading).last(), QStringLiteral("role-permission passed allowed"));
}

void RoleChecksTest::textThatIsNoRole()
{
    CampaignDraft draft = roleDraft();
    const auto first = [&draft](const QString& text) {
        draft.task.firmwareUpdateRole = text;
        return roleRows(draft, {}).first();
    };
    QCOMPARE(readRow(first({})), QStringLiteral("role-there failed role-unset"));
    QCOMPARE(first({}).place, CheckPlace::ChooseRole);
    QCOMPARE(readRow(first(QStringLiteral("fuota"))),
             QStringLiteral("role-there failed role-not-arn"));
    QCOMPARE(first(QStringLiteral("fuota")).field, Field::FirmwareUpdateRole);
    QCOMPARE(readRow(first(QStringLiteral("arn:aws:iam::123456789012:role/${role}"))),
             QStringLiteral("role-there unknown open-variables"));
    QCOMPARE(readRow(first(RoleArn)), QStringLiteral("role-there running"));
}

void RoleChecksTest::trustThatIsNoPolicyIsUnknown()
{
    RoleReading reading = goodReading();
    reading.trustError = errorOf(ErrorKind::FileMalformed);
    QCOMPARE(wordsOf(reading).at(1), QStringLiteral("role-trust unknown trust-unreadable"));
}

void RoleChecksTest::readingThatFailedAsAWholeIsSaid()
{
    RoleAnswers answers;
    answers.readerError = errorOf(ErrorKind::AccessDenied);
    const auto rows = roleRows(roleDraft(), answers);
    QCOMPARE(readRow(rows.first()), QStringLiteral("role-there unknown not-allowed"));
    QCOMPARE(rows.first().names, QStringList{QStringLiteral("iam:GetRole")});
}

void RoleChecksTest::keyBecomesARow_data()
{
    QTest::addColumn<int>("decision");
    QTest::addColumn<QString>("row");
    using enum SimulatedDecision;
    QTest::newRow("yes") << int(Allowed) << "role-key passed allowed";
    QTest::newRow("denied") << int(ExplicitDeny) << "role-key warning key-denied";
    QTest::newRow("no") << int(ImplicitDeny) << "role-key warning key-not-permitted";
}

void RoleChecksTest::keyBecomesARow()
{
    QFETCH(int, decision);
    QFETCH(QString, row);
    RoleAnswers answers;
    QCOMPARE(readRow(roleKeyRow(roleDraft(), imageWithKey(KeyArn), answers)),
             QStringLiteral("role-key running"));
    answers.key = static_cast<SimulatedDecision>(decision);
    QCOMPARE(readRow(roleKeyRow(roleDraft(), imageWithKey(KeyArn), answers)), row);
    QCOMPARE(readRow(roleKeyRow(roleDraft(), imageWithKey({}), answers)),
             QStringLiteral("role-key unknown key-untold"));
    ImageAnswers plain;
    plain.head = S3ObjectFacts();
    QCOMPARE(readRow(roleKeyRow(roleDraft(), plain, answers)),
             QStringLiteral("role-key passed no-key-needed"));
    plain.head = failure(ErrorKind::AccessDenied);
    QCOMPARE(readRow(roleKeyRow(roleDraft(), plain, answers)),
             QStringLiteral("role-key unknown image-unread"));
}

void RoleChecksTest::keyIsReadWhereItIsNotSimulated_data()
{
    QTest::addColumn<QByteArray>("statement");
    QTest::addColumn<QStringList>("unread");
    QTest::addColumn<QString>("row");
    const QByteArray allow = R"({"Effect":"Allow","Action":"kms:*","Resource":"*"})";
    const QByteArray deny = R"({"Effect":"Deny","Action":"kms:Decrypt","Resource":"*"})";
    const QByteArray other = R"({"Effect":"Allow","Action":"s3:GetObject","Resource":"*"})";
    const QStringList none;
    const QStringList one{QStringLiteral("Keys")};
    QTest::newRow("allowed") << allow << none << "role-key passed allowed-by-reading";
    QTest::newRow("allowed in part") << allow << one << "role-key unknown policies-unread";
    QTest::newRow("denied") << deny << one << "role-key warning key-denied";
    QTest::newRow("not allowed") << other << none << "role-key warning key-not-permitted";
    QTest::newRow("not in this part") << other << one << "role-key unknown policies-unread";
}

void RoleChecksTest::keyIsReadWhereItIsNotSimulated()
{
    QFETCH(QByteArray, statement);
    QFETCH(QStringList, unread);
    QFETCH(QString, row);
    RoleAnswers answers;
    answers.key = Result<SimulatedDecision>(failure(ErrorKind::AccessDenied));
    QCOMPARE(readRow(roleKeyRow(roleDraft(), imageWithKey(KeyArn), answers)),
             QStringLiteral("role-key running"));
    answers.reading = goodReading();
    QCOMPARE(readRow(roleKeyRow(roleDraft(), imageWithKey(KeyArn), answers)),
             QStringLiteral("role-key unknown not-allowed"));
    answers.reading->unreadPolicies = unread;
    answers.reading->policies.append(
        {QStringLiteral("p"),
         {},
         "{\"Version\":\"2012-10-17\",\"Statement\":[" + statement + "]}"});
    QCOMPARE(readRow(roleKeyRow(roleDraft(), imageWithKey(KeyArn), answers)), row);
}

FUOTADESK_TEST(RoleChecksTest);

} // namespace fuotadesk

#include "rolecheckstest.moc"
