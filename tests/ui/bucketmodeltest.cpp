#include "desktop/bucketmodel.h"

#include "desktop/bucketview.h"
#include "desktop/objectcells.h"
#include "support/testcase.h"
#include "ui/imagebench.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace fuotadesk {

class BucketModelTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void foldersAreReadWhenTheyAreOpened();
    void foldersStandBeforeObjectsAcrossPages();
    void pagesAreInsertedAndNothingIsReset();
    void aBucketIsAddedByItsName();
    void theNearestPlaceIsWhatWasRead();
    void refreshReadsAnewAndKeepsWhatWasAdded();
    void anotherConnectionForgetsIt();
    void theViewOpensTheWayToAnObject();
    void itKeepsTheRulesOfModels();
};

namespace {

const auto Bucket = QStringLiteral("firmware");

struct Tree : ImageBench {
    BucketModel model{buckets};

    Tree()
    {
        s3.buckets = {QStringLiteral("archive"), Bucket};
        for (const char* key :
             {"a.bin", "meters/v1/fw.bin", "meters/v2/fw.bin", "meters/readme", "z.bin"})
            s3.addObject(Bucket + u'/' + QString::fromLatin1(key), "123");
        desk.signIn();
    }

    void readBuckets()
    {
        model.refresh();
        QTRY_COMPARE(model.rowCount(), 2);
    }
    void open(const QModelIndex& index)
    {
        const int before = model.rowCount(index);
        model.fetchMore(index);
        QTRY_VERIFY(model.rowCount(index) > before);
    }
    QModelIndex bucket() const { return model.nearest({Bucket, {}}); }
    QStringList names(const QModelIndex& parent = {}) const
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(parent); ++row)
            all << model.index(row, NameColumn, parent).data().toString();
        return all;
    }
};

} // namespace

void BucketModelTest::foldersAreReadWhenTheyAreOpened()
{
    Tree tree;
    tree.readBuckets();
    QCOMPARE(tree.names(), QStringList({QStringLiteral("archive"), Bucket}));
    const QModelIndex bucket = tree.bucket();
    QVERIFY(tree.model.hasChildren(bucket));
    QCOMPARE(tree.model.rowCount(bucket), 0);
    QCOMPARE(tree.s3.count(QStringLiteral("ListObjectsV2")), 0);
    tree.open(bucket);
    QCOMPARE(tree.names(bucket).join(u' '), QStringLiteral("meters a.bin z.bin"));
    const QModelIndex meters = tree.model.index(0, 0, bucket);
    QVERIFY(!tree.model.object(meters));
    tree.open(meters);
    QCOMPARE(tree.names(meters).join(u' '), QStringLiteral("v1 v2 readme"));
    const QModelIndex readme = tree.model.index(2, 0, meters);
    QCOMPARE(tree.model.place(readme), (ImageLocation{Bucket, QStringLiteral("meters/readme")}));
    QCOMPARE(tree.model.object(readme)->size, 3);
    QCOMPARE(readme.siblingAtColumn(SizeColumn).data().toString(), QStringLiteral("3 bytes"));
    QVERIFY(!tree.model.hasChildren(readme));
    QVERIFY(!tree.model.canFetchMore(meters));
    tree.model.fetchMore(meters);
    QCOMPARE(tree.s3.count(QStringLiteral("ListObjectsV2")), 2);
}

// S3 gives folders and objects in one order of names, a page at a time.
void BucketModelTest::foldersStandBeforeObjectsAcrossPages()
{
    Tree tree;
    for (int i = 0; i < 1500; ++i) {
        tree.s3.addObject(QStringLiteral("archive/%1.bin").arg(i, 4, 10, QLatin1Char('0')), "x");
        tree.s3.addObject(QStringLiteral("archive/%1/fw").arg(i, 4, 10, QLatin1Char('0')), "x");
    }
    tree.readBuckets();
    const QModelIndex archive = tree.model.index(0, 0);
    tree.model.fetchMore(archive);
    QTRY_COMPARE(tree.model.rowCount(archive), 3000);
    const QPersistentModelIndex last = tree.model.index(2999, 0, archive);
    QVERIFY(!tree.model.object(tree.model.index(1499, 0, archive)));
    QVERIFY(tree.model.object(tree.model.index(1500, 0, archive)));
    QCOMPARE(last.data().toString(), QStringLiteral("1499.bin"));
}

