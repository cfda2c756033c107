#include "campaign/windowmemory.h"

namespace fuotadesk {

void WindowMemory::remember(const WindowLayout& layout)
{
    SettingsData data = m_settings.data();
    if (data.window == layout)
        return;
    data.window = layout;
    m_settings.save(data); // a layout that can not be saved is not worth a message
}

} // namespace fuotadesk
