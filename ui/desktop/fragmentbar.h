#pragma once

#include "lorawan/fragmentcount.h"

#include <QWidget>

namespace fuotadesk {

// Data and redundant fragments as lengths: data in the highlight colour, redundant ones hatched in
// the same hue, so that the difference survives grey. Its text alternative is the accessible
// description.
class FragmentBar : public QWidget {
    Q_OBJECT

public:
    explicit FragmentBar(QWidget* parent = nullptr);

    void setCounts(const lorawan::FragmentCount& counts);
    const lorawan::FragmentCount& counts() const { return m_counts; }
    // Share of the width, 0..1, that data fragments take.
    double dataShare() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    lorawan::FragmentCount m_counts;
};

} // namespace fuotadesk
