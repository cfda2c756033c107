#include "desktop/roleedit.h"

#include "campaign/imageprobe.h"
#include "desktop/taskform.h"
#include "support/testcase.h"
#include "ui/find.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

namespace fuotadesk {

class RoleEditTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aNameBecomesTheArnOnLeaving_data();
    void aNameBecomesTheArnOnLeaving();
    void completionCanBeUndoneAndStaysUndone();
    void withoutAnAccountNothingIsCompleted();
    void whatIsTakenCanBeUndone();
    void buttonsShowOnceSomebodyListens();
    void theFormKnowsWhatIsTaken();
};

namespace {

QString arnOf(const QString& name)
{
    return QStringLiteral("arn:aws:iam::123456789012:role/") + name;
}

void leave(QLineEdit* edit)
{
    QTest::keyClick(edit, Qt::Key_Return); // says editingFinished() as leaving it does
}

} // namespace

void RoleEditTest::aNameBecomesTheArnOnLeaving_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("kept");
    const auto row = [](const char* typed, const QString& kept) {
        QTest::newRow(typed) << QString::fromLatin1(typed) << kept;
    };
    row("fuota-reader", arnOf(QStringLiteral("fuota-reader")));
    row("  fuota.reader@2 ", arnOf(QStringLiteral("fuota.reader@2")));
    row("a+b=c,d", arnOf(QStringLiteral("a+b=c,d")));
    row("arn:aws:iam::999999999999:role/x", QStringLiteral("arn:aws:iam::999999999999:role/x"));
    row("${role}", QStringLiteral("${role}"));
    row("two words", QStringLiteral("two words"));
    row("", QString());
    const QString most(64, u'x');
    QTest::newRow("64 letters") << most << arnOf(most);
    QTest::newRow("65 letters") << most + u'x' << most + u'x';
}

void RoleEditTest::aNameBecomesTheArnOnLeaving()
{
    QFETCH(QString, typed);
    QFETCH(QString, kept);
    RoleEdit role;
    role.offer(arnOf);
    role.edit()->insert(typed);
    QCOMPARE(role.edit()->text(), typed);
    leave(role.edit());
    QCOMPARE(role.edit()->text(), kept);
}

void RoleEditTest::completionCanBeUndoneAndStaysUndone()
{
    RoleEdit role;
    role.offer(arnOf);
    role.edit()->insert(QStringLiteral("reader"));
    leave(role.edit());
    QCOMPARE(role.edit()->text(), arnOf(QStringLiteral("reader")));
    role.edit()->undo();
    if (role.edit()->text().isEmpty()) // the insertion and the removal before it are two steps
        role.edit()->undo();
    QCOMPARE(role.edit()->text(), QStringLiteral("reader"));
    leave(role.edit());
    QCOMPARE(role.edit()->text(), QStringLiteral("reader"));
}

void RoleEditTest::withoutAnAccountNothingIsCompleted()
{
    RoleEdit role;
    role.edit()->insert(QStringLiteral("reader"));
    leave(role.edit());
    QCOMPARE(role.edit()->text(), QStringLiteral("reader"));
    QString account;
    role.offer([&](const QString& name) { return account + (account.isEmpty() ? account : name); });
    leave(role.edit());
    QCOMPARE(role.edit()->text(), QStringLiteral("reader"));
    account = QStringLiteral("arn:aws-cn:iam::1:role/"); // it is known by now
    leave(role.edit());
    QCOMPARE(role.edit()->text(), QStringLiteral("arn:aws-cn:iam::1:role/reader"));
}

void RoleEditTest::whatIsTakenCanBeUndone()
{
    RoleEdit role;
    role.edit()->insert(QStringLiteral("before"));
    role.take(arnOf(QStringLiteral("chosen")));
    QCOMPARE(role.edit()->text(), arnOf(QStringLiteral("chosen")));
    role.edit()->undo();
    if (role.edit()->text().isEmpty())
        role.edit()->undo();
    QCOMPARE(role.edit()->text(), QStringLiteral("before"));
}

void RoleEditTest::buttonsShowOnceSomebodyListens()
{
    RoleEdit role;
    auto* choose = find<QPushButton>(role, "Choose role…");
    auto* create = find<QPushButton>(role, "Create role…");
    QVERIFY(choose && create);
    QVERIFY(!choose->isVisibleTo(&role));
    const QSignalSpy chosen(&role, &RoleEdit::chooseWanted);
    const QSignalSpy creation(&role, &RoleEdit::creationWanted);
    role.offer(arnOf);
    QVERIFY(choose->isVisibleTo(&role) && create->isVisibleTo(&role));
    choose->click();
    create->click();
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(creation.count(), 1);
}

void RoleEditTest::theFormKnowsWhatIsTaken()
{
    ImageProbe images;
    TaskForm form(images);
    QCOMPARE(find<QLineEdit>(form, "Firmware role"), form.roleEdit()->edit());
    const QSignalSpy changed(&form, &TaskForm::draftChanged);
    form.roleEdit()->take(arnOf(QStringLiteral("chosen")));
    QVERIFY(changed.count() > 0);
    QCOMPARE(form.draft().task.firmwareUpdateRole, arnOf(QStringLiteral("chosen")));
}

FUOTADESK_TEST(RoleEditTest);

} // namespace fuotadesk

#include "roleedittest.moc"
