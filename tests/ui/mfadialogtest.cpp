#include "desktop/mfadialog.h"

#include "support/outcome.h"
#include "support/testcase.h"
#include "ui/find.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>

namespace fuotadesk {

class MfaDialogTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhoAsks();
    void digitsAndEnterAnswer();
    void onlySixDigitsGoOn();
    void aPastedCodeMayHaveASpace();
    void escapeDeclines();
    void goneQuestionClosesIt();
    void nextQuestionTakesItsPlace();
    void everythingHasANameAndAKey();
};

namespace {

struct Asked {
    Asked() { ask(first, "prod", "phone"); }

    void ask(Outcome<QString>& outcome, const char* profile, const char* device)
    {
        RoleStep step;
        step.profile = QString::fromLatin1(profile);
        step.roleArn = QStringLiteral("arn:aws:iam::123456789012:role/Deploy");
        step.mfaSerial =
            QStringLiteral("arn:aws:iam::123456789012:mfa/") + QString::fromLatin1(device);
        outcome.watch(questions.askCode(step, asker.get()), &window);
    }

    void open()
    {
        dialog = new MfaDialog(questions, &window);
        dialog->open();
    }

    QLineEdit* code() const { return find<QLineEdit>(*dialog, "Code"); }
    QPushButton* next() const { return find<QPushButton>(*dialog, "Continue"); }

    bool says(const char* part) const
    {
        const auto labels = dialog->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->text().contains(QString::fromUtf8(part));
        });
    }

    QWidget window;
    std::unique_ptr<QObject> asker = std::make_unique<QObject>();
    MfaQuestions questions;
    Outcome<QString> first;
    Outcome<QString> second;
    QPointer<MfaDialog> dialog;
};

} // namespace

void MfaDialogTest::itSaysWhoAsks()
{
    Asked a;
    a.open();
    QVERIFY(a.says("“prod”"));
    QVERIFY(a.says("arn:aws:iam::123456789012:role/Deploy"));
    QVERIFY(a.says("arn:aws:iam::123456789012:mfa/phone"));
}

void MfaDialogTest::digitsAndEnterAnswer()
{
    Asked a;
    a.open();
    QCOMPARE(a.dialog->focusWidget(), a.code());
    QTest::keyClicks(a.code(), QStringLiteral("012345"));
    QTest::keyClick(a.code(), Qt::Key_Return);
    QTRY_COMPARE(a.first.count, 1);
    QCOMPARE(a.first.result->value(), QStringLiteral("012345"));
    QTRY_VERIFY(!a.dialog);
}

void MfaDialogTest::onlySixDigitsGoOn()
{
    Asked a;
    a.open();
    QVERIFY(!a.next()->isEnabled());
    QTest::keyClicks(a.code(), QStringLiteral("12ab3-45"));
    QCOMPARE(a.code()->text(), QStringLiteral("12345"));
    QTest::keyClick(a.code(), Qt::Key_Return);
    QVERIFY(a.questions.current());
    QTest::keyClicks(a.code(), QStringLiteral("67"));
    QCOMPARE(a.code()->text(), QStringLiteral("123456"));
    QVERIFY(a.next()->isEnabled());
}

void MfaDialogTest::aPastedCodeMayHaveASpace()
{
    Asked a;
    a.open();
    QGuiApplication::clipboard()->setText(QStringLiteral(" 123 ٣456\n"));
    QTest::keyClick(a.code(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(a.code()->text(), QStringLiteral("123456"));
}

void MfaDialogTest::escapeDeclines()
{
    Asked a;
    a.open();
    QTest::keyClick(a.dialog, Qt::Key_Escape);
    QTRY_COMPARE(a.first.count, 1);
    QCOMPARE(a.first.result->error().kind, ErrorKind::Cancelled);
    QTRY_VERIFY(!a.dialog);
}

void MfaDialogTest::goneQuestionClosesIt()
{
    Asked a;
    a.open();
    a.asker.reset();
    QTRY_VERIFY(!a.dialog);
}

void MfaDialogTest::nextQuestionTakesItsPlace()
{
    Asked a;
    QObject other;
    a.open();
    const auto asker = std::exchange(a.asker, std::make_unique<QObject>());
    a.ask(a.second, "test", "key");
    QTest::keyClicks(a.code(), QStringLiteral("123"));
    QVERIFY(a.says("“prod”"));
    a.questions.decline();
    QVERIFY(a.says("“test”"));
    QVERIFY(a.says("mfa/key"));
    QVERIFY(a.code()->text().isEmpty());
    QTest::keyClicks(a.code(), QStringLiteral("654321"));
    QTest::keyClick(a.code(), Qt::Key_Return);
    QTRY_COMPARE(a.second.count, 1);
    QCOMPARE(a.second.result->value(), QStringLiteral("654321"));
    QTRY_VERIFY(!a.dialog);
}

void MfaDialogTest::everythingHasANameAndAKey()
{
    Asked a;
    a.open();
    QCOMPARE(a.code()->accessibleDescription(),
             QStringLiteral("The 6 digits that the device shows now."));
    QVERIFY(a.next()->text().contains(u'&'));
    QVERIFY(a.next()->isDefault());
    QTest::keyClicks(a.code(), QStringLiteral("123456"));
    QTest::keyClick(a.code(), Qt::Key_Tab);
    QVERIFY(qobject_cast<QPushButton*>(a.dialog->focusWidget()));
    const auto labels = a.dialog->findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
                        [&](const QLabel* label) { return label->buddy() == a.code(); }));
}

FUOTADESK_TEST(MfaDialogTest);

} // namespace fuotadesk

#include "mfadialogtest.moc"
