#include "base/mailbox.h"
#include "support/testcase.h"

#include <thread>

namespace fuotadesk {

class MailboxTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void lettersArriveInOrderOnTheReceivingThread();
    void letterAfterDeathIsDropped();
    void letterMayDeleteTheMailbox();
};

void MailboxTest::lettersArriveInOrderOnTheReceivingThread()
{
    Mailbox box;
    QList<int> arrived;
    bool rightThread = true;
    const auto receiver = std::this_thread::get_id();
    std::thread sender([slot = box.slot(), &arrived, &rightThread, receiver] {
        for (int i = 0; i < 1000; ++i)
            slot->post([&arrived, &rightThread, receiver, i] {
                arrived.append(i);
                rightThread = rightThread && std::this_thread::get_id() == receiver;
            });
    });
    QTRY_COMPARE(arrived.size(), 1000);
    sender.join();
    QVERIFY(rightThread);
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(arrived.at(i), i);
}

void MailboxTest::letterAfterDeathIsDropped()
{
    auto box = std::make_unique<Mailbox>();
    const auto slot = box->slot();
    bool read = false;
    slot->post([&] { read = true; });
    box.reset();
    slot->post([&] { read = true; });
    QCoreApplication::sendPostedEvents();
    QVERIFY(!read);
}

void MailboxTest::letterMayDeleteTheMailbox()
{
    auto box = std::make_unique<Mailbox>();
    box->slot()->post([&] { box.reset(); });
    QTRY_VERIFY(!box);
}

} // namespace fuotadesk

using fuotadesk::MailboxTest;
FUOTADESK_TEST(MailboxTest);
#include "mailboxtest.moc"
