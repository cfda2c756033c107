#include "desktop/holderbar.h"

#include "support/testcase.h"
#include "ui/deskbench.h"
#include "ui/find.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QUrlQuery>

namespace fuotadesk {

class HolderBarTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void onlyAHeldDeviceHasIt();
    void theHolderIsNamedAndOneButtonAway();
    void noHolderIsSaid();
    void aSearchIsCancelledByItsButton();
    void anotherTaskTakesItAway();
    void aRefusalIsSaidWithHowFarItGot();
};

namespace {

WirelessDeviceSummary device(FuotaDeviceStatus status)
{
    WirelessDeviceSummary summary;
    summary.id = QStringLiteral("d1");
    summary.name = QStringLiteral("valve");
    summary.fuotaStatus = status;
    return summary;
}

struct Bar : DeskBench {
    QString shown;
    QString other;
    QString holder; // the task that has the device
    int failWith = 0;
    std::unique_ptr<HolderBar> bar;

    Bar()
    {
        shown = addTask(QStringLiteral("shown"));
        other = addTask(QStringLiteral("Q & A"));
        desk.service.answerInstead = [this](const HttpRequest& request) { return answer(request); };
        desk.signIn();
        bar = std::make_unique<HolderBar>(desk.session, tasks, watch);
        QTRY_COMPARE(tasks.rows().size(), 2);
        watch.watch(shown);
        QTRY_COMPARE(watch.state(), ListState::Ready);
        bar->setDevice(device(FuotaDeviceStatus::DeviceInConflictingTask));
    }

    // The tasks run, and their devices are asked for.
    std::optional<HttpResponse> answer(const HttpRequest& request) const
    {
        const QString path = request.url.path();
        const QString task = QUrlQuery(request.url).queryItemValue(QStringLiteral("fuotaTaskId"));
        if (path.endsWith(u"multicast-groups"))
            return HttpResponse{200, {}, "{}", false};
        if (path.startsWith(u"/fuota-tasks/"))
            return json({{QStringLiteral("Id"), path.section(u'/', 2, 2)},
                         {QStringLiteral("Status"), QStringLiteral("In_FuotaSession")}});
        if (path != u"/wireless-devices")
            return {};
        if (failWith != 0 && task != shown)
            return HttpResponse{failWith, {}, R"({"Message": "no"})", false};
        QJsonArray list;
        if (task == holder)
            list.append(QJsonObject{{QStringLiteral("Id"), QStringLiteral("d1")}});
        return json({{QStringLiteral("WirelessDeviceList"), list}});
    }

    static HttpResponse json(const QJsonObject& body)
    {
        return {200, {}, QJsonDocument(body).toJson(), false};
    }

    void press(const char* text) const
    {
        auto* button = find<QPushButton>(*bar, text);
        QVERIFY2(button, text);
        QTest::mouseClick(button, Qt::LeftButton);
    }

    QString said() const { return bar->findChild<QLabel*>()->text(); }
};

} // namespace

void HolderBarTest::onlyAHeldDeviceHasIt()
{
    const Bar bar;
    QVERIFY(bar.bar->isVisible());
    WirelessDeviceSummary fine = device(FuotaDeviceStatus::Initial);
    fine.id = QStringLiteral("d2");
    bar.bar->setDevice(fine);
    QVERIFY(!bar.bar->isVisible());
}

void HolderBarTest::theHolderIsNamedAndOneButtonAway()
{
    Bar bar;
    bar.holder = bar.other;
    const QSignalSpy wanted(bar.bar.get(), &HolderBar::taskWanted);
    bar.press("Find the task that holds it");
    QTRY_COMPARE(bar.said(), QStringLiteral("“valve” is held by “Q & A”."));
    QVERIFY(find<QPushButton>(*bar.bar, "Find again"));
    const auto buttons = bar.bar->findChildren<QPushButton*>();
    QCOMPARE(buttons.size(), 2);
    QCOMPARE(buttons.last()->text(), QStringLiteral("Go to “Q && A”"));
    QTest::mouseClick(buttons.last(), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toString(), bar.other);
}

void HolderBarTest::noHolderIsSaid()
{
    Bar bar;
    bar.press("Find the task that holds it");
    QTRY_VERIFY(bar.said().contains(QStringLiteral("that were looked through holds “valve”")));
    QCOMPARE(bar.bar->findChildren<QPushButton*>().size(), 1);
}

void HolderBarTest::aSearchIsCancelledByItsButton()
{
    Bar bar;
    bar.press("Find the task that holds it");
    QVERIFY(bar.said().startsWith(QStringLiteral("Looking for the task that holds “valve”")));
    bar.press("Cancel the search");
    QCOMPARE(bar.said(), QStringLiteral("0 of 1 tasks were looked through."));
    QVERIFY(find<QPushButton>(*bar.bar, "Find again"));
}

void HolderBarTest::anotherTaskTakesItAway()
{
    Bar bar;
    bar.holder = bar.other;
    bar.press("Find the task that holds it");
    QTRY_VERIFY(bar.said().contains(QStringLiteral("is held by")));
    connect(bar.bar.get(), &HolderBar::taskWanted, &bar.watch, &TaskWatch::watch);
    QTest::mouseClick(bar.bar->findChildren<QPushButton*>().last(), Qt::LeftButton);
    QVERIFY(!bar.bar->isVisible());
    QTRY_COMPARE(bar.watch.state(), ListState::Ready);
    QVERIFY(!bar.bar->isVisible());
}

void HolderBarTest::aRefusalIsSaidWithHowFarItGot()
{
    Bar bar;
    bar.failWith = 403;
    bar.press("Find the task that holds it");
    QTRY_VERIFY(bar.said().startsWith(QStringLiteral("0 of 1 tasks were looked through. ")));
    QVERIFY(bar.said().size() > 40); // and why
}

FUOTADESK_TEST(HolderBarTest);

} // namespace fuotadesk

#include "holderbartest.moc"
