#include "desktop/pagestack.h"

#include "desktop/devicespage.h"
#include "fuota/template.h"
#include "support/testcase.h"
#include "ui/deskbench.h"

namespace fuotadesk {

class PageStackTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void devicesLeadToATaskForThem();
};

void PageStackTest::devicesLeadToATaskForThem()
{
    DeskBench desk;
    PageStack pages(desk.bench());
    Template chosen;
    connect(&pages, &PageStack::templateChosen, this,
            [&chosen](const Template& made) { chosen = made; });
    pages.showPage(PageStack::Devices);
    const QStringList ids{QStringLiteral("d1"), QStringLiteral("d2")};
    Q_EMIT pages.findChild<DevicesPage*>()->taskRequested(ids);
    QCOMPARE(chosen.draft.recipients.wirelessDeviceIds, ids);
    QVERIFY(chosen.name.isEmpty());
}

FUOTADESK_TEST(PageStackTest);

} // namespace fuotadesk

#include "pagestacktest.moc"
