#include "policy/policydocument.h"
#include "support/testcase.h"

namespace fuotadesk {

class PolicyDocumentTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryMember();
    void takesOneForMany();
    void takesValuesThatAreNoTexts();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void refusesWhatIsNoObject_data();
    void refusesWhatIsNoObject();
    void refusesTooMuch();
};

namespace {

QByteArray withStatement(const QByteArray& statement)
{
    return R"({"Version": "2012-10-17", "Statement": )" + statement + "}";
}

} // namespace

void PolicyDocumentTest::readsEveryMember()
{
    const auto document = parsePolicy(R"({
        "Version": "2012-10-17", "Id": "all of it",
        "Statement": [
            {"Sid": "One", "Effect": "Allow", "Principal": {"AWS": ["1", "2"], "Service": "s"},
             "Action": ["a:B", "a:C"], "Resource": ["r1", "r2"],
             "Condition": {"StringEquals": {"k": ["v", "w"], "l": "x"}, "Null": {"m": "true"}}},
            {"Effect": "Deny", "NotPrincipal": {"CanonicalUser": "c", "Federated": "f"},
             "NotAction": "n:*", "NotResource": "nr"}]})");
    QVERIFY(document);
    const PolicyStatement one{
        QStringLiteral("One"),
        true,
        {QStringLiteral("a:B"), QStringLiteral("a:C")},
        {},
        {QStringLiteral("r1"), QStringLiteral("r2")},
        {},
        {QStringLiteral("AWS:1"), QStringLiteral("AWS:2"), QStringLiteral("Service:s")},
        {},
        {{QStringLiteral("Null"), QStringLiteral("m"), {QStringLiteral("true")}},
         {QStringLiteral("StringEquals"),
          QStringLiteral("k"),
          {QStringLiteral("v"), QStringLiteral("w")}},
         {QStringLiteral("StringEquals"), QStringLiteral("l"), {QStringLiteral("x")}}}};
    PolicyStatement two;
    two.notPrincipals = {QStringLiteral("CanonicalUser:c"), QStringLiteral("Federated:f")};
    two.notActions = {QStringLiteral("n:*")};
    two.notResources = {QStringLiteral("nr")};
    QVERIFY((*document == PolicyDocument{QStringLiteral("2012-10-17"), {one, two}}));
}

void PolicyDocumentTest::takesOneForMany()
{
    const auto one = parsePolicy(
        withStatement(R"({"Effect": "Allow", "Principal": "*", "Action": "a", "Resource": "r"})"));
    const auto many = parsePolicy(withStatement(
        R"([{"Effect": "Allow", "Principal": "*", "Action": ["a"], "Resource": ["r"]}])"));
    QVERIFY(one && many);
    QVERIFY(*one == *many);
    QCOMPARE(one->statements.first().principals, QStringList(QStringLiteral("*")));
}

// The grammar: <condition_value> = "string" | number | boolean
void PolicyDocumentTest::takesValuesThatAreNoTexts()
{
    const auto document = parsePolicy(withStatement(
        R"({"Effect": "Deny", "Action": "*", "Resource": "*",
            "Condition": {"Bool": {"k": [true, false]}, "NumericEquals": {"n": 7}}})"));
    QVERIFY(document);
    const auto& conditions = document->statements.first().conditions;
    QCOMPARE(conditions[0].values, (QStringList{QStringLiteral("true"), QStringLiteral("false")}));
    QCOMPARE(conditions[1].values, QStringList(QStringLiteral("7")));
}

