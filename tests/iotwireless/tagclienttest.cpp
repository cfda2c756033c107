#include "iotwireless/tagclient.h"
#include "support/testcase.h"

#include "clientbench.h"

namespace fuotadesk {

// What reads; what changes is ChangesTest's.
class TagClientTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void listReadsTheTags();
    void noTagsAreNone();
    void tooManyTagsAreInvalid();
    void needsAResource();
};

namespace {

const QString Arn = QStringLiteral("arn:aws:iotwireless:eu-west-1:123456789012:FuotaTask/t1");

} // namespace

void TagClientTest::listReadsTheTags()
{
    ClientBench bench;
    bench.transport.answer(200, R"({"Tags": [{"Key": "team", "Value": "meters"}, {"Key": "k"},
        {"Value": "no key"}, {"Key": "e", "Value": null, "New": 1}], "NewToo": 1})");
    const auto tags = bench.settled(bench.stack->tags().list(Arn, &bench.owner));
    const QList<Tag> expected{{QStringLiteral("team"), QStringLiteral("meters")},
                              {QStringLiteral("k"), {}},
                              {QStringLiteral("e"), {}}};
    QCOMPARE(tags.value(), expected);
    QCOMPARE(
        bench.line(0),
        QByteArrayLiteral("GET /tags?resourceArn="
                          "arn%3Aaws%3Aiotwireless%3Aeu-west-1%3A123456789012%3AFuotaTask%2Ft1"));
}

void TagClientTest::noTagsAreNone()
{
    for (const char* body : {"{}", "", R"({"Tags": null})", R"({"Tags": []})"}) {
        ClientBench bench;
        bench.transport.answer(200, body);
        QCOMPARE(bench.settled(bench.stack->tags().list(Arn, &bench.owner)).value(), QList<Tag>());
    }
}

void TagClientTest::tooManyTagsAreInvalid()
{
    ClientBench bench;
    bench.transport.answer(400, R"({"Message": "enough", "ResourceName": "t1"})",
                           {{"x-amzn-errortype", "TooManyTagsException"}});
    const auto added = bench.settled(
        bench.stack->tags().add(Arn, {{QStringLiteral("k"), QStringLiteral("v")}}, &bench.owner));
    QCOMPARE(added.error().kind, ErrorKind::ValidationFailed);
    QCOMPARE(added.error().code, QStringLiteral("TooManyTagsException"));
}

void TagClientTest::needsAResource()
{
    ClientBench bench;
    const auto tags = bench.settled(bench.stack->tags().list({}, &bench.owner));
    QCOMPARE(tags.error().kind, ErrorKind::InputInvalid);
    QCOMPARE(tags.error().code, QStringLiteral("ResourceArn"));
    QVERIFY(bench.transport.requests().isEmpty());
}

} // namespace fuotadesk

using fuotadesk::TagClientTest;
FUOTADESK_TEST(TagClientTest);
#include "tagclienttest.moc"
