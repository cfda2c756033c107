#pragma once

#include <QWidget>

#include <array>

class QScrollArea;
class QTabBar;
class QVBoxLayout;

namespace fuotadesk {

// What stands beside the form: the preview or the check, one at a time under two tabs.
class PlanColumn : public QWidget {
    Q_OBJECT

public:
    enum Page { Preview, Check };

    PlanColumn(QWidget* preview, QWidget* check, QWidget* parent = nullptr);

    void showPage(Page page);
    Page page() const;
    // In a column of its own it scrolls; below the form the form's column does.
    void setScrolling(bool scrolls);
    void setCheckIcon(const QIcon& icon);

private:
    void place();

    std::array<QWidget*, 2> m_pages;
    bool m_scrolls = true;
    QTabBar* m_tabs;
    QScrollArea* m_scroll;
    QVBoxLayout* m_column;
};

} // namespace fuotadesk
