#include "lorawan/region.h"

#include "lorawan/regiondata.h"

#include <algorithm>
#include <array>

namespace fuotadesk::lorawan {

namespace {

using namespace regiondata;

constexpr std::array Regions = {
    Region{"EU868", fixed(869'525'000, 0), fixed(869'525'000, 3), fixed(869'525'000, 3), Eu868Rates,
           Eu868Bands},
    Region{"US915", fixed(923'300'000, 8), hopping(923'300'000, 8), hopping(923'300'000, 8),
           Us915Rates, Us915Bands},
    Region{"AU915", fixed(923'300'000, 8), hopping(923'300'000, 8), hopping(923'300'000, 8),
           Au915Rates, Au915Bands},
    Region{"AS923-1", fixed(923'200'000, 2), fixed(923'400'000, 3), fixed(923'400'000, 3),
           As923Rates, As923Group1Bands, true},
    Region{"AS923-2", fixed(921'400'000, 2), fixed(921'600'000, 3), fixed(921'600'000, 3),
           As923Rates, As923Group2Bands, true},
    Region{"AS923-3", fixed(916'600'000, 2), fixed(916'800'000, 3), fixed(916'800'000, 3),
           As923Rates, As923Group3Bands, true},
    Region{"AS923-4", fixed(917'300'000, 2), fixed(917'500'000, 3), fixed(917'500'000, 3),
           As923Rates, As923Group4Bands, true},
    Region{"EU433", fixed(434'665'000, 0), fixed(434'665'000, 3), disputed(fixed(434'665'000, 3)),
           EuropeanRates, Eu433Bands},
    Region{"CN470", disputed(unknown(1)), unknown(2), unknown(2), Cn470Rates, Cn470Bands},
    Region{"CN779", fixed(786'000'000, 0), fixed(785'000'000, 3), fixed(785'000'000, 3),
           EuropeanRates, Cn779Bands},
    Region{"RU864", fixed(869'100'000, 0), fixed(868'900'000, 3), fixed(869'100'000, 3),
           EuropeanRates, Ru864Bands},
    Region{"KR920", fixed(921'900'000, 0), fixed(923'100'000, 3), fixed(923'100'000, 3), Kr920Rates,
           Kr920Bands},
    Region{"IN865", fixed(866'550'000, 2), fixed(866'550'000, 4), disputed(fixed(866'550'000, 4)),
           In865Rates, In865Bands},
};

} // namespace

std::span<const Region> regions()
{
    return Regions;
}

const Region* findRegion(std::string_view name)
{
    const auto found = std::ranges::find(Regions, name, &Region::name);
    return found == Regions.end() ? nullptr : &*found;
}

const DataRate* findDataRate(const Region& region, int index)
{
    const auto found = std::ranges::find(region.dataRates, index, &DataRate::index);
    return found == region.dataRates.end() ? nullptr : &*found;
}

const DutyCycleBand* dutyCycleBandAt(const Region& region, std::int64_t frequencyHz)
{
    const DutyCycleBand* strictest = nullptr;
    for (const DutyCycleBand& band : region.dutyCycleBands) {
        const bool holds = band.minimumHz <= frequencyHz && frequencyHz <= band.maximumHz;
        if (holds && (!strictest || band.limitPermille < strictest->limitPermille))
            strictest = &band;
    }
    return strictest;
}

bool disputed(const Region& region)
{
    return region.rx2.disputed || region.pingSlot.disputed || region.beacon.disputed
        || std::ranges::any_of(region.dataRates, &DataRate::disputed)
        || std::ranges::any_of(region.dutyCycleBands, &DutyCycleBand::disputed);
}

} // namespace fuotadesk::lorawan
