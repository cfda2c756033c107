#include "policy/policycondition.h"
#include "support/testcase.h"

namespace fuotadesk {

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
class PolicyConditionTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void judgesAsDocumented_data();
    void judgesAsDocumented();
    void keysHaveNoCase();
    void unknownKeysCanNotBeJudged_data();
    void unknownKeysCanNotBeJudged();
    void absentKeysAreJudged_data();
    void absentKeysAreJudged();
};

namespace {

QStringList words(const QByteArray& text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

Judged judged(const QByteArray& test, const QByteArray& wanted,
              const QMap<QString, QStringList>& context)
{
    AccessQuestion question;
    question.context = context;
    return judgedCondition({QString::fromLatin1(test), QStringLiteral("aws:Key"), words(wanted)},
                           question, true);
}

void addColumns()
{
    QTest::addColumn<QByteArray>("test");
    QTest::addColumn<QByteArray>("wanted");
    QTest::addColumn<QByteArray>("values");
    QTest::addColumn<int>("judged");
}

void addRow(const char* test, const char* wanted, const char* values, Judged judged)
{
    QTest::addRow("%s %s / %s", test, wanted, values)
        << QByteArray(test) << QByteArray(wanted) << QByteArray(values) << int(judged);
}

using enum Judged;

} // namespace

void PolicyConditionTest::judgesAsDocumented_data()
{
    addColumns();
    addRow("StringEquals", "john", "john", Yes);
    addRow("StringEquals", "john", "John", No);
    addRow("StringEquals", "ann john", "john", Yes);
    addRow("StringEquals", "jo*", "john", No);
    addRow("StringNotEquals", "ann john", "john", No);
    addRow("StringNotEquals", "ann john", "bob", Yes);
    addRow("StringEqualsIgnoreCase", "john", "JOHN", Yes);
    addRow("StringNotEqualsIgnoreCase", "john", "JOHN", No);
    addRow("StringLike", "jo?n", "john", Yes);
    addRow("StringLike", "s3://*/image", "s3://a/b/image", Yes);
    addRow("StringNotLike", "jo*", "john", No);
    addRow("StringLike", "${aws:username}", "john", Unknown);
    addRow("StringNotLike", "x-${aws:username}", "john", Yes);
    addRow("ArnLike", "arn:aws:iotwireless:eu-west-1:1:*", "arn:aws:iotwireless:eu-west-1:1:F/t",
           Yes);
    addRow("ArnEquals", "arn:aws:iotwireless:*:1:F/*", "arn:aws:iotwireless:eu-west-1:1:F/t", Yes);
    addRow("ArnLike", "arn:aws:*:F/t", "arn:aws:iotwireless:eu-west-1:1:F/t", No);
    addRow("ArnLike", "arn:aws:sns:*:*", "arn:aws:sns:eu-west-1:1:t", No);
    addRow("ArnLike", "*", "arn:aws:sns:eu-west-1:1:t", Unknown);
    addRow("ArnNotLike", "arn:aws:sns:*:*:t", "arn:aws:sns:eu-west-1:1:t", No);
    addRow("ArnNotEquals", "arn:aws:sns:*:*:t", "arn:aws:sns:eu-west-1:1:u", Yes);
    addRow("Bool", "true", "true", Yes);
    addRow("Bool", "True", "true", Yes);
    addRow("Bool", "false", "true", No);
    addRow("Null", "true", "x", No);
    addRow("Null", "false", "x", Yes);
    addRow("StringEqualsIfExists", "john", "ann", No);
    addRow("StringEqualsIfExists", "john", "john", Yes);
    addRow("ForAllValues:StringLike", "key1* key2*", "key1a key2b", Yes);
    addRow("ForAllValues:StringLike", "key1* key2*", "key1a key3b", No);
    addRow("ForAnyValue:StringEquals", "a b", "c b", Yes);
    addRow("ForAnyValue:StringEquals", "a b", "c d", No);
    addRow("ForAnyValue:StringNotEquals", "a b", "a c", Yes);
    addRow("ForAllValues:StringNotEquals", "a b", "a c", No);
    addRow("StringEquals", "a", "a b", Unknown); // many without a quantifier
    addRow("NumericLessThan", "10", "5", Unknown);
    addRow("DateGreaterThan", "2020-01-01", "2026-01-01", Unknown);
    addRow("IpAddress", "10.0.0.0/8", "10.1.2.3", Unknown);
    addRow("Sounds:Like", "a", "a", Unknown);
}

void PolicyConditionTest::judgesAsDocumented()
{
    QFETCH(const QByteArray, test);
    QFETCH(const QByteArray, wanted);
    QFETCH(const QByteArray, values);
    const QMap<QString, QStringList> context{{QStringLiteral("aws:key"), words(values)}};
    QTEST(int(judged(test, wanted, context)), "judged");
}

void PolicyConditionTest::keysHaveNoCase()
{
    AccessQuestion question;
    question.context = {{QStringLiteral("aws:sourceaccount"), {QStringLiteral("1")}}};
    for (const char* key : {"aws:SourceAccount", "AWS:SOURCEACCOUNT", "aws:sourceaccount"})
        QCOMPARE(
            judgedCondition(
                {QStringLiteral("StringEquals"), QString::fromLatin1(key), {QStringLiteral("1")}},
                question, true),
            Yes);
}

void PolicyConditionTest::unknownKeysCanNotBeJudged_data()
{
    addColumns();
    addRow("StringEquals", "a", "", Unknown);
    addRow("StringNotEquals", "a", "", Unknown);
    addRow("ForAllValues:StringEquals", "a", "", Unknown);
    addRow("ForAnyValue:StringEquals", "a", "", Unknown);
    addRow("Bool", "true", "", Unknown);
    addRow("Null", "true", "", Yes);
    addRow("Null", "false", "", No);
    addRow("StringEqualsIfExists", "a", "", Yes);
    addRow("NumericEqualsIfExists", "1", "", Unknown);
}

void PolicyConditionTest::unknownKeysCanNotBeJudged()
{
    QFETCH(const QByteArray, test);
    QFETCH(const QByteArray, wanted);
    QTEST(int(judged(test, wanted, {})), "judged");
}

// "If the key that you specify in a policy condition is not present in the request context, the
// values do not match and the condition is false. If the policy condition requires that the key is
// not matched … the condition is true."
void PolicyConditionTest::absentKeysAreJudged_data()
{
    addColumns();
    addRow("StringEquals", "a", "", No);
    addRow("StringNotEquals", "a", "", Yes);
    addRow("ArnNotLike", "arn:*:*:*:*:*", "", Yes);
    addRow("Bool", "true", "", No);
    addRow("Null", "true", "", Yes);
    addRow("StringLikeIfExists", "a", "", Yes);
    addRow("ForAllValues:StringEquals", "a", "", Yes);
    addRow("ForAnyValue:StringEquals", "a", "", No);
    addRow("ForAnyValue:StringEqualsIfExists", "a", "", No);
}

void PolicyConditionTest::absentKeysAreJudged()
{
    QFETCH(const QByteArray, test);
    QFETCH(const QByteArray, wanted);
    QTEST(int(judged(test, wanted, {{QStringLiteral("aws:key"), QStringList()}})), "judged");
}

} // namespace fuotadesk

using fuotadesk::PolicyConditionTest;
FUOTADESK_TEST(PolicyConditionTest);
#include "policyconditiontest.moc"
