#include "desktop/signindialog.h"

#include "campaign/ssosigninbench.h"
#include "desktop/noticebar.h"
#include "desktop/steadylabel.h"
#include "support/testcase.h"
#include "ui/find.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>

namespace fuotadesk {

using State = SsoSignIn::State;
using Way = SsoSignIn::Way;
using namespace std::chrono_literals;

class SignInDialogTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void codeIsShownAndThePageOpenedOnce();
    void codeAndAddressCanBeCopied();
    void theOtherWayIsAKeyAway();
    void oldFormHasOneWay();
    void timeLeftIsTold();
    void failureOffersAnotherTry();
    void browserThatDoesNotOpenIsSaid();
    void doneClosesIt();
    void escapeCancels();
    void everythingHasANameAndAKey();
};

namespace {

struct Dialog : SsoSignInBench {
    void prepare(Way way)
    {
        answerRegistration();
        if (way == Way::Device) {
            answerAuthorization();
            network.staySilent();
        }
    }

    void open(Way way, const char* profile = "dev")
    {
        signIn.start(QString::fromLatin1(profile), way);
        dialog = new SignInDialog(
            signIn, clock,
            [this](const QUrl& page) {
                opened << page;
                return hasBrowser;
            },
            &window);
        dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
    }

    void openWaiting(Way way)
    {
        prepare(way);
        open(way);
        QTRY_COMPARE(signIn.state(), State::WaitingForPerson);
    }

    QPushButton* button(const char* words) const { return find<QPushButton>(*dialog, words); }
    QLineEdit* code() const { return find<QLineEdit>(*dialog, "Code"); }
    NoticeBar* notice() const { return dialog->findChild<NoticeBar*>(); }
    QString status() const { return dialog->findChild<SteadyLabel*>()->text(); }

    bool says(const char* part) const
    {
        const auto labels = dialog->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(QString::fromUtf8(part));
        });
    }

    bool hasBrowser = true;
    QList<QUrl> opened;
    QWidget window;
    QPointer<SignInDialog> dialog;
};

} // namespace

void SignInDialogTest::codeIsShownAndThePageOpenedOnce()
{
    Dialog d;
    d.prepare(Way::Device);
    d.open(Way::Device);
    QVERIFY(!d.button("Open browser")->isEnabled());
    QTRY_COMPARE(d.signIn.state(), State::WaitingForPerson);
    QCOMPARE(d.code()->text(), QStringLiteral("ABCD-EFGH"));
    QVERIFY(d.says("corp.awsapps.com"));
    QVERIFY(d.says("dev"));
    const QList<QUrl> once{QUrl(QStringLiteral("https://corp/device?user_code=ABCD-EFGH"))};
    QCOMPARE(d.opened, once);
    Q_EMIT d.signIn.changed();
    QCOMPARE(d.opened, once);
    QTest::keyClick(d.dialog, Qt::Key_Return); // the default
    QCOMPARE(d.opened.size(), 2);
}

void SignInDialogTest::codeAndAddressCanBeCopied()
{
    Dialog d;
    d.openWaiting(Way::Device);
    d.button("Copy code")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("ABCD-EFGH"));
    d.button("Copy address")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("https://corp/device?user_code=ABCD-EFGH"));
    QVERIFY(d.code()->isReadOnly());
    QVERIFY(d.code()->focusPolicy() & Qt::TabFocus);
}

void SignInDialogTest::theOtherWayIsAKeyAway()
{
    Dialog d;
    d.openWaiting(Way::Browser);
    QVERIFY(!d.code()->isVisible());
    QCOMPARE(d.opened.size(), 1);
    d.prepare(Way::Device);
    QTest::keyClick(d.dialog, Qt::Key_D, Qt::AltModifier);
    QTRY_COMPARE(d.signIn.way(), Way::Device);
    QTRY_COMPARE(d.signIn.state(), State::WaitingForPerson);
    QVERIFY(d.code()->isVisible());
    QCOMPARE(d.opened.size(), 2);
    QTRY_VERIFY(d.network.isUsedUp()); // the service was asked, and is silent
    d.prepare(Way::Browser);
    d.button("Use the browser")->click();
    QTRY_COMPARE(d.signIn.state(), State::WaitingForPerson);
    QVERIFY(!d.code()->isVisible());
    QVERIFY(d.code()->text().isEmpty());
}

