#pragma once

#include <QColor>

class QPalette;

namespace fuotadesk {

// The colours of a ChancePlot, all of them from a palette: texts in its text colours, the curve in
// its highlight, lighter or darker where that would not stand out.
struct ChanceLook {
    QColor window; // around the axes
    QColor windowText;
    QColor base; // between the axes
    QColor text;
    QColor axis;
    QColor grid;
    QColor curve;
    QColor band;
    QColor mark; // lines across the curve

    friend bool operator==(const ChanceLook&, const ChanceLook&) = default;
};

ChanceLook chanceLook(const QPalette& palette);
// Dark on white whatever the screen has; only the highlight remains.
ChanceLook paperLook(const QPalette& screen);

} // namespace fuotadesk
