#include "desktop/formrow.h"

#include "support/testcase.h"

#include <QAccessible>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace fuotadesk {

class FormRowTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theLabelIsTheNameOfTheField();
    void aFindingReplacesTheHintAndIsDescribed();
    void aHiddenRowTakesItsLabelAlong();
};

namespace {

struct Form {
    QWidget window;
    QLineEdit* field = new QLineEdit;
    FormRow* row = new FormRow(QStringLiteral("&Firmware image"), field);

    Form() { row->addTo(new QFormLayout(&window)); }
};

} // namespace

void FormRowTest::theLabelIsTheNameOfTheField()
{
    Form form;
    QCOMPARE(form.row->label()->buddy(), form.field);
    const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(form.field);
    QCOMPARE(face->text(QAccessible::Name), QStringLiteral("Firmware image"));
}

void FormRowTest::aFindingReplacesTheHintAndIsDescribed()
{
    Form form;
    form.row->setHint(QStringLiteral("An S3 address."));
    QCOMPARE(form.field->accessibleDescription(), QStringLiteral("An S3 address."));
    form.row->setFinding(Severity::Error, QStringLiteral("It is missing."));
    QVERIFY(form.row->hasFinding());
    QCOMPARE(form.field->accessibleDescription(), QStringLiteral("Error: It is missing."));
    form.row->clearFinding();
    QVERIFY(!form.row->hasFinding());
    QCOMPARE(form.field->accessibleDescription(), QStringLiteral("An S3 address."));
}

void FormRowTest::aHiddenRowTakesItsLabelAlong()
{
    Form form;
    form.row->setShown(false);
    QVERIFY(form.row->label()->isHidden());
    QVERIFY(form.row->isHidden());
    form.row->setShown(true);
    QVERIFY(!form.row->label()->isHidden());
}

FUOTADESK_TEST(FormRowTest);

} // namespace fuotadesk

#include "formrowtest.moc"
