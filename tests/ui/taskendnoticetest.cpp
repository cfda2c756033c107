#include "desktop/taskendnotice.h"

#include "campaign/bench.h"
#include "campaign/taskwatch.h"
#include "desktop/noticebar.h"
#include "desktop/noticestack.h"
#include "support/testcase.h"
#include "ui/find.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPushButton>
#include <QSignalSpy>

namespace fuotadesk {

// Where FUOTADESK_NOTIFICATIONS names a file, somebody writes into it what the desktop is asked to
// show; see tests/ui/with-notifications.
class TaskEndNoticeTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void endIsSaidOverThePagesAndOutside();
    void whoLooksAtTheWindowIsToldThereOnly();
    void groupTaskHasNoCounts();
};

namespace {

struct Watched {
    Watched()
    {
        bench.service.answerInstead = [this](const HttpRequest& request) {
            return answer(request);
        };
        bench.signIn();
    }

    // Its session is seen running, then over.
    void runToItsEnd()
    {
        watch.watch(QStringLiteral("task-7"));
        QTRY_COMPARE(watch.history().size(), 1);
        status = QStringLiteral("FuotaDone");
        QTRY_VERIFY(bar());
    }

    NoticeBar* bar() const { return window.findChild<NoticeBar*>(); }

    std::optional<HttpResponse> answer(const HttpRequest& request) const
    {
        const QString path = request.url.path();
        if (path == u"/wireless-devices")
            return json({{QStringLiteral("WirelessDeviceList"), devices}});
        if (path.startsWith(u"/fuota-tasks/"))
            return json({{QStringLiteral("Id"), QStringLiteral("task-7")},
                         {QStringLiteral("Name"), QStringLiteral("meter & <valve>")},
                         {QStringLiteral("Status"), status}});
        return {};
    }

    static HttpResponse json(const QJsonObject& body)
    {
        return {200, {}, QJsonDocument(body).toJson(QJsonDocument::Compact), false};
    }

    void addDevice(const char* deviceStatus)
    {
        devices.append(
            QJsonObject{{QStringLiteral("Id"), QStringLiteral("d%1").arg(devices.size())},
                        {QStringLiteral("FuotaDeviceStatus"), QLatin1String(deviceStatus)}});
    }

    Bench bench;
    QString status = QStringLiteral("In_FuotaSession");
    QJsonArray devices;
    TaskWatch watch{
        bench.session, bench.clock, {std::chrono::milliseconds(20), std::chrono::milliseconds(80)}};
    QWidget window;
    NoticeStack* notices = new NoticeStack(&window);
    TaskEndNotice notice{watch, notices, &window};
};

bool isListening()
{
    return qEnvironmentVariableIsSet("FUOTADESK_NOTIFICATIONS");
}

QStringList shownOutside()
{
    QFile file(qEnvironmentVariable("FUOTADESK_NOTIFICATIONS"));
    if (!isListening() || !file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

void TaskEndNoticeTest::endIsSaidOverThePagesAndOutside()
{
    Watched w;
    w.addDevice("Successful");
    w.addDevice("Successful");
    w.addDevice("MissingFrag");
    w.addDevice("Initial");
    const qsizetype before = shownOutside().size();
    const QSignalSpy wanted(&w.notice, &TaskEndNotice::taskWanted);
    w.runToItsEnd();
    QVERIFY(w.bar());
    const auto title = QStringLiteral("The session of “meter & <valve>” is over.");
    const auto counts = QStringLiteral("2 of 4 devices have the image, 1 failed, 1 have not "
                                       "reported.");
    QCOMPARE(w.bar()->notice().text, title + u' ' + counts);
    QCOMPARE(w.bar()->notice().kind, NoticeKind::Warning);
    if (isListening()) {
        QTRY_COMPARE(shownOutside().size(), before + 1);
        QCOMPARE(shownOutside().last().split(u'\t'),
                 (QStringList{QStringLiteral("FUOTA Desk"), QStringLiteral("fuotadesk"), title,
                              counts}));
    }
    QTest::mouseClick(find<QPushButton>(*w.bar(), "Show devices"), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toString(), QStringLiteral("task-7"));
}

void TaskEndNoticeTest::whoLooksAtTheWindowIsToldThereOnly()
{
    const qsizetype before = shownOutside().size();
    {
        Watched inFront;
        inFront.addDevice("Successful");
        inFront.window.show();
        inFront.window.activateWindow();
        QTRY_VERIFY(inFront.window.isActiveWindow());
        inFront.runToItsEnd();
        QVERIFY(inFront.bar());
        QCOMPARE(inFront.bar()->notice().kind, NoticeKind::Info);
    }
    if (isListening()) { // one after it is shown, so that one of it would have been
        Watched behind;
        behind.runToItsEnd();
        QTRY_COMPARE(shownOutside().size(), before + 1);
    }
}

void TaskEndNoticeTest::groupTaskHasNoCounts()
{
    Watched w;
    w.runToItsEnd();
    QVERIFY(w.bar());
    QVERIFY(w.bar()->notice().text.endsWith(QStringLiteral("is over.")));
}

FUOTADESK_TEST(TaskEndNoticeTest);

} // namespace fuotadesk

#include "taskendnoticetest.moc"
