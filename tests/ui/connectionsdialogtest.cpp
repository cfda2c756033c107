#include "desktop/connectionsdialog.h"
#include "support/testcase.h"

#include "campaign/profilebench.h"
#include "campaign/whoami.h"
#include "desktop/connectionbar.h"
#include "desktop/connectiondialog.h"
#include "desktop/permissionsdialog.h"
#include "desktop/productionguard.h"
#include "support/identitydouble.h"
#include "ui/find.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTreeWidget>

namespace fuotadesk {

class ConnectionsDialogTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void profilesStandInTheList();
    void aProfileIsUsedByKeysAlone();
    void aProfileIsMarkedByKeysAlone();
    void aBrokenProfileSaysWhy();
    void unreadableFilesAreSaid();
    void theBarSaysWhoAndWhere();
    void theBarShowsProduction();
    void productionWantsItsNameTyped();
    void otherConnectionsAreNotAsked();
    void permissionsAreListed();
};

namespace {

const QString Other = QStringLiteral("profile:other");

struct Signed : ProfileBench {
    explicit Signed(const QByteArray& config = TwoProfiles, const QString& id = Other)
        : ProfileBench(config)
    {
        session->start(id);
        [[maybe_unused]] const bool isDone = QTest::qWaitFor([this] {
            return session->state() != SessionState::SigningIn && session->book().isDiscovered();
        });
    }

    void mark()
    {
        Connection marked = *session->book().find(Other);
        marked.isProduction = true;
        marked.colour = ConnectionColour::Red;
        resultOf(session->save(marked, {}, Session::Remember::InKeychain, session.get()));
        QTRY_VERIFY(session->isReady());
    }
};

void press(const QWidget& window, const char* button)
{
    auto* found = find<QPushButton>(window, button);
    QVERIFY2(found, button);
    found->setFocus();
    QTest::keyClick(found, Qt::Key_Space);
}

QStringList lines(const ConnectionsDialog& dialog)
{
    const auto* list = dialog.findChild<QListWidget*>();
    QStringList all;
    for (int i = 0; i < list->count(); ++i)
        all << list->item(i)->text();
    return all;
}

} // namespace

void ConnectionsDialogTest::profilesStandInTheList()
{
    Signed b;
    const ConnectionsDialog dialog(*b.session);
    const QStringList all = lines(dialog);
    QCOMPARE(all.size(), 3);
    QVERIFY(all.at(0).startsWith(QStringLiteral("Sandbox")));
    QVERIFY(all.at(1).startsWith(QStringLiteral("default · eu-west-1")));
    QVERIFY(all.at(2).startsWith(QStringLiteral("other (in use) · us-east-1")));
    QVERIFY(all.at(2).contains(QStringLiteral("access key of the AWS files")));
}

void ConnectionsDialogTest::aProfileIsUsedByKeysAlone()
{
    Signed b(TwoProfiles, sandboxConnection().id);
    ConnectionsDialog dialog(*b.session);
    dialog.show();
    auto* list = dialog.findChild<QListWidget*>();
    list->setFocus();
    QTest::keyClick(list, Qt::Key_End);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(b.session->active().id, Other);
    QTRY_VERIFY(b.session->isReady());
    QVERIFY(!find<QPushButton>(dialog, "Forget connection…")->isEnabled());
}

void ConnectionsDialogTest::aProfileIsMarkedByKeysAlone()
{
    Signed b;
    ConnectionsDialog dialog(*b.session);
    dialog.show();
    press(dialog, "Edit connection…");
    auto* edit = dialog.findChild<ConnectionDialog*>();
    QVERIFY(edit);
    QVERIFY(!find<QLineEdit>(*edit, "Access key ID")->isVisible());
    auto* name = find<QLineEdit>(*edit, "Name");
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("The real one"));
    auto* production = find<QCheckBox>(
        *edit, "This is production: ask for its name before tasks are created, started or deleted");
    QVERIFY(production);
    production->setFocus();
    QTest::keyClick(production, Qt::Key_Space);
    auto* colour = find<QComboBox>(*edit, "Colour");
    colour->setFocus();
    QTest::keyClick(colour, Qt::Key_R); // as the word begins
    press(*edit, "Save connection");
    QTRY_COMPARE(b.session->active().name, QStringLiteral("The real one"));
    QCOMPARE(b.session->active().colour, ConnectionColour::Red);
    QVERIFY(b.session->active().isProduction);
    QVERIFY(b.session->book().find(Other)->region.isEmpty()); // still the profile's own
    QTRY_VERIFY(lines(dialog).last().endsWith(QStringLiteral("production")));
}

