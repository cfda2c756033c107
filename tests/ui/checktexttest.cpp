#include "text/checktext.h"

#include "text/errortext.h"
#include "text/findingtext.h"

#include "support/testcase.h"

#include <QSet>

namespace fuotadesk {

class CheckTextTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyReasonHasASentence_data();
    void everyReasonHasASentence();
    void everySubjectHasATitleOfItsOwn();
    void everyOutcomeHasAWordOfItsOwn();
    void everyPlaceHasAButtonOfItsOwn();
    void figuresAreInTheirUnits_data();
    void figuresAreInTheirUnits();
    void manyNamesAreCut();
    void tasksAreCountedApartFromWhatTheyHold();
    void listsThatCouldNotBeReadHaveNames();
    void nameWithAPercentSignStaysAsItIs();
    void findingSpeaksForItself();
    void errorSpeaksForItself();
    void progressIsTold();
};

namespace {

constexpr auto LastSubject = CheckSubject::SessionTimeout;

CheckRow rowOf(CheckSubject subject, CheckOutcome outcome, const QString& reason)
{
    CheckRow row;
    row.subject = subject;
    row.outcome = outcome;
    row.reason = reason;
    return row;
}

struct Reasons {
    CheckSubject subject;
    const char* reasons;
};

const Reasons All[] = {
    {CheckSubject::Credentials,
     "signed-in signed-out region-missing region-unlisted caller-unknown"},
    {CheckSubject::Fields, "fields-good open-variables"},
    {CheckSubject::ImageThere,
     "image-there image-unset image-not-s3 image-missing bucket-missing bucket-name key-unusable "
     "image-archived image-restored open-variables not-allowed signed-out"},
    {CheckSubject::ImageSize,
     "size-good image-empty too-large perhaps-too-large size-differs image-unread"},
    {CheckSubject::ImageUnchanged, "unchanged not-recorded image-changed image-unread"},
    {CheckSubject::ImageRegion, "same-region other-region image-unread not-allowed"},
    {CheckSubject::ImageEncryption,
     "encryption-untold encryption-s3 encryption-kms encryption-other image-unread"},
    {CheckSubject::RoleThere,
     "role-there role-unset role-not-arn role-missing other-account open-variables not-allowed"},
    {CheckSubject::RoleTrust,
     "trusted not-trusted trust-denied trust-unreadable depends-on-conditions role-unread"},
    {CheckSubject::RolePermission,
     "allowed allowed-by-reading denied not-permitted depends-on-conditions policies-unread "
     "role-unread image-unread"},
    {CheckSubject::RoleKey,
     "no-key-needed key-untold allowed allowed-by-reading key-denied key-not-permitted "
     "depends-on-conditions policies-unread role-unread image-unread"},
    {CheckSubject::PassRole,
     "allowed root caller-unknown caller-not-simulated pass-denied pass-not-permitted role-unread"},
    {CheckSubject::RecipientsThere,
     "recipients-there no-recipients devices-and-groups recipients-missing groups-empty"},
    {CheckSubject::RecipientsFit,
     "fit other-rf-region unfit class-unsupported class-differs fitness-unknown fit-with-warnings "
     "no-recipients"},
    {CheckSubject::RecipientsAlive, "alive silent no-recipients"},
    {CheckSubject::RecipientsFree, "free held held-in-session too-many-tasks no-recipients"},
    {CheckSubject::Payload,
     "payload-fits image-size-unknown rf-region-unset not-computed fragment-over-data-rate"},
    {CheckSubject::DutyCycle, "duty-cycle-kept duty-cycle-unlimited duty-cycle-exceeded"},
    {CheckSubject::StartTime, "start-open start-good too-soon too-far"},
    {CheckSubject::SessionTimeout, "timeout-fits session-too-long image-size-unknown"},
};

} // namespace

void CheckTextTest::everyReasonHasASentence_data()
{
    QTest::addColumn<int>("subject");
    QTest::addColumn<QString>("reason");
    for (const Reasons& each : All)
        for (const QString& reason : QString::fromLatin1(each.reasons).split(u' '))
            QTest::addRow("%s %s", qPrintable(checkSubjectName(each.subject)), qPrintable(reason))
                << int(each.subject) << reason;
}

