#pragma once

#include <QColor>
#include <QPalette>

namespace fuotadesk {

// What a colour may mean. Never without an icon and a word beside it.
enum class Tint { Done, Running, Attention, Failed };

// Text of that meaning on the palette's Base and Window, light or dark, with a contrast of at
// least 4.5:1.
QColor tintText(Tint tint, const QPalette& palette);
// A quiet background of that meaning; the palette's WindowText keeps at least 4.5:1 on it.
QColor tintBackground(Tint tint, const QPalette& palette);
// 1 to 21, https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio
double contrastRatio(const QColor& one, const QColor& other);

} // namespace fuotadesk
