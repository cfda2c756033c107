#include "desktop/progresspane.h"

#include "support/testcase.h"
#include "text/progresstext.h"
#include "ui/deskbench.h"
#include "ui/find.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>

namespace fuotadesk {

using namespace std::chrono_literals;

class ProgressPaneTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void areasStandOnEachOther();
    void areasAreToldApartWithoutColour();
    void chosenMomentStaysWhileLooksCome();
    void aClickChoosesTheMomentUnderIt();
    void theTextTellsAtMostADozenMoments();
    void timesAreAsExactAsTheStretch();
    void aTaskNobodyLookedAtSaysSo();
    void everyLookChangesWhatIsSaid();
    void arrowKeysTellEarlierCounts();
};

namespace {

const QDateTime Noon(QDate(2026, 11, 25), QTime(12, 0), Qt::UTC);

WatchPoint pointAt(int second, const DeviceCounts& counts)
{
    return {Noon.addSecs(second), TaskStatus::InSession, counts};
}

// Of four devices one after the other is done or fails.
QList<WatchPoint> fourDevices()
{
    return {pointAt(0, {4, 0, 0}), pointAt(10, {2, 2, 0}), pointAt(30, {0, 3, 1})};
}

struct Chart {
    ProgressChart chart;

    Chart()
    {
        chart.resize(400, 200);
        chart.setPoints(fourDevices(), Noon.addSecs(40));
        chart.show();
    }

    QRectF area(int point, ProgressChart::Band band) const { return chart.area(point, band); }
    void press(Qt::Key key) { QTest::keyClick(&chart, key); }
    int successful() const { return chart.shown()->counts.successful; }
};

struct Pane : DeskBench {
    QStringList statuses{QStringLiteral("Initial"), QStringLiteral("Initial")};
    ProgressPane pane{watch};

    Pane()
    {
        desk.service.answerInstead = [this](const HttpRequest& request) { return answer(request); };
        pane.resize(500, 400);
        pane.show();
        desk.signIn();
    }

    void look(std::initializer_list<const char*> words)
    {
        statuses.clear();
        for (const char* word : words)
            statuses << QString::fromLatin1(word);
        desk.clock.advance(10s);
        watch.watch(QStringLiteral("task-1"));
        watch.refresh();
        QTRY_COMPARE(watch.state(), ListState::Ready);
    }

    std::optional<HttpResponse> answer(const HttpRequest& request) const
    {
        if (request.url.path() != u"/wireless-devices")
            return HttpResponse{200, {}, R"({"Id": "task-1", "Status": "In_FuotaSession"})", false};
        QJsonArray list;
        for (const QString& status : statuses)
            list.append(QJsonObject{{QStringLiteral("Id"), QString::number(list.size())},
                                    {QStringLiteral("FuotaDeviceStatus"), status}});
        const QJsonObject body{{QStringLiteral("WirelessDeviceList"), list}};
        return HttpResponse{200, {}, QJsonDocument(body).toJson(), false};
    }

    bool says(const char* part) const
    {
        const auto labels = pane.findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(QString::fromUtf8(part));
        });
    }

    ProgressChart* chart() const { return find<ProgressChart>(pane, "Progress over time"); }
};

} // namespace

void ProgressPaneTest::areasStandOnEachOther()
{
    const Chart chart;
    const QRectF all = chart.area(0, ProgressChart::Open);
    for (int point = 0; point < 3; ++point) {
        const QRectF done = chart.area(point, ProgressChart::Successful);
        const QRectF failed = chart.area(point, ProgressChart::Failed);
        const QRectF open = chart.area(point, ProgressChart::Open);
        QCOMPARE(done.bottom(), all.bottom());
        QCOMPARE(failed.bottom(), done.top());
        QCOMPARE(open.bottom(), failed.top());
        QCOMPARE(open.top(), all.top());
        QVERIFY(chart.chart.rect().contains(done.united(open).toAlignedRect()));
    }
    QCOMPARE(chart.area(1, ProgressChart::Successful).height(), all.height() / 2);
    QCOMPARE(chart.area(2, ProgressChart::Failed).height(), all.height() / 4);
    // 10 s, 20 s and 10 s of 40, and room for what was seen last
    const double second = chart.area(0, ProgressChart::Open).width() / 10;
    QCOMPARE(chart.area(1, ProgressChart::Open).width(), second * 20);
    QCOMPARE(chart.area(2, ProgressChart::Open).width(),
             second * 10 + ProgressChart::LastLookWidth);
}

void ProgressPaneTest::areasAreToldApartWithoutColour()
{
    const QPalette palette;
    QCOMPARE(ProgressChart::pattern(ProgressChart::Successful, palette).style(), Qt::NoBrush);
    QCOMPARE(ProgressChart::pattern(ProgressChart::Failed, palette).style(), Qt::BDiagPattern);
    QCOMPARE(ProgressChart::pattern(ProgressChart::Open, palette).style(), Qt::NoBrush);
    // one is full and one is faint
    QCOMPARE(ProgressChart::ground(ProgressChart::Successful, palette).color().alpha(), 255);
    QVERIFY(ProgressChart::ground(ProgressChart::Open, palette).color().alpha() < 100);
}

