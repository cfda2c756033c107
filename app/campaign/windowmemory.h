#pragma once

#include "store/settings.h"

namespace fuotadesk {

// How the window was left, in the settings.
class WindowMemory {
public:
    explicit WindowMemory(Settings& settings) : m_settings(settings) { }

    WindowLayout layout() const { return m_settings.data().window; }
    void remember(const WindowLayout& layout);

private:
    Settings& m_settings;
};

} // namespace fuotadesk
