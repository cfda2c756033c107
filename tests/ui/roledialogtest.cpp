#include "desktop/roledialog.h"

#include "desktop/idtable.h"
#include "desktop/roledocuments.h"
#include "support/testcase.h"
#include "ui/deskbench.h"
#include "ui/find.h"
#include "ui/iamdouble.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

namespace fuotadesk {

class RoleDialogTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void thoseThatTrustTheServiceComeFirst();
    void trustThatIsNotUnderstoodIsSaid();
    void enterUsesTheSelectedRole();
    void theRoleOfTheFormIsSelected();
    void aSearchNarrowsAndOffersAllAgain();
    void theSelectedRoleIsReadWithTheImage_data();
    void theSelectedRoleIsReadWithTheImage();
    void documentsAreShownAndCopied();
    void documentsThatAreNotReadAreNamed();
    void aRefusalNamesThePermission();
    void anEmptyAccountOffersToCreateOne();
    void signedOutSaysSo();
};

namespace {

struct Choosing : DeskBench {
    IamDouble iam;
    QWidget window;
    QPointer<RoleDialog> dialog;
    QString chosen;
    int creations = 0;

    Choosing()
    {
        desk.service.answerInstead = [this](const HttpRequest& request) {
            return iam.answer(request);
        };
        iam.addRole(QStringLiteral("alpha"), false, QStringLiteral("for functions"));
        iam.addRole(QStringLiteral("omega"), true, QStringLiteral("for meters"));
        iam.addRole(QStringLiteral("beta"), true);
    }

    void show(const QString& role = {})
    {
        dialog = new RoleDialog(bench(), QStringLiteral("s3://bucket/fw.bin"), role, &window);
        QObject::connect(dialog, &RoleDialog::roleChosen, &window,
                         [this](const QString& arn) { chosen = arn; });
        QObject::connect(dialog, &RoleDialog::creationWanted, &window, [this] { ++creations; });
        dialog->open();
    }

    void showSignedIn(const QString& role = {})
    {
        desk.signIn();
        show(role);
        QTRY_VERIFY(roles.isComplete() || roles.error());
    }

    IdTable* table() const { return dialog->findChild<IdTable*>(); }
    QString cell(int row, int column) const
    {
        return table()->model()->index(row, column).data().toString();
    }
    QPushButton* use() const { return find<QPushButton>(*dialog, "Use this role"); }
    void select(int row) const { table()->selectRow(row); }

    bool says(const char* part) const
    {
        const auto labels = dialog->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(QString::fromUtf8(part));
        });
    }
};

const QString Stem = QStringLiteral("arn:aws:iam::123456789012:role/");

} // namespace

void RoleDialogTest::thoseThatTrustTheServiceComeFirst()
{
    Choosing f;
    f.showSignedIn();
    QTRY_COMPARE(f.table()->model()->rowCount(), 3);
    QCOMPARE(f.cell(0, 0), QStringLiteral("beta"));
    QCOMPARE(f.cell(1, 0), QStringLiteral("omega"));
    QCOMPARE(f.cell(2, 0), QStringLiteral("alpha"));
    QCOMPARE(f.cell(0, 1), QStringLiteral("Trusts AWS IoT Wireless"));
    QCOMPARE(f.cell(2, 1), QStringLiteral("Does not trust AWS IoT Wireless"));
    QVERIFY(!f.table()->model()->index(0, 1).data(Qt::DecorationRole).value<QIcon>().isNull());
    QVERIFY(!f.use()->isEnabled());
}

void RoleDialogTest::trustThatIsNotUnderstoodIsSaid()
{
    Choosing f;
    f.iam.roles[QStringLiteral("omega")].trustPolicy = "{";
    f.showSignedIn();
    QTRY_COMPARE(f.table()->model()->rowCount(), 3);
    QCOMPARE(f.cell(1, 0), QStringLiteral("omega"));
    QCOMPARE(f.cell(1, 1), QStringLiteral("Trust policy not understood"));
}

void RoleDialogTest::enterUsesTheSelectedRole()
{
    Choosing f;
    f.showSignedIn();
    f.select(1);
    f.table()->setFocus();
    QTest::keyClick(f.table(), Qt::Key_Return);
    QCOMPARE(f.chosen, Stem + QStringLiteral("omega"));
    QTRY_VERIFY(!f.dialog);
}

void RoleDialogTest::theRoleOfTheFormIsSelected()
{
    Choosing f;
    f.showSignedIn(Stem + QStringLiteral("alpha"));
    QTRY_COMPARE(f.table()->selectedIds(), QStringList{Stem + QStringLiteral("alpha")});
    QVERIFY(f.use()->isEnabled());
}

void RoleDialogTest::aSearchNarrowsAndOffersAllAgain()
{
    Choosing f;
    f.showSignedIn();
    auto* search = find<QLineEdit>(*f.dialog, "Search roles");
    search->setText(QStringLiteral("METERS"));
    QCOMPARE(f.table()->model()->rowCount(), 1);
    QVERIFY(f.says("1 of 3 roles"));
    search->setText(QStringLiteral("nothing"));
    QVERIFY(f.says("No role matches"));
    find<QPushButton>(*f.dialog, "Show all")->click();
    QCOMPARE(f.table()->model()->rowCount(), 3);
}

