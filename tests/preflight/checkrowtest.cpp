#include "preflight/checkrows.h"

#include "support/testcase.h"

#include <QSet>

namespace fuotadesk {

class CheckRowTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everySubjectHasAWord();
    void refusalNamesTheAction();
    void otherFailureIsToldAsOne();
    void manyNamesAreCountedAndCut();
};

void CheckRowTest::everySubjectHasAWord()
{
    QSet<QString> words;
    for (const CheckSubject subject : checkSubjects())
        words.insert(checkSubjectName(subject));
    QVERIFY(!words.contains(QString()));
    QCOMPARE(words.size(), checkSubjects().size());
    const int next = static_cast<int>(checkSubjects().last()) + 1;
    QVERIFY(checkSubjectName(static_cast<CheckSubject>(next)).isEmpty());
}

void CheckRowTest::refusalNamesTheAction()
{
    Error error;
    error.kind = ErrorKind::AccessDenied;
    const CheckRow row = unansweredRow(CheckSubject::ImageThere, error, "s3:GetObject");
    QCOMPARE(row.outcome, CheckOutcome::Unknown);
    QCOMPARE(row.reason, QStringLiteral("not-allowed"));
    QCOMPARE(row.names, QStringList{QStringLiteral("s3:GetObject")});
    QCOMPARE(row.place, CheckPlace::None);
    QVERIFY(row.error == error);
}

void CheckRowTest::otherFailureIsToldAsOne()
{
    Error error;
    error.kind = ErrorKind::TimedOut;
    const CheckRow row = unansweredRow(CheckSubject::ImageThere, error, "s3:GetObject");
    QCOMPARE(row.outcome, CheckOutcome::Unknown);
    QCOMPARE(row.reason, QStringLiteral("not-answered"));
    QVERIFY(row.names.isEmpty());
    QCOMPARE(row.place, CheckPlace::None);
    error.kind = ErrorKind::CredentialsExpired;
    QCOMPARE(unansweredRow(CheckSubject::ImageThere, error, "").place, CheckPlace::Connection);
}

void CheckRowTest::manyNamesAreCountedAndCut()
{
    QStringList names;
    for (int i = 0; i < 25; ++i)
        names.append(QString::number(i));
    CheckRow row;
    setNames(row, names);
    QCOMPARE(row.figure, 25);
    QCOMPARE(row.names.size(), 20);
    QCOMPARE(row.names.last(), QStringLiteral("19"));
}

FUOTADESK_TEST(CheckRowTest);

} // namespace fuotadesk

#include "checkrowtest.moc"