void ProgressPaneTest::chosenMomentStaysWhileLooksCome()
{
    Chart chart;
    QVERIFY(chart.chart.isFollowing());
    QCOMPARE(chart.successful(), 3);
    chart.press(Qt::Key_Left);
    QCOMPARE(chart.successful(), 2);
    QList<WatchPoint> more = fourDevices();
    more.append(pointAt(50, {0, 2, 2}));
    chart.chart.setPoints(more, Noon.addSecs(60));
    QCOMPARE(chart.successful(), 2);
    chart.press(Qt::Key_Home);
    QCOMPARE(chart.successful(), 0);
    chart.press(Qt::Key_Left); // nothing before it
    QCOMPARE(chart.successful(), 0);
    chart.press(Qt::Key_Right);
    QCOMPARE(chart.successful(), 2);
    chart.press(Qt::Key_End);
    QVERIFY(chart.chart.isFollowing());
    chart.chart.setPoints({}, {});
    QVERIFY(!chart.chart.shown());
    chart.press(Qt::Key_Left);
    QVERIFY(!chart.chart.shown());
}

void ProgressPaneTest::aClickChoosesTheMomentUnderIt()
{
    Chart chart;
    const QPointF middle = chart.area(1, ProgressChart::Successful).center();
    QTest::mouseClick(&chart.chart, Qt::LeftButton, {}, middle.toPoint());
    QCOMPARE(chart.successful(), 2);
    QTest::mouseClick(&chart.chart, Qt::LeftButton, {}, QPoint(1, 1));
    QCOMPARE(chart.successful(), 0);
}

void ProgressPaneTest::theTextTellsAtMostADozenMoments()
{
    const QString text = progressText(fourDevices(), Noon.addSecs(40));
    QCOMPARE(text.count(u'\n'), 3);
    QVERIFY(text.contains(QStringLiteral("3 have the image, 1 failed, 0 are open.")));
    QVERIFY(progressText({}, {}).isEmpty());
    QList<WatchPoint> many;
    for (int i = 0; i < 500; ++i)
        many << pointAt(i, {1000 - i, i, 0});
    const QStringList lines = progressText(many, Noon.addSecs(600)).split(u'\n');
    QCOMPARE(lines.size(), 13);
    QVERIFY(lines.first().contains(QStringLiteral(": 0 have the image")));
    QVERIFY(lines.at(11).contains(QStringLiteral(": 499 have the image")));
}

void ProgressPaneTest::timesAreAsExactAsTheStretch()
{
    const QString exact = momentText(Noon.addSecs(7), 40s);
    QVERIFY(exact.contains(QStringLiteral(":07")));
    const QString rough = momentText(Noon.addSecs(7), 3h);
    QVERIFY(!rough.contains(QStringLiteral(":07")) && !rough.isEmpty());
    QVERIFY(momentText(Noon, 72h).size() > rough.size());
}

void ProgressPaneTest::aTaskNobodyLookedAtSaysSo()
{
    const Pane pane;
    QVERIFY(pane.says("is drawn here"));
    QVERIFY(!pane.chart()->isVisible());
}

void ProgressPaneTest::everyLookChangesWhatIsSaid()
{
    Pane pane;
    pane.look({"Initial", "Initial"});
    QVERIFY(pane.chart()->isVisible());
    QVERIFY(!pane.says("is drawn here"));
    QVERIFY(pane.says("At the last look:"));
    QVERIFY(pane.says("Open: 2"));
    pane.look({"Successful", "MissingFrag"});
    QVERIFY(pane.says("Have the image: 1"));
    QVERIFY(pane.says("Failed: 1"));
    QVERIFY(pane.says("Open: 0"));
    QVERIFY(pane.chart()->accessibleDescription().contains(
        QStringLiteral("1 have the image, 1 failed, 0 are open.")));
    QVERIFY(pane.says("as long as the program runs"));
}

void ProgressPaneTest::arrowKeysTellEarlierCounts()
{
    Pane pane;
    pane.look({"Initial", "Initial"});
    pane.look({"Successful", "Initial"});
    pane.look({"Successful", "MICError"});
    QTest::keyClick(pane.chart(), Qt::Key_Left);
    QVERIFY(pane.says("From "));
    QVERIFY(pane.says("Have the image: 1"));
    QVERIFY(pane.says("Failed: 0"));
    QTest::keyClick(pane.chart(), Qt::Key_End);
    QVERIFY(pane.says("At the last look:"));
    pane.watch.watch(QStringLiteral("task-2"));
    QVERIFY(!pane.chart()->isVisible()); // of another task nothing is known
}

FUOTADESK_TEST(ProgressPaneTest);

} // namespace fuotadesk

#include "progresspanetest.moc"
