#pragma once

namespace fuotadesk {

// For long computations: the calling thread, and those it starts, give way to the threads of the
// window, among them the ones Qt draws with. Where the system knows no such thing nothing happens.
void giveWayToOthers();

} // namespace fuotadesk
