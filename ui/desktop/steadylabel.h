#pragma once

#include <QWidget>

class QLabel;

namespace fuotadesk {

// Plain, wrapping text of a live value. A QLabel has its whole window laid out anew whenever its
// text changes; this one only when the text takes more or fewer lines than before. The text is
// within reach of screen readers, so it gets no accessible name.
class SteadyLabel : public QWidget {
    Q_OBJECT

public:
    // The text can be selected, with Keyboard also by keys.
    enum class Selection { Mouse, Keyboard };

    explicit SteadyLabel(Selection selection, QWidget* parent = nullptr);

    QString text() const;
    void setText(const QString& text);
    // Takes no room while there is nothing to say.
    void showText(const QString& text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    int textHeight() const;

    QLabel* m_label;
    int m_textHeight = 0; // at the present width
};

} // namespace fuotadesk
