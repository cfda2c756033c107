#include "recovery/simulateddevice.h"

#include "recovery/losssource.h"
#include "recovery/ranksolver.h"

#include <algorithm>

namespace fuotadesk::recovery {

namespace {

enum class Ending { Recovered, Corrupt, Unfinished };

// One reception by a device whose decoder has taken the session on.
class Reception {
public:
    Reception(const SimulatedDevice& device, const Transmission& session, RandomStream random)
        : m_device(device),
          m_session(session),
          m_random(random),
          m_losses(device.loss, session.dataFragments)
    {
        m_losses.beginBlock();
        m_lostCount = m_losses.drawData(0, 1, m_random);
    }

    int lostCount() const { return m_lostCount; }
    Ending ending();

private:
    Ending endingOverLimit();

    const SimulatedDevice& m_device;
    const Transmission& m_session;
    RandomStream m_random;
    LossSource m_losses;
    int m_lostCount = 0;
};

Ending Reception::endingOverLimit()
{
    for (int i = 0; i < m_session.redundantFragments && m_device.decoder.limit.falseDone; ++i) {
        if (!m_losses.losesNextCoded(m_random))
            return Ending::Corrupt;
    }
    return Ending::Unfinished;
}

// A decoder that reads the matrix differently finishes as well, with other bytes.
Ending Reception::ending()
{
    if (m_lostCount == 0)
        return Ending::Recovered;
    if (m_lostCount > m_device.decoder.limit.maximumLost)
        return endingOverLimit();
    const int data = m_session.dataFragments;
    const RecoveryMatrix expected(m_device.variant, data, m_session.redundantFragments);
    const RecoveryMatrix sent(m_session.variant, data, m_session.redundantFragments);
    const auto solver = makeRankSolver(expected, CodePath::Fastest);
    solver->begin(m_losses.lost());
    bool corrupt = false;
    for (int i = 0; i < m_session.redundantFragments; ++i) {
        if (m_losses.losesNextCoded(m_random))
            continue;
        corrupt |= !std::equal(sent.row(i), sent.row(i) + sent.words(), expected.row(i));
        if (solver->takeOne(i))
            return corrupt ? Ending::Corrupt : Ending::Recovered;
    }
    return Ending::Unfinished;
}

std::optional<DeviceStatus> refusal(const DecoderProfile& decoder, const Transmission& session)
{
    if (session.dataFragments > decoder.maximumFragments
        || session.fragmentBytes > decoder.maximumFragmentBytes)
        return DeviceStatus::NotEnoughMemory;
    if (session.fragmentBytes < decoder.minimumFragmentBytes
        || session.fragmentBytes % decoder.sizeMultiple != 0)
        return DeviceStatus::MemoryError;
    return {};
}

} // namespace

bool Transmission::isValid() const
{
    return dataFragments >= 1 && redundantFragments >= 0
        && dataFragments <= lorawan::MaximumFragments
        && redundantFragments <= lorawan::MaximumFragments - dataFragments && fragmentBytes >= 1;
}

std::optional<DeviceReport> SimulatedDevice::receive(const Transmission& session,
                                                     std::uint64_t attempt) const
{
    if (!session.isValid() || !loss.isValid() || decoder.sizeMultiple < 1
        || decoder.limit.maximumLost < 0)
        return {};
    if (const auto status = refusal(decoder, session))
        return DeviceReport{*status, session.dataFragments};
    Reception reception(*this, session, {seed, attempt});
    const int lost = reception.lostCount();
    switch (reception.ending()) {
    case Ending::Unfinished:
        return DeviceReport{DeviceStatus::MissingFragments, lost};
    case Ending::Corrupt:
        return DeviceReport{DeviceStatus::MicError, decoder.countsRecoveredAsMissing ? lost : 0};
    case Ending::Recovered:
        break;
    }
    const int missing =
        lost == 0 ? decoder.missingWhenComplete : (decoder.countsRecoveredAsMissing ? lost : 0);
    return DeviceReport{DeviceStatus::Successful, missing};
}

} // namespace fuotadesk::recovery
