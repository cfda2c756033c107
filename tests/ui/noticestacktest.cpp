#include "desktop/noticestack.h"

#include "support/testcase.h"

namespace fuotadesk {

class NoticeStackTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void newsGiveWayToNews();
    void questionsAndFailuresStay();
};

namespace {

QStringList textsOf(const NoticeStack& stack)
{
    QStringList texts;
    for (const NoticeBar* bar : stack.findChildren<NoticeBar*>())
        texts.append(bar->notice().text);
    return texts;
}

Notice notice(NoticeKind kind, const char* text, const QStringList& remedies = {})
{
    return {kind, QString::fromLatin1(text), remedies, {}};
}

} // namespace

void NoticeStackTest::newsGiveWayToNews()
{
    NoticeStack stack;
    stack.post(notice(NoticeKind::Info, "first"));
    stack.post(notice(NoticeKind::Info, "second"));
    QCOMPARE(textsOf(stack), QStringList{QStringLiteral("second")});
}

void NoticeStackTest::questionsAndFailuresStay()
{
    NoticeStack stack;
    stack.post(notice(NoticeKind::Info, "asks", {QStringLiteral("Continue")}));
    stack.post(notice(NoticeKind::Error, "failed"));
    stack.post(notice(NoticeKind::Info, "told"));
    stack.post(notice(NoticeKind::Info, "told later"));
    stack.post(notice(NoticeKind::Warning, "warns"));
    const QStringList expected{QStringLiteral("asks"), QStringLiteral("failed"),
                               QStringLiteral("told later"), QStringLiteral("warns")};
    QCOMPARE(textsOf(stack), expected);
}

FUOTADESK_TEST(NoticeStackTest);

} // namespace fuotadesk

#include "noticestacktest.moc"
