#include "desktop/taskeditor.h"

#include "desktop/editorpanes.h"
#include "desktop/imagesizeedit.h"
#include "desktop/namedialog.h"
#include "desktop/noticebar.h"
#include "desktop/plancolumn.h"
#include "desktop/previewpane.h"
#include "desktop/taskform.h"
#include "desktop/variablesdialog.h"
#include "fuota/forecastrun.h"
#include "support/patience.h"
#include "support/testcase.h"
#include "text/forecasttext.h"
#include "ui/deskbench.h"
#include "ui/find.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>

namespace fuotadesk {

namespace {

using Fate = ServiceDouble::Fate;

Template goodTemplate(const QString& name = QStringLiteral("meter"))
{
    Template value;
    value.name = name;
    value.draft.task = exampleTask();
    value.draft.imageSizeBytes = 102400;
    return value;
}

template <typename Dialog>
Dialog* openDialog(const QWidget& parent)
{
    for (Dialog* dialog : parent.findChildren<Dialog*>()) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

struct Desk : DeskBench {
    Desk()
    {
        desk.signIn();
        editor.resize(1200, 700);
        editor.show();
        editor.activateWindow();
        editor.setFocus();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(&editor);
    }
    void open(const Template& value, const QString& file = {}) { editor.openTemplate(value, file); }
    QString notice() const { return editor.findChild<NoticeBar*>()->notice().text; }
    TaskEditor editor{bench()};
};

// In the whole program.
class LayoutCounter : public QObject {
public:
    LayoutCounter() { qApp->installEventFilter(this); }

    int count = 0;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        count += event->type() == QEvent::LayoutRequest
            && static_cast<QWidget*>(watched)->layout() != nullptr;
        return false;
    }
};

} // namespace

class TaskEditorLayoutTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void oneEditIsOnePreview();
    void turningHardlyLaysOutAnew();
    void turningEndsAtTheRightChance();
    void thePreviewStandsBesideOrBelow();
    void theColumnBelowIsShownFromItsTop();
    void everythingFocusableHasAName();
};

void TaskEditorLayoutTest::oneEditIsOnePreview()
{
    Desk desk;
    desk.open(goodTemplate());
    const QSignalSpy shown(desk.editor.preview(), &PreviewPane::shown);
    auto* slider = desk.editor.findChild<QSlider*>();
    for (int percent = 41; percent <= 60; ++percent)
        slider->setValue(percent);
    QCOMPARE(shown.count(), 20);
}

void TaskEditorLayoutTest::turningHardlyLaysOutAnew()
{
    Desk desk;
    desk.open(goodTemplate());
    auto* slider = desk.editor.findChild<QSlider*>();
    slider->setValue(40);
    QTRY_VERIFY_WITH_TIMEOUT(desk.forecast.forecast() && desk.forecast.forecast()->isFinal,
                             SimulationTimeout);
    QCoreApplication::processEvents();
    const LayoutCounter layouts;
    for (int percent = 41; percent <= 60; ++percent) {
        const QSignalSpy answered(&desk.forecast, &RecoveryForecast::forecastChanged);
        slider->setValue(percent);
        QTRY_VERIFY_WITH_TIMEOUT(!answered.isEmpty(), SimulationTimeout);
        QCoreApplication::processEvents();
    }
    // Of the pane, the form and the window: where a text takes another line, or comes or goes.
    QVERIFY2(layouts.count <= 20, qPrintable(QString::number(layouts.count)));
}

void TaskEditorLayoutTest::turningEndsAtTheRightChance()
{
    Desk desk;
    desk.open(goodTemplate());
    auto* slider = desk.editor.findChild<QSlider*>();
    for (int percent = 20; percent <= 40; ++percent) {
        slider->setValue(percent);
        QCoreApplication::processEvents();
    }
    const auto question = forecastQuestion(desk.sheet.draft());
    QCOMPARE(desk.forecast.question(), question);
    QTRY_VERIFY_WITH_TIMEOUT(desk.forecast.forecast() && desk.forecast.forecast()->isFinal,
                             SimulationTimeout);
    const Forecast alone = finishedForecast(*question, 1);
    QCOMPARE(*desk.forecast.forecast(), alone);
    const auto labels = desk.editor.preview()->findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels, [&](const QLabel* label) {
        return label->isVisible() && label->text().contains(forecastChance(*question, alone));
    }));
}

void TaskEditorLayoutTest::thePreviewStandsBesideOrBelow()
{
    Desk desk;
    desk.open(goodTemplate());
    const QWidget* form = desk.editor.form();
    const QWidget* preview = desk.editor.preview();
    const auto left = [&](const QWidget* widget) { return widget->mapTo(&desk.editor, QPoint()); };
    QTRY_VERIFY(left(preview).x() > left(form).x() + form->width() / 2);
    desk.editor.resize(800, 500);
    QTRY_VERIFY(left(preview).y() > left(form).y() + form->height() / 2);
    const auto labels = desk.editor.findChildren<QLabel*>();
    const auto inSight = [&](const QLabel* label) {
        return label->isVisible() && label->text() == desk.editor.preview()->summary()
            && desk.editor.rect().contains(QRect(left(label), label->size()));
    };
    QVERIFY(std::ranges::any_of(labels, inSight));
    auto* create = find<QPushButton>(desk.editor, "Create task");
    QVERIFY(desk.editor.rect().contains(QRect(left(create), create->size())));
    desk.editor.resize(1200, 700);
    QTRY_VERIFY(left(preview).x() > left(form).x() + form->width() / 2);
}

void TaskEditorLayoutTest::theColumnBelowIsShownFromItsTop()
{
    Desk desk;
    desk.desk.service.setOthers(Fate::Hang); // the check does not end
    desk.open(goodTemplate());
    desk.editor.resize(700, 400);
    const auto* column = desk.editor.findChild<PlanColumn*>();
    const auto* form = desk.editor.findChild<TaskForm*>();
    const auto isAtTheTop = [&] {
        const auto* panes = desk.editor.findChild<EditorPanes*>();
        return column->mapTo(panes, QPoint()).y() == 0 && !column->visibleRegion().isEmpty();
    };
    QVERIFY(!isAtTheTop());
    QTest::keyClick(&desk.editor, Qt::Key_F7);
    QTRY_VERIFY(isAtTheTop());
    desk.editor.findChild<EditorPanes*>()->ensureVisible(form->imageSizeEdit());
    QVERIFY(!isAtTheTop());
    QTest::keyClick(&desk.editor, Qt::Key_F8);
    QTRY_VERIFY(isAtTheTop());
}

void TaskEditorLayoutTest::everythingFocusableHasAName()
{
    Desk desk;
    desk.open(goodTemplate());
    for (QWidget* widget : desk.editor.findChildren<QWidget*>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible() || widget->focusProxy())
            continue;
        const auto* face = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(!face->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        if (qobject_cast<QComboBox*>(widget))
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->toolTip()));
    }
}

} // namespace fuotadesk

using fuotadesk::TaskEditorLayoutTest;
FUOTADESK_TEST(TaskEditorLayoutTest);
#include "taskeditorlayouttest.moc"