void CheckTextTest::everyReasonHasASentence()
{
    QFETCH(int, subject);
    QFETCH(QString, reason);
    CheckRow row = rowOf(static_cast<CheckSubject>(subject), CheckOutcome::Warning, reason);
    row.names = {QStringLiteral("one"), QStringLiteral("two")};
    row.figure = 100;
    row.limit = 200;
    row.field = Field::FirmwareUpdateImage;
    row.names = row.subject == CheckSubject::Payload ? QStringList() : row.names;
    const QString sentence = checkSentence(row);
    QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
    QVERIFY2(!sentence.contains(u"%1") && !sentence.contains(u"%2") && !sentence.contains(u"%3"),
             qPrintable(sentence));
    QVERIFY2(!sentence.contains(u'!') && !sentence.contains(u"please"), qPrintable(sentence));
    const QString remedy = checkRemedy(row);
    QVERIFY2(remedy.isEmpty() || remedy.endsWith(u'.'), qPrintable(remedy));
}

void CheckTextTest::everySubjectHasATitleOfItsOwn()
{
    QSet<QString> titles;
    QStringList headings;
    for (int each = 0; each <= int(LastSubject); ++each) {
        titles.insert(checkTitle(static_cast<CheckSubject>(each)));
        const QString heading = checkHeading(static_cast<CheckSubject>(each));
        if (headings.isEmpty() || headings.last() != heading)
            headings.append(heading);
    }
    QVERIFY(!titles.contains(QString()));
    QCOMPARE(titles.size(), int(LastSubject) + 1);
    QCOMPARE(headings.size(), 5); // the rows of a group stand together
    QCOMPARE(QSet<QString>(headings.begin(), headings.end()).size(), 5);
}

void CheckTextTest::everyOutcomeHasAWordOfItsOwn()
{
    QSet<QString> words;
    QSet<QString> summaries;
    for (int each = 0; each <= int(CheckOutcome::Unknown); ++each) {
        words.insert(checkOutcomeWord(static_cast<CheckOutcome>(each)));
        summaries.insert(checkSummary(static_cast<CheckOutcome>(each)));
    }
    QCOMPARE(words.size(), 6);
    QCOMPARE(summaries.size(), 5); // waiting and running are the same
}

void CheckTextTest::everyPlaceHasAButtonOfItsOwn()
{
    QSet<QString> buttons;
    for (int each = 1; each <= int(CheckPlace::Devices); ++each) {
        CheckRow row;
        row.place = static_cast<CheckPlace>(each);
        row.field = Field::Name;
        buttons.insert(checkButton(row));
    }
    QVERIFY(!buttons.contains(QString()));
    QCOMPARE(buttons.size(), int(CheckPlace::Devices));
    QVERIFY(checkButton({}).isEmpty());
}

void CheckTextTest::figuresAreInTheirUnits_data()
{
    QTest::addColumn<int>("subject");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<qint64>("figure");
    QTest::addColumn<qint64>("limit");
    QTest::addColumn<QStringList>("parts");
    const auto add = [](CheckSubject subject, const char* reason, qint64 figure, qint64 limit,
                        const QStringList& parts) {
        QTest::newRow(reason) << int(subject) << QString::fromLatin1(reason) << figure << limit
                              << parts;
    };
    add(CheckSubject::ImageSize, "size-differs", 102'400, 2048,
        {QStringLiteral("(100 KiB)"), QStringLiteral("(2 KiB)")});
    add(CheckSubject::DutyCycle, "duty-cycle-kept", 97, 100,
        {QStringLiteral("9.7 %"), QStringLiteral("10.0 %")});
    add(CheckSubject::StartTime, "too-soon", 12, 30, {QStringLiteral("30 min")});
    add(CheckSubject::SessionTimeout, "timeout-fits", 2048, 32768,
        {QStringLiteral("34 min"), QStringLiteral("9 h 06 min")});
    add(CheckSubject::Payload, "payload-fits", 48, 51,
        {QStringLiteral("48 bytes"), QStringLiteral("51 bytes")});
}

