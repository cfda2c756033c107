#include "lorawan/fragmentencoder.h"

#include "lorawan/fragmentcount.h"

#include <bit>

namespace fuotadesk::lorawan {

namespace {

void addTo(std::span<std::uint8_t> sum, std::span<const std::uint8_t> fragment)
{
    for (std::size_t i = 0; i < sum.size(); ++i)
        sum[i] = static_cast<std::uint8_t>(sum[i] ^ fragment[i]);
}

} // namespace

std::optional<FragmentEncoder> FragmentEncoder::create(std::span<const std::uint8_t> image,
                                                       int fragmentSize, Variant variant)
{
    constexpr std::size_t Largest = MaximumFragments * MaximumFragmentBytes;
    if (image.empty() || image.size() > Largest || fragmentSize < 1
        || fragmentSize > MaximumFragmentBytes)
        return {};
    const auto count = countFragments(static_cast<std::int64_t>(image.size()), fragmentSize, 0);
    if (count.data > MaximumFragments)
        return {};
    FragmentEncoder encoder;
    encoder.m_variant = variant;
    encoder.m_dataFragments = static_cast<int>(count.data);
    encoder.m_fragmentSize = fragmentSize;
    encoder.m_padding = static_cast<int>(count.paddingBytes);
    encoder.m_padded.assign(image.begin(), image.end());
    encoder.m_padded.resize(static_cast<std::size_t>(count.data * fragmentSize));
    return encoder;
}

std::vector<std::uint8_t> FragmentEncoder::fragment(int number) const
{
    if (number < 1 || number > MaximumFragments)
        return {};
    if (number > m_dataFragments)
        return codedFragment(number - m_dataFragments);
    const auto bytes = dataFragment(number - 1);
    return {bytes.begin(), bytes.end()};
}

std::span<const std::uint8_t> FragmentEncoder::dataFragment(int index) const
{
    const auto size = static_cast<std::size_t>(m_fragmentSize);
    return std::span(m_padded).subspan(static_cast<std::size_t>(index) * size, size);
}

std::vector<std::uint8_t> FragmentEncoder::codedFragment(int codedNumber) const
{
    std::vector<std::uint64_t> row(rowWords(m_dataFragments));
    parityRow(m_variant, m_dataFragments, codedNumber, row);
    std::vector<std::uint8_t> sum(static_cast<std::size_t>(m_fragmentSize));
    for (std::size_t word = 0; word < row.size(); ++word) {
        for (std::uint64_t bits = row[word]; bits != 0; bits &= bits - 1)
            addTo(sum, dataFragment(static_cast<int>(word) * 64 + std::countr_zero(bits)));
    }
    return sum;
}

} // namespace fuotadesk::lorawan
