#pragma once

namespace fuotadesk {

// A screen reader asks how many children a widget has, and then for each: one that has gone in
// between (a scroll bar that is no longer needed) ends the program with Qt 6.4, whose scroll areas
// and main windows do not look whether it is still there. From this call on ours do.
void boundAccessibleChildren();

} // namespace fuotadesk
