#pragma once

#include <QWidget>

class QScrollArea;
class QSplitter;
class QVBoxLayout;

namespace fuotadesk {

class PlanColumn;
class TaskForm;
class WindowMemory;

// The form and what it comes to: beside each other, or one below the other in a narrow window. The
// splitter between them is remembered.
class EditorPanes : public QWidget {
    Q_OBJECT

public:
    EditorPanes(TaskForm* form, PlanColumn* plan, WindowMemory& window, QWidget* parent = nullptr);

    bool isWide() const { return m_isWide; }
    // A widget of the form.
    void ensureVisible(QWidget* widget);
    // The plan from its top, where it stands below the form.
    void showPlan();

Q_SIGNALS:
    void arranged();

private:
    void arrange();
    void resizeEvent(QResizeEvent* event) override;
    void hideEvent(QHideEvent* event) override;

    WindowMemory& m_window;
    TaskForm* m_form;
    PlanColumn* m_plan;
    QSplitter* m_splitter;
    QScrollArea* m_scroll;
    QVBoxLayout* m_column; // of the form
    QByteArray m_wideState; // while the plan stands below
    bool m_isWide = true;
};

} // namespace fuotadesk