void ConnectionsDialogTest::aBrokenProfileSaysWhy()
{
    Signed b("[profile other]\nrole_arn = arn:aws:iam::1:role/one\n");
    const ConnectionsDialog dialog(*b.session);
    QVERIFY(lines(dialog).last().contains(QStringLiteral("can not be used")));
    QVERIFY(dialog.findChild<QListWidget*>()->item(1)->toolTip().contains(u"source_profile"));
}

void ConnectionsDialogTest::unreadableFilesAreSaid()
{
    Signed b("[profile other\n");
    ConnectionsDialog dialog(*b.session);
    dialog.show();
    QVERIFY(b.session->book().profilesError());
    bool isSaid = false;
    for (const QLabel* label : dialog.findChildren<QLabel*>())
        isSaid = isSaid
            || (label->isVisible() && label->text().contains(QStringLiteral("can not be read")));
    QVERIFY(isSaid);
}

void ConnectionsDialogTest::theBarSaysWhoAndWhere()
{
    Signed b;
    IdentityDouble sts;
    WhoAmI whoAmI(*b.session, {sts, b.desk.random, b.desk.clock});
    ConnectionBar bar(*b.session, whoAmI);
    bar.show();
    const auto says = [&bar](const char* text) {
        for (const QLabel* label : bar.findChildren<QLabel*>()) {
            if (label->isVisible() && label->text() == QString::fromUtf8(text))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(says("us-east-1 · 123456789012 · user operator"));
    QVERIFY(!says("Production"));
}

void ConnectionsDialogTest::theBarShowsProduction()
{
    Signed b;
    b.mark();
    IdentityDouble sts;
    WhoAmI whoAmI(*b.session, {sts, b.desk.random, b.desk.clock});
    ConnectionBar bar(*b.session, whoAmI);
    bar.show();
    bool isSaid = false;
    for (const QLabel* label : bar.findChildren<QLabel*>())
        isSaid = isSaid || (label->isVisible() && label->text() == u"Production");
    QVERIFY(isSaid);
    const QImage picture = bar.grab().toImage();
    const QColor line = picture.pixelColor(picture.width() / 2, picture.height() - 1);
    QVERIFY2(line.red() > line.green() + 50, qPrintable(line.name()));
}

void ConnectionsDialogTest::productionWantsItsNameTyped()
{
    Signed b;
    b.mark();
    QWidget window;
    window.show();
    int done = 0;
    const auto go = [&done] { ++done; };
    const auto ask = [&] {
        guardProduction(*b.session, QStringLiteral("Create the task"), QStringLiteral("Create"),
                        &window, go);
        auto* dialog = window.findChild<ProductionDialog*>();
        return std::pair(dialog, find<QLineEdit>(*dialog, "Name of the connection"));
    };
    const auto [dialog, name] = ask();
    QTest::keyClicks(name, QStringLiteral("othe"));
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(dialog->isVisible());
    QTest::keyClicks(name, QStringLiteral("r"));
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(done, 1);
    QTRY_VERIFY(!window.findChild<ProductionDialog*>());
    // cancelled, or meant for a connection that is not in use any more
    const auto [second, unused] = ask();
    QTest::keyClick(second, Qt::Key_Escape);
    QTRY_VERIFY(!window.findChild<ProductionDialog*>());
    const auto [third, typed] = ask();
    b.session->activate(sandboxConnection().id);
    QTest::keyClicks(typed, QStringLiteral("other"));
    QTest::keyClick(typed, Qt::Key_Return);
    QCOMPARE(done, 1);
    Q_UNUSED(unused)
    Q_UNUSED(third)
}

void ConnectionsDialogTest::otherConnectionsAreNotAsked()
{
    Signed b;
    QWidget window;
    int done = 0;
    guardProduction(*b.session, QStringLiteral("Create"), QStringLiteral("Create"), &window,
                    [&done] { ++done; });
    QCOMPARE(done, 1);
    QVERIFY(!window.findChild<ProductionDialog*>());
}

void ConnectionsDialogTest::permissionsAreListed()
{
    Signed b;
    PermissionsDialog dialog(*b.session);
    dialog.show();
    auto* list = dialog.findChild<QTreeWidget*>();
    QCOMPARE(list->topLevelItemCount(), 14);
    QTRY_COMPARE(list->topLevelItem(0)->text(1), permissionText(Permission::Allowed));
    QCOMPARE(list->topLevelItem(13)->text(0), QStringLiteral("iam:PassRole"));
    QCOMPARE(list->topLevelItem(13)->text(1), permissionText(Permission::Unknowable));
    QVERIFY(!find<QPushButton>(dialog, "Copy what is missing")->isEnabled());
}

FUOTADESK_TEST(ConnectionsDialogTest);

} // namespace fuotadesk

#include "connectionsdialogtest.moc"