void SignInDialogTest::oldFormHasOneWay()
{
    Dialog d;
    d.prepare(Way::Device);
    d.open(Way::Browser, "old");
    QTRY_COMPARE(d.signIn.state(), State::WaitingForPerson);
    QVERIFY(d.code()->isVisible());
    QVERIFY(!d.button("Use the browser")->isVisible());
}

void SignInDialogTest::timeLeftIsTold()
{
    Dialog d;
    d.openWaiting(Way::Device);
    QVERIFY2(d.status().contains(QStringLiteral("10 min 00 s")), qPrintable(d.status()));
    d.clock.advance(555s);
    Q_EMIT d.signIn.changed();
    QVERIFY2(d.status().contains(QStringLiteral("45 s")), qPrintable(d.status()));
    d.clock.advance(100s);
    Q_EMIT d.signIn.changed();
    QVERIFY2(d.status().contains(QStringLiteral("0 s")), qPrintable(d.status()));
}

void SignInDialogTest::failureOffersAnotherTry()
{
    Dialog d;
    d.answerRegistration();
    d.answerAuthorization();
    d.network.answer(400, R"({"error":"access_denied"})");
    d.open(Way::Device);
    QTRY_COMPARE(d.signIn.state(), State::Failed);
    QVERIFY(d.notice()->isVisible());
    QVERIFY(d.notice()->notice().text.contains(QStringLiteral("declined in the browser")));
    QVERIFY(d.code()->text().isEmpty());
    QVERIFY(!d.button("Open browser")->isEnabled());
    d.prepare(Way::Device);
    QTest::keyClick(d.dialog, Qt::Key_T, Qt::AltModifier);
    QTRY_COMPARE(d.signIn.state(), State::WaitingForPerson);
    QVERIFY(!d.notice()->isVisible());
    QCOMPARE(d.opened.size(), 2);
}

void SignInDialogTest::browserThatDoesNotOpenIsSaid()
{
    Dialog d;
    d.hasBrowser = false;
    d.openWaiting(Way::Browser);
    QVERIFY(d.notice()->isVisible());
    QCOMPARE(d.notice()->notice().kind, NoticeKind::Warning);
    d.hasBrowser = true;
    d.button("Open browser")->click();
    QVERIFY(!d.notice()->isVisible());
}

void SignInDialogTest::doneClosesIt()
{
    Dialog d;
    d.answerRegistration();
    d.answerAuthorization();
    d.answerToken();
    d.open(Way::Device);
    QTRY_COMPARE(d.signIn.state(), State::Done);
    QTRY_VERIFY(!d.dialog);
    QCOMPARE(d.signIn.state(), State::Done);
}

void SignInDialogTest::escapeCancels()
{
    Dialog d;
    d.openWaiting(Way::Device);
    QTest::keyClick(d.dialog, Qt::Key_Escape);
    QCOMPARE(d.signIn.state(), State::Idle);
    QTRY_VERIFY(!d.dialog);
}

void SignInDialogTest::everythingHasANameAndAKey()
{
    Dialog d;
    d.openWaiting(Way::Device);
    QSet<QChar> keys;
    for (const QPushButton* each : d.dialog->findChildren<QPushButton*>()) {
        const qsizetype mark = each->text().indexOf(u'&');
        if (each->text() == QStringLiteral("Cancel"))
            continue; // Esc
        QVERIFY2(mark >= 0, qPrintable(each->text()));
        const QChar key = each->text().at(mark + 1).toLower();
        QVERIFY2(!keys.contains(key), qPrintable(each->text()));
        keys << key;
    }
    QVERIFY(!d.code()->accessibleDescription().isEmpty());
    QTest::keyClick(d.dialog, Qt::Key_C, Qt::AltModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("ABCD-EFGH"));
}

FUOTADESK_TEST(SignInDialogTest);

} // namespace fuotadesk

#include "signindialogtest.moc"
