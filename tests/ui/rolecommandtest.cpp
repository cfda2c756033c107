#include "text/rolecommand.h"

#include "support/testcase.h"

#include <QProcess>

namespace fuotadesk {

class RoleCommandTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aShellHandsOverWhatWasPlanned_data();
    void aShellHandsOverWhatWasPlanned();
};

namespace {

// What sh would call aws with, one argument a line; "=" and "--" as they are.
QStringList argumentsOf(const QString& commands)
{
    QProcess shell;
    shell.start(QStringLiteral("/bin/sh"),
                {QStringLiteral("-c"),
                 QStringLiteral("aws() { printf '%s\\n' \"$@\" end; }\n") + commands});
    if (!shell.waitForFinished() || shell.exitCode() != 0)
        return {QString::fromUtf8(shell.readAllStandardError())};
    return QString::fromUtf8(shell.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

void RoleCommandTest::aShellHandsOverWhatWasPlanned_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("description");
    QTest::newRow("plain") << QStringLiteral("reader") << QStringLiteral("reads");
    QTest::newRow("quotes") << QStringLiteral("reader") << QStringLiteral("it's \"$HOME\" `id` \\");
    QTest::newRow("marks") << QStringLiteral("a+=,.@_b") << QStringLiteral("\u00e4; rm *");
    QTest::newRow("dash") << QStringLiteral("-reader") << QStringLiteral("-");
}

void RoleCommandTest::aShellHandsOverWhatWasPlanned()
{
    QFETCH(QString, name);
    QFETCH(QString, description);
    RolePlan plan{name, description, R"({"a":"it's"})", QStringLiteral("read-images"),
                  R"({"b":["$x","'"]})"};
    const QStringList got = argumentsOf(roleCommands(plan));
    const auto option = [](const char* word, const QString& value) {
        const QString dashed = QStringLiteral("--") + QString::fromLatin1(word);
        return value.startsWith(u'-') ? QStringList{dashed + u'=' + value}
                                      : QStringList{dashed, value};
    };
    const QString end = QStringLiteral("end");
    const QStringList expected = QStringList{QStringLiteral("iam"), QStringLiteral("create-role")}
        + option("role-name", name) + option("description", description)
        + option("assume-role-policy-document", QStringLiteral(R"({"a":"it's"})"))
        + QStringList{end, QStringLiteral("iam"), QStringLiteral("put-role-policy")}
        + option("role-name", name) + option("policy-name", QStringLiteral("read-images"))
        + option("policy-document", QStringLiteral(R"({"b":["$x","'"]})")) + QStringList{end};
    QCOMPARE(got, expected);
}

FUOTADESK_TEST(RoleCommandTest);

} // namespace fuotadesk

#include "rolecommandtest.moc"