void PolicyDocumentTest::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("member");
    const auto add = [](const char* json, const char* member) {
        QTest::newRow(json) << QByteArray(json) << QString::fromLatin1(member);
    };
    const auto addStatement = [](const char* statement, const char* member) {
        QTest::newRow(statement) << withStatement(statement) << QString::fromLatin1(member);
    };
    add("{}", "Statement");
    add(R"({"Statement": 1})", "Statement[0]");
    add(R"({"Version": "2012", "Statement": []})", "Version");
    add(R"({"Version": 2012, "Statement": []})", "Version");
    add(R"({"Statment": []})", "Statment");
    add(R"({"Id": 1, "Statement": []})", "Id");
    addStatement(R"([{"Effect": "Allow", "Action": "a"}, "x"])", "Statement[1]");
    addStatement(R"([{"Effect": "Allow", "Action": "a"}, {"Action": "a"}])", "Statement[1].Effect");
    addStatement(R"({"Effect": "allow", "Action": "a"})", "Statement[0].Effect");
    addStatement(R"({"Effect": "Allow"})", "Statement[0].Action");
    addStatement(R"({"Effect": "Allow", "Action": {"a": "b"}})", "Statement[0].Action");
    addStatement(R"({"Effect": "Allow", "Action": ["a", 1]})", "Statement[0].Action");
    addStatement(R"({"Effect": "Allow", "Action": null})", "Statement[0].Action");
    addStatement(R"({"Effect": "Allow", "Action": "a", "NotAction": "b"})",
                 "Statement[0].NotAction");
    addStatement(R"({"Effect": "Allow", "NotAction": []})", "Statement[0].NotAction");
    addStatement(R"({"Effect": "Allow", "Action": "a", "Resource": "b", "NotResource": "c"})",
                 "Statement[0].NotResource");
    addStatement(R"({"Effect": "Allow", "Action": "a", "Principal": "x"})",
                 "Statement[0].Principal");
    addStatement(R"({"Effect": "Allow", "Action": "a", "Principal": {"User": "x"}})",
                 "Statement[0].Principal.User");
    addStatement(R"({"Effect": "Allow", "Action": "a", "Principal": {"AWS": 1}})",
                 "Statement[0].Principal.AWS");
    addStatement(R"({"Effect": "Allow", "Action": "a", "Principal": "*", "NotPrincipal": "*"})",
                 "Statement[0].NotPrincipal");
    addStatement(R"({"Effect": "Allow", "Action": "a", "Condition": []})",
                 "Statement[0].Condition");
    addStatement(R"({"Effect": "Allow", "Action": "a", "Condition": {"Bool": "k"}})",
                 "Statement[0].Condition.Bool");
    addStatement(R"({"Effect": "Allow", "Action": "a", "Condition": {"Bool": {"k": null}}})",
                 "Statement[0].Condition.Bool.k");
    addStatement(R"({"Effect": "Allow", "Action": "a", "Conditions": {}})",
                 "Statement[0].Conditions");
    addStatement(R"({"Effect": "Allow", "Action": "a", "Sid": ["x"]})", "Statement[0].Sid");
}

void PolicyDocumentTest::namesWhatIsWrong()
{
    QFETCH(const QByteArray, json);
    const auto document = parsePolicy(json);
    QVERIFY(!document);
    QCOMPARE(document.error().kind, ErrorKind::FileMalformed);
    QTEST(document.error().code, "member");
}

void PolicyDocumentTest::refusesWhatIsNoObject_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("text") << QByteArray("\"x\"");
    QTest::newRow("cut off") << withStatement("[{").chopped(1);
    QTest::newRow("more behind") << withStatement("[]") + "}";
    QTest::newRow("not UTF-8") << QByteArray("{\"Statement\": \"\xff\"}");
    QTest::newRow("too deep") << withStatement(QByteArray(100'000, '['));
    QTest::newRow("XML") << QByteArray("<Policy/>");
}

void PolicyDocumentTest::refusesWhatIsNoObject()
{
    QFETCH(const QByteArray, json);
    const auto document = parsePolicy(json);
    QVERIFY(!document);
    QCOMPARE(document.error().kind, ErrorKind::FileMalformed);
    QCOMPARE(document.error().code, QString());
}

void PolicyDocumentTest::refusesTooMuch()
{
    QByteArray json = withStatement("[]");
    json += QByteArray(LargestPolicyBytes - json.size(), ' ');
    QVERIFY(parsePolicy(json));
    const auto document = parsePolicy(json + ' ');
    QVERIFY(!document);
    QCOMPARE(document.error().kind, ErrorKind::FileTooLarge);
}

} // namespace fuotadesk

using fuotadesk::PolicyDocumentTest;
FUOTADESK_TEST(PolicyDocumentTest);
#include "policydocumenttest.moc"