void RoleDialogTest::theSelectedRoleIsReadWithTheImage_data()
{
    QTest::addColumn<QByteArray>("decision");
    QTest::addColumn<bool>("mayAsk");
    QTest::addColumn<QByteArray>("permissions");
    QTest::addColumn<QString>("said");
    const QByteArray reads = R"({"Version":"2012-10-17","Statement":{"Effect":"Allow",)"
                             R"("Action":"s3:GetObject","Resource":"arn:aws:s3:::bucket/*"}})";
    QTest::newRow("simulated") << QByteArray("allowed") << true << reads
                               << QStringLiteral("It may read s3://bucket/fw.bin, as IAM's");
    QTest::newRow("simulated, not") << QByteArray("implicitDeny") << true << reads
                                    << QStringLiteral("It may not read s3://bucket/fw.bin");
    QTest::newRow("read") << QByteArray() << false << reads
                          << QStringLiteral("by a reading of its policies");
}

void RoleDialogTest::theSelectedRoleIsReadWithTheImage()
{
    QFETCH(QByteArray, decision);
    QFETCH(bool, mayAsk);
    QFETCH(QByteArray, permissions);
    QFETCH(QString, said);
    Choosing f;
    f.iam.decision = decision;
    f.iam.permissions = permissions;
    if (!mayAsk)
        f.iam.refused << QStringLiteral("SimulatePrincipalPolicy");
    f.showSignedIn();
    f.select(0);
    QTRY_VERIFY(f.says("AWS IoT Wireless may assume the role."));
    QVERIFY2(f.says(said.toUtf8().constData()), qPrintable(said));
}

void RoleDialogTest::documentsAreShownAndCopied()
{
    Choosing f;
    f.iam.permissions = R"({"Version":"2012-10-17","Statement":[]})";
    f.showSignedIn();
    f.select(0);
    auto* show = find<QPushButton>(*f.dialog, "Show documents…");
    QVERIFY(!show->isEnabled());
    QTRY_VERIFY(show->isEnabled());
    show->click();
    QTRY_VERIFY(f.dialog->findChild<RoleDocuments*>());
    auto* documents = f.dialog->findChild<RoleDocuments*>();
    QVERIFY(documents->findChild<QPlainTextEdit*>()->toPlainText().contains(
        u"iotwireless.amazonaws.com"));
    find<QPushButton>(*documents, "Copy document")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             documents->findChild<QPlainTextEdit*>()->toPlainText());
    auto* which = documents->findChild<QComboBox*>();
    QCOMPARE(which->count(), 2); // though the simulation alone told what it may do
    which->setCurrentIndex(1);
    QVERIFY(documents->findChild<QPlainTextEdit*>()->toPlainText().contains(u"\"Statement\""));
}

void RoleDialogTest::documentsThatAreNotReadAreNamed()
{
    Choosing f;
    f.iam.refused << QStringLiteral("ListAttachedRolePolicies");
    f.showSignedIn();
    f.select(0);
    auto* show = find<QPushButton>(*f.dialog, "Show documents…");
    QTRY_VERIFY(show->isEnabled());
    show->click();
    QTRY_VERIFY(f.dialog->findChild<RoleDocuments*>());
    const auto labels = f.dialog->findChild<RoleDocuments*>()->findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->text().contains(u"the list of attached policies");
    }));
}

void RoleDialogTest::aRefusalNamesThePermission()
{
    Choosing f;
    f.iam.refused << QStringLiteral("ListRoles");
    f.showSignedIn();
    QTRY_VERIFY(f.says("iam:ListRoles"));
    QVERIFY(f.says("pasted into Firmware role"));
    f.iam.refused.clear();
    find<QPushButton>(*f.dialog, "Try again")->click();
    QTRY_COMPARE(f.table()->model()->rowCount(), 3);
    QVERIFY(!f.says("iam:ListRoles"));
}

void RoleDialogTest::anEmptyAccountOffersToCreateOne()
{
    Choosing f;
    f.iam.roles.clear();
    f.showSignedIn();
    QTRY_VERIFY(f.says("The account has no roles."));
    find<QPushButton>(*f.dialog, "Create role…")->click();
    QCOMPARE(f.creations, 1);
    QTRY_VERIFY(!f.dialog);
}

void RoleDialogTest::signedOutSaysSo()
{
    Choosing f;
    f.show();
    QVERIFY(f.says("not signed in"));
    QVERIFY(f.iam.asked.isEmpty());
    f.desk.signIn();
    QTRY_COMPARE(f.table()->model()->rowCount(), 3);
    QVERIFY(!f.says("not signed in"));
}

FUOTADESK_TEST(RoleDialogTest);

} // namespace fuotadesk

#include "roledialogtest.moc"
