#pragma once

#include "preflight/checkrow.h"

#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace fuotadesk {

// One row of the check: icon, word, what was looked at, what came of it, how old that is, and the
// button of its remedy. It takes the focus as a whole and is read as a whole; Enter presses the
// button, Up, Down, Home and End go on to other rows.
class CheckLine : public QFrame {
    Q_OBJECT

public:
    explicit CheckLine(QWidget* parent = nullptr);

    const CheckRow& row() const { return m_row; }
    // An equal row changes nothing.
    void showRow(const CheckRow& row);
    void showAge(const QDateTime& now, bool isStale);

Q_SIGNALS:
    void remedyPressed();
    void moveWanted(Qt::Key key);
    void focused();

private:
    void showWords();
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

    CheckRow m_row;
    bool m_isStale = false;
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_age;
    QLabel* m_sentence;
    QPushButton* m_remedy;
    QToolButton* m_detailsButton;
    QPlainTextEdit* m_details;
};

} // namespace fuotadesk
