#pragma once

#include <QIcon>

namespace fuotadesk {

// The symbolic icon ":/icons/NAME.svg", painted in the palette's text colour of the moment, so that
// it follows light and dark. A name without a file gives an empty icon.
QIcon symbolicIcon(const QString& name);
// The same in a colour of the caller's choice, for icons that carry a meaning.
QIcon symbolicIcon(const QString& name, const QColor& color);

} // namespace fuotadesk
