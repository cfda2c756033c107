#include "fuota/variables.h"
#include "support/testcase.h"

namespace fuotadesk {

class VariablesTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void areFoundInEveryTextOnce();
    void replacesOnlyWhatIsNamed();
    void valuesAreNotReadAgain();
    void dateIsBuiltIn();
};

void VariablesTest::names_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("names");
    const auto row = [](const char* text, const char* names) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(names);
    };
    row("${version}", "version");
    row("a${a}b${_b-2}c", "a _b-2");
    row("${${inner}}", "inner");
    row("$${v}", "v");
    row("$version ${} ${1a} ${a b} ${a", "");
    row("${\xc3\xa4}", "");
    row("\xf0\x9f\x93\xa1${v}\xd7\xa9", "v");
}

void VariablesTest::names()
{
    QFETCH(QString, text);
    QFETCH(QString, names);
    TaskDraft task;
    task.firmwareUpdateImage = text;
    QCOMPARE(variablesIn(task).join(u' '), names);
}

void VariablesTest::areFoundInEveryTextOnce()
{
    TaskDraft task;
    task.name = QStringLiteral("${a}");
    task.description = QStringLiteral("${b} ${a}");
    task.rfRegion = QStringLiteral("${c}");
    task.firmwareUpdateImage = QStringLiteral("${d}");
    task.firmwareUpdateRole = QStringLiteral("${e}");
    task.tags = {{QStringLiteral("${f}"), QStringLiteral("${g}")}};
    task.descriptor = QStringLiteral("${h}");
    QCOMPARE(variablesIn(task).join(u' '), QStringLiteral("a b c d e f g h"));
    QMap<QString, QString> values;
    for (const QChar c : QStringLiteral("abcdefgh"))
        values.insert(c, c.toUpper());
    const TaskDraft filled = withVariables(task, values);
    QVERIFY(variablesIn(filled).isEmpty());
    QCOMPARE(filled.description, QStringLiteral("B A"));
    const QList<Tag> tags = {{QStringLiteral("F"), QStringLiteral("G")}};
    QCOMPARE(filled.tags, tags);
}

void VariablesTest::replacesOnlyWhatIsNamed()
{
    TaskDraft task;
    task.firmwareUpdateImage = QStringLiteral("s3://b/${version}-${other}.bin");
    task.redundancyPercent = 5;
    const TaskDraft filled =
        withVariables(task, {{QStringLiteral("version"), QStringLiteral("2.4")}});
    QCOMPARE(filled.firmwareUpdateImage, QStringLiteral("s3://b/2.4-${other}.bin"));
    QVERIFY(!filled.name); // unset stays unset
    QCOMPARE(filled.redundancyPercent, 5);
    QCOMPARE(withVariables(task, {}), task);
}

void VariablesTest::valuesAreNotReadAgain()
{
    TaskDraft task;
    task.firmwareUpdateImage = QStringLiteral("${a}${b}");
    const TaskDraft filled = withVariables(
        task, {{QStringLiteral("a"), QStringLiteral("${b}\\1")}, {QStringLiteral("b"), QString()}});
    QCOMPARE(filled.firmwareUpdateImage, QStringLiteral("${b}\\1"));
}

void VariablesTest::dateIsBuiltIn()
{
    TaskDraft task;
    task.name = QStringLiteral("fw-${date}");
    QCOMPARE(variablesIn(task), QStringList{dateVariable()});
}

} // namespace fuotadesk

using fuotadesk::VariablesTest;
FUOTADESK_TEST(VariablesTest);
#include "variablestest.moc"
