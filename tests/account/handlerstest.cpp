#include "account/accountbench.h"
#include "support/testcase.h"

namespace fuotadesk {

class HandlersTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyOperationHasOne();
    void whatDoesNotExistIsRefusedEverywhere();
};

void HandlersTest::everyOperationHasOne()
{
    AccountBench bench;
    for (const Operation* operation : iotWirelessOperations())
        QVERIFY2(bench.handlers.contains(operation), qPrintable(operation->name));
    QCOMPARE(std::size_t(bench.handlers.size()), iotWirelessOperations().size());
}

void HandlersTest::whatDoesNotExistIsRefusedEverywhere()
{
    AccountBench bench;
    for (const Operation* operation : iotWirelessOperations()) {
        const bool namesOne = operation->uri.contains(u"{");
        if (namesOne)
            QVERIFY2(!bench.call(*operation, R"({"Id":"x","ResourceType":"FuotaTask"})"),
                     qPrintable(operation->name));
    }
}

FUOTADESK_TEST(HandlersTest);

} // namespace fuotadesk

#include "handlerstest.moc"
