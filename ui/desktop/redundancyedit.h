#pragma once

#include <QWidget>

#include <optional>

class QSlider;
class QToolButton;

namespace fuotadesk {

class NumberBox;

// Redundancy in percent: a slider and a spin box that say the same. Unset leaves the spin box empty
// and the slider at what the preview assumes; moving the slider sets it, the clear button or
// emptying the box unsets it.
class RedundancyEdit : public QWidget {
    Q_OBJECT

public:
    explicit RedundancyEdit(QWidget* parent = nullptr);

    std::optional<qint64> percent() const;
    void setPercent(std::optional<qint64> percent);
    void setAssumed(qint64 percent);

    NumberBox* box() const { return m_box; }
    QSlider* slider() const { return m_slider; }

Q_SIGNALS:
    void percentChanged();

private:
    void showOnSlider();

    QSlider* m_slider;
    NumberBox* m_box;
    QToolButton* m_clearButton;
    qint64 m_assumed = 0;
};

} // namespace fuotadesk
