#pragma once

#include <QString>

namespace fuotadesk {

// Shows a message outside the window, the way the desktop does, and does not wait for it. Where the
// desktop shows none, nothing happens: whoever has something to say says it in the window too.
// https://specifications.freedesktop.org/notification-spec/latest/
void notifyDesktop(const QString& title, const QString& text);

} // namespace fuotadesk
