#include "signin/shellwords.h"
#include "support/testcase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

namespace fuotadesk {

class ShellWordsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void splitsAsPythonDoes_data();
    void splitsAsPythonDoes();
};

// Python's shlex splits for the aws CLI, so its answer is the right one.
void ShellWordsTest::splitsAsPythonDoes_data()
{
    QTest::addColumn<QString>("command");
    for (const char* command : {"one two",      "  one\ttwo\n",
                                "'a b' c",      "\"a b\" c",
                                "a'b c'd",      "\"a \\\" b\"",
                                "\"a \\n b\"",  "a\\ b",
                                "'a \\ b'",     "''",
                                "a ''",         "\"\"",
                                "\"it's\"",     "a | b > c; $HOME `x`",
                                "# no comment", "'open",
                                "\"open",       "end\\",
                                "\"a\\\\b\"",   "ä 🌱"})
        QTest::newRow(command) << QString::fromUtf8(command);
}

void ShellWordsTest::splitsAsPythonDoes()
{
    QFETCH(QString, command);
    QProcess python;
    python.start(QStringLiteral("python3"),
                 {QStringLiteral("-c"),
                  QStringLiteral("import json, shlex, sys\n"
                                 "try:\n    print(json.dumps(shlex.split(sys.argv[1])))\n"
                                 "except ValueError:\n    print('null')\n"),
                  command});
    QVERIFY(python.waitForFinished());
    const QByteArray answer = python.readAllStandardOutput().trimmed();
    const auto words = shellWords(command);
    if (answer == "null") {
        QVERIFY(!words);
        return;
    }
    QVERIFY(words);
    QCOMPARE(QJsonArray::fromStringList(*words), QJsonDocument::fromJson(answer).array());
}

} // namespace fuotadesk

using fuotadesk::ShellWordsTest;
FUOTADESK_TEST(ShellWordsTest);
#include "shellwordstest.moc"
