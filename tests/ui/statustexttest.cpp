#include "text/statustext.h"

#include "support/testcase.h"

#include <QSet>

namespace fuotadesk {

class StatusTextTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyStatusHasWordsOfItsOwn();
    void aNewStatusKeepsTheServicesWord();
};

void StatusTextTest::everyStatusHasWordsOfItsOwn()
{
    QSet<QString> seen;
    const int last = static_cast<int>(TaskStatus::DeleteWaiting);
    for (int i = 0; i <= last; ++i) {
        const auto status = static_cast<TaskStatus>(i);
        QVERIFY(statusMeaning(status).endsWith(u'.'));
        seen << statusLabel(status) << statusMeaning(status);
    }
    QCOMPARE(seen.size(), 2 * (last + 1));
}

void StatusTextTest::aNewStatusKeepsTheServicesWord()
{
    FuotaTask task;
    QCOMPARE(statusLabel(task), statusLabel(TaskStatus::Unknown));
    task.statusText = QStringLiteral("Paused_By_Moon");
    QCOMPARE(statusLabel(task), task.statusText);
}

FUOTADESK_TEST(StatusTextTest);

} // namespace fuotadesk

#include "statustexttest.moc"
