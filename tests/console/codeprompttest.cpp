#include "console/codeprompt.h"
#include "support/testcase.h"

#include "console/recordedoutput.h"
#include "support/outcome.h"

#include <unistd.h>

namespace fuotadesk {

class CodePromptTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aLineIsTheAnswer();
    void anEmptyLineDeclines();
    void theEndOfInputDeclines();
    void withoutATerminalNobodyIsAsked();
    void questionsFollowEachOther();
};

namespace {

RoleStep role(const char* profile)
{
    RoleStep step;
    step.profile = QLatin1String(profile);
    step.roleArn = QStringLiteral("arn:aws:iam::1:role/one");
    step.mfaSerial = QStringLiteral("arn:aws:iam::1:mfa/me");
    return step;
}

struct Fixture {
    int ends[2] = {-1, -1};
    MfaQuestions questions;
    RecordedOutput output;
    QObject owner;

    Fixture()
    {
        if (::pipe(ends) != 0)
            qFatal("no pipe");
    }
    ~Fixture()
    {
        ::close(ends[0]);
        close();
    }
    Fixture(const Fixture&) = delete;
    Fixture& operator=(const Fixture&) = delete;

    void type(const QByteArray& text) const
    {
        QCOMPARE(::write(ends[1], text.constData(), size_t(text.size())), text.size());
    }
    void close()
    {
        if (ends[1] >= 0)
            ::close(ends[1]);
        ends[1] = -1;
    }
};

} // namespace

void CodePromptTest::aLineIsTheAnswer()
{
    Fixture f;
    const CodePrompt prompt(f.questions, f.output, f.ends[0], true);
    Outcome<QString> code;
    code.watch(f.questions.askCode(role("dev"), &f.owner), &f.owner);
    QVERIFY(f.output.says(QStringLiteral("mfa/me")));
    f.type("123");
    f.type("456\n");
    QTRY_COMPARE(code.count, 1);
    QCOMPARE(code.result->value(), QStringLiteral("123456"));
    QVERIFY(!f.output.says(QStringLiteral("123456")));
}

void CodePromptTest::anEmptyLineDeclines()
{
    Fixture f;
    const CodePrompt prompt(f.questions, f.output, f.ends[0], true);
    Outcome<QString> code;
    code.watch(f.questions.askCode(role("dev"), &f.owner), &f.owner);
    f.type("\n");
    QTRY_COMPARE(code.count, 1);
    QCOMPARE(code.result->error().kind, ErrorKind::Cancelled);
}

void CodePromptTest::theEndOfInputDeclines()
{
    Fixture f;
    const CodePrompt prompt(f.questions, f.output, f.ends[0], true);
    Outcome<QString> code;
    code.watch(f.questions.askCode(role("dev"), &f.owner), &f.owner);
    f.close();
    QTRY_COMPARE(code.count, 1);
    QCOMPARE(code.result->error().kind, ErrorKind::Cancelled);
}

void CodePromptTest::withoutATerminalNobodyIsAsked()
{
    Fixture f;
    const CodePrompt prompt(f.questions, f.output, f.ends[0], false);
    Outcome<QString> code;
    code.watch(f.questions.askCode(role("dev"), &f.owner), &f.owner);
    QTRY_COMPARE(code.count, 1);
    QCOMPARE(code.result->error().kind, ErrorKind::Cancelled);
    QVERIFY(f.output.says(QStringLiteral("no terminal")));
}

void CodePromptTest::questionsFollowEachOther()
{
    Fixture f;
    const CodePrompt prompt(f.questions, f.output, f.ends[0], true);
    Outcome<QString> first;
    Outcome<QString> second;
    first.watch(f.questions.askCode(role("dev"), &f.owner), &f.owner);
    second.watch(f.questions.askCode(role("prod"), &f.owner), &f.owner);
    QVERIFY(!f.output.says(QStringLiteral("prod")));
    f.type("111111\n");
    QTRY_COMPARE(first.count, 1);
    QTRY_VERIFY(f.output.says(QStringLiteral("prod")));
    f.type("222222\n");
    QTRY_COMPARE(second.count, 1);
    QCOMPARE(second.result->value(), QStringLiteral("222222"));
}

FUOTADESK_TEST(CodePromptTest);

} // namespace fuotadesk

#include "codeprompttest.moc"