void BucketModelTest::pagesAreInsertedAndNothingIsReset()
{
    Tree tree;
    for (int i = 0; i < 2500; ++i)
        tree.s3.addObject(QStringLiteral("archive/%1.bin").arg(i, 4, 10, QLatin1Char('0')), "x");
    tree.readBuckets();
    const QModelIndex archive = tree.model.index(0, 0);
    const QSignalSpy resets(&tree.model, &QAbstractItemModel::modelReset);
    const QSignalSpy inserts(&tree.model, &QAbstractItemModel::rowsInserted);
    tree.model.fetchMore(archive);
    QTRY_COMPARE(tree.model.rowCount(archive), 2500);
    QCOMPARE(inserts.count(), 3);
    QCOMPARE(inserts.at(1).at(1).toInt(), 1000);
    QCOMPARE(inserts.at(1).at(2).toInt(), 1999);
    QCOMPARE(resets.count(), 0);
}

void BucketModelTest::aBucketIsAddedByItsName()
{
    Tree tree;
    tree.s3.always(QStringLiteral("ListBuckets"), S3Double::Fate::Deny);
    tree.model.refresh();
    QTRY_VERIFY(tree.buckets.bucketsError());
    QCOMPARE(tree.model.rowCount(), 0);
    tree.model.addBucket(Bucket);
    tree.model.addBucket(Bucket);
    QCOMPARE(tree.names(), QStringList{Bucket});
    tree.open(tree.bucket());
    QCOMPARE(tree.model.rowCount(tree.bucket()), 3);
}

void BucketModelTest::theNearestPlaceIsWhatWasRead()
{
    Tree tree;
    const ImageLocation wanted{Bucket, QStringLiteral("meters/v2/fw.bin")};
    QVERIFY(!tree.model.nearest(wanted).isValid());
    tree.readBuckets();
    QCOMPARE(tree.model.place(tree.model.nearest(wanted)), (ImageLocation{Bucket, {}}));
    tree.open(tree.bucket());
    QCOMPARE(tree.model.place(tree.model.nearest(wanted)).key, QStringLiteral("meters/"));
    tree.open(tree.model.nearest(wanted));
    tree.open(tree.model.nearest(wanted));
    QCOMPARE(tree.model.place(tree.model.nearest(wanted)), wanted);
    QCOMPARE(tree.model.place(tree.model.nearest({Bucket, QStringLiteral("meters/v2/none")})).key,
             QStringLiteral("meters/v2/"));
    QVERIFY(!tree.model.nearest({QStringLiteral("unknown"), {}}).isValid());
}

void BucketModelTest::refreshReadsAnewAndKeepsWhatWasAdded()
{
    Tree tree;
    tree.readBuckets();
    tree.model.addBucket(QStringLiteral("elsewhere"));
    tree.open(tree.bucket());
    tree.s3.addObject(Bucket + QStringLiteral("/new.bin"), "x");
    tree.model.refresh();
    QTRY_COMPARE(tree.model.rowCount(), 3);
    QVERIFY(tree.names().contains(QStringLiteral("elsewhere")));
    QCOMPARE(tree.model.rowCount(tree.bucket()), 0);
    tree.open(tree.bucket());
    QCOMPARE(tree.model.rowCount(tree.bucket()), 4);
}

void BucketModelTest::anotherConnectionForgetsIt()
{
    Tree tree;
    tree.readBuckets();
    tree.open(tree.bucket());
    tree.desk.session.activate(sandboxConnection().id);
    QCOMPARE(tree.model.rowCount(), 0);
}

void BucketModelTest::theViewOpensTheWayToAnObject()
{
    Tree tree;
    BucketView view(&tree.model);
    const ImageLocation wanted{Bucket, QStringLiteral("meters/v2/fw.bin")};
    view.reveal(wanted);
    tree.model.refresh();
    QTRY_COMPARE(tree.model.place(view.currentIndex()), wanted);
    QVERIFY(view.isExpanded(tree.bucket()));
    const QSignalSpy chosen(&view, &BucketView::objectActivated);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    view.setCurrentIndex(tree.bucket());
    QTest::keyClick(&view, Qt::Key_Return);
    QVERIFY(!view.isExpanded(tree.bucket()));
    QCOMPARE(chosen.count(), 1);
}

// The tester reads on by itself wherever there is more.
void BucketModelTest::itKeepsTheRulesOfModels()
{
    Tree tree;
    const QAbstractItemModelTester tester(&tree.model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    tree.readBuckets();
    QTRY_COMPARE(tree.model.rowCount(tree.bucket()), 3);
    tree.model.refresh();
    QTRY_COMPARE(tree.model.rowCount(tree.bucket()), 3);
    tree.model.addBucket(QStringLiteral("another-one"));
    QTRY_COMPARE(tree.model.rowCount(), 3);
}

FUOTADESK_TEST(BucketModelTest);

} // namespace fuotadesk

#include "bucketmodeltest.moc"
