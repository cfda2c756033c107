#include "desktop/versiondialog.h"

#include "desktop/descriptoredit.h"
#include "support/testcase.h"
#include "ui/find.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace fuotadesk {

class VersionDialogTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aVersionIsShownBothWays();
    void theNumbersAreTheSame();
    void whatIsNoVersionIsNotUsed();
    void theDescriptorTakesItAndCanUndo();
};

namespace {

QString text(const QWidget& dialog, const char* name)
{
    return find<QLineEdit>(dialog, name)->text();
}

} // namespace

void VersionDialogTest::aVersionIsShownBothWays()
{
    QWidget window;
    auto* dialog = new VersionDialog(QByteArray("\1\2\4\1", 4), &window);
    QCOMPARE(text(*dialog, "Version"), QStringLiteral("1.2.4.1"));
    QCOMPARE(find<QSpinBox>(*dialog, "Third number")->value(), 4);
    auto* version = find<QLineEdit>(*dialog, "Version");
    version->selectAll();
    QTest::keyClicks(version, QStringLiteral("2.4.1"));
    QCOMPARE(text(*dialog, "Descriptor in hex"), QStringLiteral("00 02 04 01"));
    QCOMPARE(text(*dialog, "Descriptor in base64"), QStringLiteral("AAIEAQ=="));
    QCOMPARE(find<QSpinBox>(*dialog, "Second number")->value(), 2);
    version->selectAll();
    QTest::keyClicks(version, QStringLiteral("0x01020401"));
    QCOMPARE(text(*dialog, "Descriptor in base64"), QStringLiteral("AQIEAQ=="));
}

void VersionDialogTest::theNumbersAreTheSame()
{
    QWidget window;
    auto* dialog = new VersionDialog({}, &window);
    find<QSpinBox>(*dialog, "First number")->setValue(255);
    find<QSpinBox>(*dialog, "Fourth number")->setValue(1);
    QCOMPARE(text(*dialog, "Version"), QStringLiteral("255.0.0.1"));
    QCOMPARE(text(*dialog, "Descriptor in hex"), QStringLiteral("FF 00 00 01"));
}

void VersionDialogTest::whatIsNoVersionIsNotUsed()
{
    QWidget window;
    auto* dialog = new VersionDialog({}, &window);
    auto* version = find<QLineEdit>(*dialog, "Version");
    version->selectAll();
    QTest::keyClicks(version, QStringLiteral("2.4.256"));
    QVERIFY(!find<QPushButton>(*dialog, "Use descriptor")->isEnabled());
    find<QSpinBox>(*dialog, "First number")->setValue(7);
    QVERIFY(find<QPushButton>(*dialog, "Use descriptor")->isEnabled());
}

void VersionDialogTest::theDescriptorTakesItAndCanUndo()
{
    DescriptorEdit edit;
    edit.show();
    edit.setDescriptor(QStringLiteral("AAIEAQ=="));
    QTest::mouseClick(edit.versionButton(), Qt::LeftButton);
    auto* dialog = edit.findChild<VersionDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(text(*dialog, "Version"), QStringLiteral("2.4.1"));
    find<QSpinBox>(*dialog, "Fourth number")->setValue(2);
    QTest::mouseClick(find<QPushButton>(*dialog, "Use descriptor"), Qt::LeftButton);
    QCOMPARE(edit.descriptor(), QStringLiteral("AAIEAg=="));
    QCOMPARE(edit.hexEdit()->text(), QStringLiteral("00 02 04 02"));
    edit.base64Edit()->undo();
    QCOMPARE(edit.descriptor(), QStringLiteral("AAIEAQ=="));
}

FUOTADESK_TEST(VersionDialogTest);

} // namespace fuotadesk

#include "versiondialogtest.moc"
