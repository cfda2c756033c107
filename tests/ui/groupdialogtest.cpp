#include "desktop/groupdialog.h"

#include "campaign/groupbench.h"
#include "desktop/gatewaylist.h"
#include "support/testcase.h"
#include "ui/find.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

namespace fuotadesk {

class GroupDialogTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyFormSaysWhatIsMissing();
    void aFilledFormGivesItsDraft();
    void aGroupIsShownAsItIs();
    void aGatewayThatIsGoneStaysChosen();
    void gatewaysThatCannotBeReadAreSaid();
    void whatIsWrongStandsUnderItsField();
    void aRefusalLeavesItOpen();
    void enterSubmits();
};

namespace {

struct Form : GroupBench {
    QWidget window;
    GroupDialog* dialog = nullptr;

    void open(const MulticastGroup& group = {})
    {
        signIn();
        dialog = group.id.isEmpty() ? new GroupDialog(session, &window)
                                    : new GroupDialog(group, session, &window);
        dialog->open();
    }

    template <typename T>
    T* field(const char* name) const
    {
        return find<T>(*dialog, name);
    }
    GatewayList* gateways() const { return dialog->findChild<GatewayList*>(); }

    bool says(const char* part) const
    {
        const auto labels = dialog->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(QString::fromUtf8(part));
        });
    }
};

MulticastGroup harbour()
{
    MulticastGroup group;
    group.id = QStringLiteral("g1");
    group.name = QStringLiteral("harbour");
    group.description = QStringLiteral("cranes");
    group.transmission.rfRegion = QStringLiteral("EU868");
    group.transmission.downlinkClass = QStringLiteral("ClassB");
    group.transmission.gatewayIds = {QStringLiteral("gone"), QStringLiteral("gw-1")};
    group.transmission.gatewayIntervalMs = 2000;
    group.transmission.dataRate = 3;
    group.transmission.frequencyHz = 869525000;
    return group;
}

} // namespace

void GroupDialogTest::anEmptyFormSaysWhatIsMissing()
{
    Form form;
    form.open();
    QSignalSpy submitted(form.dialog, &GroupDialog::submitted);
    form.dialog->activateWindow();
    QVERIFY(!form.says("Error: ")); // nothing was done yet
    QTest::mouseClick(form.field<QPushButton>("Create group"), Qt::LeftButton);
    QVERIFY(form.says("Error: The service wants this."));
    QTRY_VERIFY(form.field<QComboBox>("RF region")->hasFocus());
    QCOMPARE(submitted.count(), 0);
}

void GroupDialogTest::aFilledFormGivesItsDraft()
{
    Form form;
    form.open();
    QSignalSpy submitted(form.dialog, &GroupDialog::submitted);
    QTRY_COMPARE(form.gateways()->count(), 1);
    form.field<QLineEdit>("Name")->setText(QStringLiteral("street"));
    form.field<QComboBox>("RF region")->setCurrentText(QStringLiteral("US915"));
    form.field<QComboBox>("Class")->setCurrentText(QStringLiteral("Class C"));
    form.gateways()->item(0)->setCheckState(Qt::Checked);
    QTest::mouseClick(form.field<QPushButton>("Create group"), Qt::LeftButton);
    QCOMPARE(submitted.count(), 1);
    const auto draft = submitted.first().first().value<GroupDraft>();
    GroupDraft wanted;
    wanted.name = QStringLiteral("street");
    wanted.transmission.rfRegion = QStringLiteral("US915");
    wanted.transmission.downlinkClass = QStringLiteral("ClassC");
    wanted.transmission.gatewayIds = {QStringLiteral("gw-1")};
    QCOMPARE(draft, wanted);
    QVERIFY(form.dialog->isVisible());
}

void GroupDialogTest::aGroupIsShownAsItIs()
{
    Form form;
    form.open(harbour());
    QSignalSpy submitted(form.dialog, &GroupDialog::submitted);
    QCOMPARE(form.field<QPlainTextEdit>("Description")->toPlainText(), QStringLiteral("cranes"));
    QTRY_COMPARE(form.gateways()->count(), 2);
    QTest::mouseClick(form.field<QPushButton>("Save changes"), Qt::LeftButton);
    QCOMPARE(submitted.count(), 1);
    GroupTransmission sent = submitted.first().first().value<GroupDraft>().transmission;
    std::ranges::sort(sent.gatewayIds);
    QCOMPARE(sent, harbour().transmission);
}

void GroupDialogTest::aGatewayThatIsGoneStaysChosen()
{
    Form form;
    form.open(harbour());
    QCOMPARE(form.gateways()->chosen().size(), 2); // before they are read
    QTRY_VERIFY(form.gateways()->item(0)->text().contains(QStringLiteral("roof")));
    QVERIFY(form.gateways()->item(1)->text().contains(QStringLiteral("gone (not in the account)")));
    form.gateways()->item(0)->setCheckState(Qt::Unchecked);
    QCOMPARE(form.gateways()->chosen(), QStringList{QStringLiteral("gone")});
    form.gateways()->item(1)->setCheckState(Qt::Unchecked);
    QVERIFY(form.says("the group keeps the gateways it has"));
}

void GroupDialogTest::gatewaysThatCannotBeReadAreSaid()
{
    Form form;
    form.fates.insert(QStringLiteral("ListWirelessGateways"), 403);
    form.open(harbour());
    QTRY_VERIFY(form.says("The gateways could not be read."));
    QCOMPARE(form.gateways()->chosen().size(), 2);
}

void GroupDialogTest::whatIsWrongStandsUnderItsField()
{
    Form form;
    form.open(harbour());
    QSignalSpy submitted(form.dialog, &GroupDialog::submitted);
    form.field<QLineEdit>("Name")->setText(QString(257, u'x'));
    QVERIFY(form.says("Error: At most 256 characters."));
    QTest::mouseClick(form.field<QPushButton>("Save changes"), Qt::LeftButton);
    QCOMPARE(submitted.count(), 0);
    form.field<QLineEdit>("Name")->setText(QStringLiteral("harbour"));
    form.field<QComboBox>("RF region")->setCurrentText(QStringLiteral("US915"));
    QVERIFY(form.says("Warning: DR3 is no downlink data rate of the region."));
    QTest::mouseClick(form.field<QPushButton>("Save changes"), Qt::LeftButton);
    QCOMPARE(submitted.count(), 1);
}

void GroupDialogTest::aRefusalLeavesItOpen()
{
    Form form;
    form.open(harbour());
    form.dialog->setBusy(true);
    QVERIFY(!form.field<QPushButton>("Save changes")->isEnabled());
    form.dialog->refuse({NoticeKind::Error, QStringLiteral("It is said no."), {}, {}});
    QVERIFY(form.says("It is said no."));
    QVERIFY(form.field<QPushButton>("Save changes")->isEnabled());
}

void GroupDialogTest::enterSubmits()
{
    Form form;
    form.open(harbour());
    QSignalSpy submitted(form.dialog, &GroupDialog::submitted);
    QTest::keyClick(form.dialog, Qt::Key_Return);
    QCOMPARE(submitted.count(), 1);
}

FUOTADESK_TEST(GroupDialogTest);

} // namespace fuotadesk

#include "groupdialogtest.moc"
