#pragma once

#include <QListWidget>

namespace fuotadesk {

// The list at the left: where am I. Arrow keys go through the pages, Ctrl+1..9 are the window's.
class Navigation : public QListWidget {
    Q_OBJECT

public:
    explicit Navigation(QWidget* parent = nullptr);

    void addPage(const QString& title, const QString& icon);
    // -1: a page that is not in the list is in sight.
    void setPage(int page);

Q_SIGNALS:
    void pageChosen(int page);

private:
    QSize sizeHint() const override;
};

} // namespace fuotadesk
