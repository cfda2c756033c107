#pragma once

#include "lorawan/paritymatrix.h"

#include <optional>
#include <vector>

namespace fuotadesk::lorawan {

// The numbers, 1..dataFragments in rising order, of the data fragments that none of the first
// codedFragments coded ones contains: a device that loses one of them cannot rebuild it. Nothing
// when the counts are not 1..16383 and 0..16383 - dataFragments.
std::optional<std::vector<int>> uncoveredFragments(Variant variant, int dataFragments,
                                                   int codedFragments);

} // namespace fuotadesk::lorawan
