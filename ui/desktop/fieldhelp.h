#pragma once

class QWidget;

namespace fuotadesk {

// F1: what is known about the field that has the focus, beside it.
void helpOnFocusedField();
// What this program is, its version and licence.
void showAbout(QWidget* parent);

} // namespace fuotadesk
