#pragma once

#include "base/error.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace fuotadesk {

enum class NoticeKind { Info, Warning, Error };

struct Notice {
    NoticeKind kind = NoticeKind::Info;
    QString text; // a sentence, or two
    QStringList remedies; // buttons with a verb, the likely one first
    QString details; // what stands under "Details"; empty: no such button

    friend bool operator==(const Notice&, const Notice&) = default;
};

// What an error has to say, with its remedy as the button.
Notice errorNotice(const Error& error);
// The same with what was tried in front: "“meter” could not be deleted."
Notice errorNotice(const QString& what, const Error& error);

// One message inside the window, where it belongs, never in the way: icon and sentence, remedies,
// details, and a cross. Hidden until it has something to say. It is announced to screen readers and
// takes no focus by itself.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);

    const Notice& notice() const { return m_notice; }
    void showNotice(const Notice& notice);
    // Away without closed().
    void clear();

Q_SIGNALS:
    // index into Notice::remedies; the bar stays until it is cleared.
    void remedyPressed(int index);
    // The operator has put it away.
    void closed();

private:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dismiss();
    void paintKind();
    void rebuildRemedies();

    Notice m_notice;
    QLabel* m_icon = nullptr;
    QLabel* m_text = nullptr;
    QWidget* m_buttons = nullptr;
    QToolButton* m_detailsButton = nullptr;
    QToolButton* m_closeButton = nullptr;
    QPlainTextEdit* m_details = nullptr;
    QGridLayout* m_grid = nullptr;
};

} // namespace fuotadesk
