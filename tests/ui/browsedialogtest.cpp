#include "desktop/browsedialog.h"

#include "desktop/bucketmodel.h"
#include "desktop/bucketview.h"
#include "desktop/noticebar.h"
#include "desktop/searchfield.h"
#include "support/patience.h"
#include "support/testcase.h"
#include "ui/find.h"
#include "ui/imagebench.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>

namespace fuotadesk {

class BrowseDialogTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void beginsAtThePresentImageAndTakesItByEnter();
    void theVersionOfTheChoiceIsAskedFor();
    void aFolderIsNoImage();
    void aBucketThatIsNotListedIsOpenedByName();
    void aNameNoBucketHasIsRefused();
    void theSearchGoesThroughTheBucket();
    void nothingFoundIsSaid();
    void aFolderThatFailsIsTriedAgain();
    void aFolderWithoutAnEndSaysSo();
    void signedOutIsSaid();
    void everyFieldHasAName();
};

namespace {

const auto Image = QStringLiteral("s3://firmware/meters/fw.bin");

struct Browse : ImageBench {
    QWidget window;
    BrowseDialog* dialog = nullptr;

    Browse()
    {
        s3.buckets = {QStringLiteral("firmware")};
        s3.addObject(QStringLiteral("firmware/meters/fw.bin"), "1234");
        s3.addObject(QStringLiteral("firmware/meters/old.bin"), "12");
        s3.addObject(QStringLiteral("hidden/fw.bin"), "1");
    }

    void open(const QString& present = {})
    {
        dialog = new BrowseDialog(bench(), present, &window);
        dialog->open();
    }
    BucketView* tree() const { return dialog->findChild<BucketView*>(); }
    BucketModel* model() const { return dialog->findChild<BucketModel*>(); }
    QString here() const { return imageUri(model()->place(tree()->currentIndex())); }
    QWidget* shown() const { return dialog->findChild<QStackedWidget*>()->currentWidget(); }
    QString notice() const
    {
        const auto* bar = dialog->findChild<NoticeBar*>();
        return bar->isHidden() ? QString() : bar->notice().text;
    }
    bool says(const QString& text) const
    {
        const auto labels = dialog->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&text](const QLabel* label) {
            return !label->isHidden() && label->text().contains(text);
        });
    }
};

} // namespace

