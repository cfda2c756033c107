#include "desktop/connectioncolour.h"

#include "desktop/symbolicicon.h"

#include <QCoreApplication>

namespace fuotadesk {

namespace {

struct ConnectionColours {
    Q_DECLARE_TR_FUNCTIONS(ConnectionColours)
};

} // namespace

QList<ConnectionColour> connectionColours()
{
    using enum ConnectionColour;
    return {None, Red, Orange, Green, Blue, Violet};
}

QString colourName(ConnectionColour colour)
{
    switch (colour) {
    case ConnectionColour::None:
        break;
    case ConnectionColour::Red:
        return ConnectionColours::tr("Red");
    case ConnectionColour::Orange:
        return ConnectionColours::tr("Orange");
    case ConnectionColour::Green:
        return ConnectionColours::tr("Green");
    case ConnectionColour::Blue:
        return ConnectionColours::tr("Blue");
    case ConnectionColour::Violet:
        return ConnectionColours::tr("Violet");
    }
    return ConnectionColours::tr("None");
}

QColor colourOf(ConnectionColour colour)
{
    switch (colour) {
    case ConnectionColour::None:
        break;
    case ConnectionColour::Red:
        return {0xd6, 0x45, 0x45};
    case ConnectionColour::Orange:
        return {0xd9, 0x83, 0x24};
    case ConnectionColour::Green:
        return {0x3f, 0x9b, 0x5c};
    case ConnectionColour::Blue:
        return {0x3b, 0x7d, 0xd8};
    case ConnectionColour::Violet:
        return {0x8b, 0x5c, 0xc7};
    }
    return {};
}

QIcon connectionIcon(ConnectionColour colour)
{
    const auto name = QStringLiteral("connection");
    return colour == ConnectionColour::None ? symbolicIcon(name)
                                            : symbolicIcon(name, colourOf(colour));
}

} // namespace fuotadesk
