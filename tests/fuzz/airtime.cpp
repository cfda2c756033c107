#include "fuzz/fuzz.h"

#include "lorawan/airtime.h"
#include "lorawan/dutycycle.h"
#include "lorawan/fragmentcount.h"
#include "lorawan/region.h"
#include "lorawan/sessiontimeout.h"

using namespace fuotadesk;
using namespace fuotadesk::lorawan;

namespace {

// Eight bytes a number, missing ones zero.
class Numbers {
public:
    Numbers(const uint8_t* data, size_t size) : m_data(data), m_size(size) { }

    std::int64_t next()
    {
        std::uint64_t value = 0;
        for (int i = 0; i < 8 && m_at < m_size; ++i)
            value |= std::uint64_t(m_data[m_at++]) << (8 * i);
        return static_cast<std::int64_t>(value);
    }
    int nextInt() { return static_cast<int>(next()); }

private:
    const uint8_t* m_data;
    size_t m_size;
    size_t m_at = 0;
};

DataRate anyRate(Numbers& numbers)
{
    DataRate rate;
    rate.modulation = numbers.next() % 2 == 0 ? Modulation::LoRa : Modulation::Fsk;
    rate.spreadingFactor = numbers.nextInt();
    rate.bandwidthKhz = numbers.nextInt();
    rate.bitsPerSecond = numbers.nextInt();
    rate.maximumPayload = numbers.nextInt();
    return rate;
}

// A rate of the tables, where it must have an air time, or one made up.
DataRate someRate(Numbers& numbers)
{
    const auto region = static_cast<std::uint64_t>(numbers.next());
    const auto index = numbers.nextInt();
    if (region >= regions().size())
        return anyRate(numbers);
    const DataRate* rate = findDataRate(regions()[region], index);
    if (!rate)
        return anyRate(numbers);
    mustHold(timeOnAir(*rate, 20).has_value());
    return *rate;
}

// Longer frames, and those with a CRC, take no less time.
void checkAirTime(const DataRate& rate, int bytes)
{
    const auto time = timeOnAir(rate, bytes);
    mustHold(!time || (bytes >= 1 && bytes <= 255 && *time > 0 && *time < 10'000'000));
    if (!time)
        return;
    mustHold(timeOnAir(rate, bytes, true).value() >= *time);
    if (bytes < 255)
        mustHold(timeOnAir(rate, bytes + 1).value() >= *time);
    const auto size = maximumFragmentSize(rate);
    mustHold(!size || *size >= 1);
}

// The interval keeps the limit, and a millisecond less breaks it.
void checkInterval(std::int64_t time, int permille)
{
    const auto interval = minimumInterval(time, permille);
    mustHold(interval.has_value() == (time >= 0 && permille >= 1 && permille <= 1000));
    if (!interval)
        return;
    mustHold(*interval >= 0 && *interval >= time / permille);
    mustHold(*interval == 0 || (*interval - 1) <= (time - 1) / permille);
    if (*interval > 0 && time < (std::int64_t(1) << 40))
        mustHold(dutyCyclePercent(time, *interval).value() <= permille / 10.0 * (1 + 1e-12));
}

void checkGateways(std::int64_t gateways, std::int64_t apart, std::int64_t time)
{
    const auto interval = minimumIntervalOver(gateways, apart, time);
    mustHold(!interval || (*interval >= apart && *interval >= time / 1000));
}

void checkTimeout(std::int64_t fragments, int periodicity, std::int64_t seconds)
{
    const auto slots = classBPingSlots(periodicity);
    const auto periods = classBTimeoutExponent(fragments, slots.value_or(periodicity));
    if (periods && slots)
        mustHold(((std::int64_t(1) << *periods) - 1) * *slots >= fragments);
    if (const auto exponent = classCTimeoutExponent(fragments, seconds)) {
        mustHold(*exponent >= 0 && *exponent <= 15);
        mustHold((std::int64_t(1) << *exponent) / seconds > fragments);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    Numbers numbers(data, size);
    const DataRate rate = someRate(numbers);
    const std::int64_t fragment = numbers.next();
    checkAirTime(rate, static_cast<int>(fragment));
    const auto time = fragmentTimeOnAir(rate, fragment);
    mustHold(!time || (fragment >= 1 && fragment <= MaximumFragmentBytes));
    const std::int64_t hz = numbers.next();
    for (const Region& region : regions())
        if (const auto* band = dutyCycleBandAt(region, hz))
            mustHold(minimumInterval(time.value_or(0), band->limitPermille).has_value());
    const int permille = numbers.nextInt();
    const std::int64_t duration = time.value_or(numbers.next());
    checkInterval(duration, permille);
    const std::int64_t count = numbers.next();
    const std::int64_t apart = numbers.next();
    checkGateways(count, apart, duration);
    checkTimeout(count, permille, apart);
    return 0;
}