void BrowseDialogTest::beginsAtThePresentImageAndTakesItByEnter()
{
    Browse browse;
    browse.desk.signIn();
    browse.open(Image);
    QTRY_COMPARE(browse.here(), Image);
    QVERIFY(browse.dialog->useButton()->isEnabled());
    QVERIFY(browse.says(QStringLiteral("4 bytes")));
    const QSignalSpy chosen(browse.dialog, &BrowseDialog::imageChosen);
    QTest::keyClick(browse.tree(), Qt::Key_Down);
    QTest::keyClick(browse.tree(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("s3://firmware/meters/old.bin"));
    QVERIFY(!browse.dialog->isVisible());
}

void BrowseDialogTest::theVersionOfTheChoiceIsAskedFor()
{
    Browse browse;
    browse.s3.objects[QStringLiteral("firmware/meters/fw.bin")].versionId = "v-of-fw";
    browse.s3.objects[QStringLiteral("firmware/meters/old.bin")].versionId = "null";
    browse.desk.signIn();
    browse.open(Image);
    QTRY_VERIFY(browse.says(QStringLiteral("version v-of-fw")));
    QTest::keyClick(browse.tree(), Qt::Key_Down);
    QVERIFY(!browse.says(QStringLiteral("version")));
    QTRY_COMPARE(browse.s3.count(QStringLiteral("HeadObject")), 2);
    letEventsPass();
    QVERIFY(browse.says(QStringLiteral("2 bytes")));
    QVERIFY(!browse.says(QStringLiteral("version")));
}

void BrowseDialogTest::aFolderIsNoImage()
{
    Browse browse;
    browse.desk.signIn();
    browse.open();
    QTRY_COMPARE(browse.model()->rowCount(), 1);
    browse.tree()->setCurrentIndex(browse.model()->index(0, 0));
    QVERIFY(!browse.dialog->useButton()->isEnabled());
    const QSignalSpy chosen(browse.dialog, &BrowseDialog::imageChosen);
    QTest::keyClick(browse.tree(), Qt::Key_Return);
    QVERIFY(browse.tree()->isExpanded(browse.model()->index(0, 0)));
    QVERIFY(chosen.isEmpty());
    QVERIFY(browse.dialog->isVisible());
}

void BrowseDialogTest::aBucketThatIsNotListedIsOpenedByName()
{
    Browse browse;
    browse.s3.always(QStringLiteral("ListBuckets"), S3Double::Fate::Deny);
    browse.desk.signIn();
    browse.open();
    QTRY_VERIFY(browse.notice().contains(QStringLiteral("by its name")));
    QVERIFY(browse.notice().contains(QStringLiteral("s3:ListAllMyBuckets")));
    auto* name = find<QLineEdit>(*browse.dialog, "Bucket");
    name->setText(QStringLiteral(" hidden "));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(browse.model()->rowCount(browse.model()->index(0, 0)), 1);
    QVERIFY(browse.dialog->isVisible());
    QCOMPARE(browse.shown(), browse.tree());
}

void BrowseDialogTest::aNameNoBucketHasIsRefused()
{
    Browse browse;
    browse.desk.signIn();
    browse.open();
    auto* name = find<QLineEdit>(*browse.dialog, "Bucket");
    name->setText(QStringLiteral("No Bucket"));
    QTest::mouseClick(find<QPushButton>(*browse.dialog, "Open bucket"), Qt::LeftButton);
    QVERIFY(browse.notice().contains(QStringLiteral("No bucket can have this name")));
}

void BrowseDialogTest::theSearchGoesThroughTheBucket()
{
    Browse browse;
    browse.desk.signIn();
    browse.open(Image);
    QTRY_COMPARE(browse.here(), Image);
    auto* search = browse.dialog->findChild<SearchField*>();
    QTest::keyClick(browse.dialog, Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(search, QStringLiteral("OLD"));
    auto* found = find<QTreeView>(*browse.dialog, "Found in the bucket");
    QTRY_COMPARE(found->model()->rowCount(), 1);
    QCOMPARE(browse.shown(), found);
    QTRY_VERIFY(browse.says(QStringLiteral("1 images found among 2")));
    const QSignalSpy chosen(browse.dialog, &BrowseDialog::imageChosen);
    found->setCurrentIndex(found->model()->index(0, 0));
    QVERIFY(browse.dialog->useButton()->isEnabled());
    QTest::keyClick(found, Qt::Key_Return);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("s3://firmware/meters/old.bin"));
}

void BrowseDialogTest::nothingFoundIsSaid()
{
    Browse browse;
    browse.desk.signIn();
    browse.open(Image);
    QTRY_COMPARE(browse.here(), Image);
    auto* search = browse.dialog->findChild<SearchField*>();
    search->setText(QStringLiteral("nowhere"));
    QTRY_VERIFY(browse.says(QStringLiteral("Nothing in “firmware” has “nowhere”")));
    search->clear();
    QCOMPARE(browse.shown(), browse.tree());
    QCOMPARE(browse.here(), Image);
}

void BrowseDialogTest::aFolderThatFailsIsTriedAgain()
{
    Browse browse;
    browse.s3.plan(QStringLiteral("ListObjectsV2"), {S3Double::Fate::Deny});
    browse.desk.signIn();
    browse.open(Image);
    QTRY_VERIFY(browse.notice().contains(QStringLiteral("“s3://firmware/” could not be read")));
    QTest::mouseClick(find<QPushButton>(*browse.dialog, "Try again"), Qt::LeftButton);
    QTRY_COMPARE(browse.here(), Image);
    QVERIFY(browse.notice().isEmpty());
}

void BrowseDialogTest::aFolderWithoutAnEndSaysSo()
{
    Browse browse;
    for (int i = 0; i < 4500; ++i)
        browse.s3.addObject(QStringLiteral("firmware/many/%1").arg(i, 4, 10, QChar(u'0')), "x");
    browse.desk.signIn();
    browse.open(QStringLiteral("s3://firmware/many/0007"));
    QTRY_COMPARE(browse.here(), QStringLiteral("s3://firmware/many/0007"));
    QTRY_VERIFY(browse.says(QStringLiteral("in s3://firmware/many/: more are not shown")));
}

void BrowseDialogTest::signedOutIsSaid()
{
    Browse browse;
    browse.open();
    QVERIFY(browse.says(QStringLiteral("once the connection is signed in")));
    QVERIFY(browse.notice().isEmpty());
}

void BrowseDialogTest::everyFieldHasAName()
{
    Browse browse;
    browse.open();
    for (const char* name : {"Bucket", "Search in the bucket"})
        QVERIFY(find<QLineEdit>(*browse.dialog, name));
    for (const char* name : {"Buckets and folders", "Found in the bucket"})
        QVERIFY(find<QTreeView>(*browse.dialog, name));
    for (const char* name : {"Use this image", "Cancel", "Refresh", "Open bucket"})
        QVERIFY(find<QPushButton>(*browse.dialog, name));
}

FUOTADESK_TEST(BrowseDialogTest);

} // namespace fuotadesk

#include "browsedialogtest.moc"
