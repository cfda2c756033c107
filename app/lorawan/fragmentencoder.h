#pragma once

#include "lorawan/paritymatrix.h"

#include <optional>
#include <vector>

namespace fuotadesk::lorawan {

// Cuts an image and codes it as TS004 sends it. Fragments are numbered as on air: 1..M are the
// image itself, the last one filled up with zero bytes; those above M are sums (xor) of the ones in
// their row of the parity matrix. Holds a copy of the image; a coded fragment is worked out when
// asked for.
class FragmentEncoder {
public:
    // Nothing when the image is empty, fragmentSize is not 1..239, or there are more than 16383.
    static std::optional<FragmentEncoder> create(std::span<const std::uint8_t> image,
                                                 int fragmentSize, Variant variant);

    int dataFragments() const { return m_dataFragments; }
    int fragmentSize() const { return m_fragmentSize; }
    // Zero bytes at the end of the last data fragment.
    int padding() const { return m_padding; }

    // fragmentSize bytes; empty when number is not 1..16383.
    std::vector<std::uint8_t> fragment(int number) const;

private:
    FragmentEncoder() = default;
    std::span<const std::uint8_t> dataFragment(int index) const;
    std::vector<std::uint8_t> codedFragment(int codedNumber) const;

    Variant m_variant = Variant::V1;
    int m_dataFragments = 0;
    int m_fragmentSize = 0;
    int m_padding = 0;
    std::vector<std::uint8_t> m_padded;
};

} // namespace fuotadesk::lorawan
