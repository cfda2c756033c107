#pragma once

#include "base/connection.h"

#include <QIcon>
#include <QList>

namespace fuotadesk {

// The colours a connection may have, None first.
QList<ConnectionColour> connectionColours();
QString colourName(ConnectionColour colour);
// In the midst between light and dark, so that it shows on both; invalid for None.
QColor colourOf(ConnectionColour colour);
// The symbol of a connection in its colour, or in that of text.
QIcon connectionIcon(ConnectionColour colour);

} // namespace fuotadesk
