#include "desktop/tagsedit.h"

#include "desktop/tagmodel.h"
#include "support/testcase.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QUndoStack>

namespace fuotadesk {

namespace {

const Tag Team{QStringLiteral("team"), QStringLiteral("meters")};
const Tag Cost{QStringLiteral("cost"), QStringLiteral("7")};

bool type(TagModel& model, int row, TagModel::Column column, const QString& text)
{
    return model.setData(model.index(row, int(column)), text, Qt::EditRole);
}

} // namespace

class TagsEditTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theLastRowTakesTheNextTag();
    void aKeyTwiceIsRefusedWithItsReason();
    void everythingCanBeUndone();
    void theKeyboardAloneAddsAndRemoves();
};

void TagsEditTest::theLastRowTakesTheNextTag()
{
    TagModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(type(model, 0, TagModel::Column::Key, Team.key));
    QVERIFY(type(model, 0, TagModel::Column::Value, Team.value));
    QCOMPARE(model.tags(), QList<Tag>{Team});
    QCOMPARE(model.rowCount(), 2);
    model.setTags({Team, Cost, {QStringLiteral("x"), {}}});
    QCOMPARE(model.rowCount(), 4);
    model.removeTag(1);
    QCOMPARE(model.rowCount(), 3);
    model.setTags({});
    QCOMPARE(model.rowCount(), 1);
}

void TagsEditTest::aKeyTwiceIsRefusedWithItsReason()
{
    TagsEdit edit;
    edit.setTags({Team, Cost});
    QVERIFY(!type(*edit.model(), 1, TagModel::Column::Key, Team.key));
    QCOMPARE(edit.tags(), (QList<Tag>{Team, Cost}));
    const auto labels = edit.findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels, [&](const QLabel* label) {
        return label->isVisibleTo(&edit) && label->text().contains(Team.key);
    }));
}

void TagsEditTest::everythingCanBeUndone()
{
    TagModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTags({Team});
    type(model, 1, TagModel::Column::Key, Cost.key);
    type(model, 1, TagModel::Column::Value, Cost.value);
    model.removeTag(0);
    QCOMPARE(model.tags(), QList<Tag>{Cost});
    model.undoStack()->undo();
    QCOMPARE(model.tags(), (QList<Tag>{Team, Cost}));
    model.undoStack()->undo();
    model.undoStack()->undo();
    QCOMPARE(model.tags(), QList<Tag>{Team});
    QVERIFY(!model.undoStack()->canUndo());
    for (int step = 0; step < 3; ++step)
        model.undoStack()->redo();
    QCOMPARE(model.tags(), QList<Tag>{Cost});
}

void TagsEditTest::theKeyboardAloneAddsAndRemoves()
{
    TagsEdit edit;
    edit.show();
    edit.activateWindow();
    edit.setFocus();
    QTRY_VERIFY(edit.view()->hasFocus());
    QTest::keyClick(edit.view(), Qt::Key_Insert);
    QTRY_VERIFY(edit.view()->findChild<QLineEdit*>());
    QTest::keyClicks(edit.view()->findChild<QLineEdit*>(), Team.key);
    QTest::keyClick(edit.view()->findChild<QLineEdit*>(), Qt::Key_Tab);
    QTRY_COMPARE(edit.tags().size(), 1);
    QTRY_COMPARE(edit.view()->currentIndex(), edit.model()->index(0, 1));
    auto* value = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(value);
    QTest::keyClicks(value, Team.value);
    QTest::keyClick(value, Qt::Key_Return);
    QTRY_COMPARE(edit.tags(), QList<Tag>{Team});
    edit.view()->setFocus();
    QTest::keyClick(edit.view(), Qt::Key_Delete);
    QTRY_COMPARE(edit.tags(), QList<Tag>());
    QTest::keyClick(edit.view(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(edit.tags(), QList<Tag>{Team});
}

FUOTADESK_TEST(TagsEditTest);

} // namespace fuotadesk

#include "tagsedittest.moc"