void CheckTextTest::figuresAreInTheirUnits()
{
    QFETCH(int, subject);
    QFETCH(QString, reason);
    QFETCH(qint64, figure);
    QFETCH(qint64, limit);
    QFETCH(QStringList, parts);
    CheckRow row = rowOf(static_cast<CheckSubject>(subject), CheckOutcome::Passed, reason);
    row.figure = figure;
    row.limit = limit;
    const QString sentence = checkSentence(row);
    for (const QString& part : parts)
        QVERIFY2(sentence.contains(part), qPrintable(sentence));
}

void CheckTextTest::manyNamesAreCut()
{
    CheckRow row =
        rowOf(CheckSubject::RecipientsFit, CheckOutcome::Failed, QStringLiteral("unfit"));
    row.names = QStringLiteral("a b c d e f g").split(u' ');
    row.figure = 100;
    QVERIFY2(checkSentence(row).endsWith(u"a, b, c, d, e and 95 more."),
             qPrintable(checkSentence(row)));
}

// The names are of tasks; what is counted are recipients.
void CheckTextTest::tasksAreCountedApartFromWhatTheyHold()
{
    CheckRow row =
        rowOf(CheckSubject::RecipientsFree, CheckOutcome::Warning, QStringLiteral("held"));
    row.names = QStringLiteral("a b c d e f").split(u' ');
    row.figure = 500;
    row.limit = 8;
    QVERIFY2(checkSentence(row).contains(u"a, b, c, d, e and 3 more."),
             qPrintable(checkSentence(row)));
}

void CheckTextTest::listsThatCouldNotBeReadHaveNames()
{
    CheckRow row = rowOf(CheckSubject::RolePermission, CheckOutcome::Unknown,
                         QStringLiteral("policies-unread"));
    row.names = QStringList{QStringLiteral("ListRolePolicies"), QStringLiteral("mine")};
    QVERIFY2(checkSentence(row).endsWith(u": the list of inline policies, mine."),
             qPrintable(checkSentence(row)));
}

void CheckTextTest::nameWithAPercentSignStaysAsItIs()
{
    CheckRow row =
        rowOf(CheckSubject::RecipientsFit, CheckOutcome::Failed, QStringLiteral("unfit"));
    row.names = QStringList{QStringLiteral("meter %2 %3")};
    row.figure = 1;
    QVERIFY(checkSentence(row).endsWith(u": meter %2 %3."));
}

void CheckTextTest::findingSpeaksForItself()
{
    CheckRow row = rowOf(CheckSubject::Fields, CheckOutcome::Failed, QStringLiteral("too-long"));
    row.field = Field::Name;
    row.figure = 256;
    row.names = QStringList{QStringLiteral("Name")};
    const Finding finding{Field::Name, Severity::Error, FindingCode::TooLong, 256};
    QCOMPARE(checkSentence(row), FindingText().sentence(finding));
    QCOMPARE(checkRemedy(row), FindingText().remedy(finding));
    row.names.append(QStringLiteral("RfRegion"));
    QVERIFY(checkSentence(row).endsWith(u"RF region."));
}

void CheckTextTest::errorSpeaksForItself()
{
    CheckRow row =
        rowOf(CheckSubject::ImageThere, CheckOutcome::Unknown, QStringLiteral("not-answered"));
    row.error = Error{ErrorKind::TimedOut, {}, {}, 0, {}, {}, false};
    QCOMPARE(checkSentence(row), errorSentence(*row.error));
    QCOMPARE(checkRemedy(row), errorRemedy(*row.error)->advice);
}

void CheckTextTest::progressIsTold()
{
    CheckRow row = rowOf(CheckSubject::RecipientsFit, CheckOutcome::Running, {});
    const QString begun = checkSentence(row);
    QVERIFY(begun.endsWith(u'.'));
    row.figure = 12;
    row.limit = 240;
    QVERIFY(checkSentence(row).contains(u"12"));
    QVERIFY(checkSentence(row).contains(u"240"));
    QVERIFY(checkSentence(rowOf(CheckSubject::Fields, CheckOutcome::Waiting, {})) != begun);
}

FUOTADESK_TEST(CheckTextTest);

} // namespace fuotadesk

#include "checktexttest.moc"
