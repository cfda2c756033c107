#include "desktop/steadylabel.h"

#include <QEvent>
#include <QLabel>

namespace fuotadesk {

namespace {

// A QLabel whose text can be selected lays a new text out when it paints it, and then asks to be
// painted once more: over what the screen is still being sent.
class PaintedOnce final : public QLabel {
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent* event) override
    {
        setAttribute(Qt::WA_UpdatesDisabled);
        QLabel::paintEvent(event);
        setAttribute(Qt::WA_UpdatesDisabled, false);
    }
};

} // namespace

// No layout inside: the label's own wishes end here.
SteadyLabel::SteadyLabel(Selection selection, QWidget* parent)
    : QWidget(parent),
      m_label(new PaintedOnce(this))
{
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(selection == Selection::Keyboard
                                         ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                         : Qt::TextSelectableByMouse);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred, QSizePolicy::Label);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QString SteadyLabel::text() const
{
    return m_label->text();
}

void SteadyLabel::setText(const QString& text)
{
    if (text == m_label->text())
        return;
    m_label->setText(text);
    if (const int height = textHeight(); height != m_textHeight) {
        m_textHeight = height;
        updateGeometry();
    }
}

void SteadyLabel::showText(const QString& text)
{
    setText(text);
    setVisible(!text.isEmpty());
}

QSize SteadyLabel::sizeHint() const
{
    return m_label->sizeHint();
}

QSize SteadyLabel::minimumSizeHint() const
{
    return m_label->minimumSizeHint();
}

// The label itself takes several times as long to tell.
int SteadyLabel::textHeight() const
{
    const QRect room(0, 0, width(), QWIDGETSIZE_MAX);
    return fontMetrics().boundingRect(room, Qt::TextWordWrap, m_label->text()).height();
}

int SteadyLabel::heightForWidth(int width) const
{
    return m_label->heightForWidth(width);
}

void SteadyLabel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_textHeight = textHeight();
}

void SteadyLabel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_label->setGeometry(rect());
    m_textHeight = textHeight();
}

} // namespace fuotadesk
