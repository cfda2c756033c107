#include "fuzz/fuzz.h"

#include "recovery/losssweep.h"
#include "recovery/recoverysimulation.h"
#include "recovery/simulateddevice.h"

#include <cstring>

using namespace fuotadesk;
using namespace fuotadesk::recovery;
using lorawan::Variant;

namespace {

const std::atomic<bool> NotCancelled = false;

// Numbers of any value, NaN and infinity among them; zeros once the bytes have run out.
class Bytes {
public:
    Bytes(const uint8_t* data, size_t size) : m_data(data), m_left(size) { }

    template <typename Number>
    Number next()
    {
        Number number{};
        const size_t size = std::min(sizeof number, m_left);
        if (size > 0)
            std::memcpy(&number, m_data, size);
        m_data += size;
        m_left -= size;
        return number;
    }
    // Any double, but mostly one that is a probability.
    double probability()
    {
        return next<std::uint8_t>() % 8 == 0 ? next<double>() : next<std::uint16_t>() / 65535.0;
    }
    // Any int, but mostly a small one.
    int count() { return next<std::uint8_t>() % 8 == 0 ? next<int>() : next<std::uint8_t>() % 26; }

private:
    const uint8_t* m_data;
    size_t m_left;
};

void mustBeChance(const RecoveryChance& chance)
{
    for (const Chance& each : {chance.recovered, chance.falseDone}) {
        mustHold(each.probability >= 0 && each.probability <= 1);
        mustHold(each.standardError >= 0 && each.standardError <= 1);
    }
    mustHold(chance.recovered.probability + chance.falseDone.probability <= 1 + 1e-9
             || chance.recovered.standardError > 0.01);
}

LossModel lossModel(Bytes& bytes)
{
    if (bytes.next<std::uint8_t>() % 2 == 0)
        return LossModel::independent(bytes.probability());
    return {bytes.probability(), bytes.probability(), bytes.probability(), bytes.probability()};
}

// Large codes are left to the tests: one of their trials takes longer than a thousand of these.
bool isSmall(int dataFragments, int redundantFragments)
{
    return dataFragments < 26 && redundantFragments < 26;
}

void simulate(const RecoveryQuestion& question)
{
    if (question.isValid() && !isSmall(question.dataFragments, question.redundantFragments))
        return;
    const RecoveryTally tally = RecoverySimulation(question).run({1, 0, 1}, NotCancelled);
    mustHold(tally.trials == (question.isValid() ? RecoverySimulation::BlockTrials : 0));
    double before = 0;
    for (const RecoveryChance& chance : tally.curve()) {
        mustBeChance(chance);
        mustHold(chance.recovered.probability >= before);
        before = chance.recovered.probability;
    }
    if (!question.isValid())
        mustHold(tally.at(question.redundantFragments) == RecoveryChance());
    else if (question.redundantFragments % 4 == 0)
        mustHold(tally
                 == RecoverySimulation(question, CodePath::Portable).run({1, 0, 1}, NotCancelled));
}

void sweep(const LossQuestion& question, const DecoderLimit& decoder, double loss)
{
    if (question.isValid() && !isSmall(question.dataFragments, question.redundantFragments))
        return;
    const LossSweep trials(question);
    LossTally tally = trials.run({1, 0, 1}, NotCancelled);
    mustHold(tally.trials() == trials.blockTrials());
    mustBeChance(tally.at(loss, decoder));
    tally.add(LossTally(tally));
    mustHold(tally.trials() == 2 * trials.blockTrials());
    mustBeChance(tally.at(loss, decoder));
}

void receive(const SimulatedDevice& device, const Transmission& session)
{
    const auto report = device.receive(session);
    mustHold(report.has_value() == (session.isValid() && device.loss.isValid()));
    if (report)
        mustHold(report->missingFragments >= 0
                 && report->missingFragments <= session.dataFragments);
}

} // namespace

// No question brings the simulation down, and every answer is one.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    Bytes bytes(data, size);
    const auto variant = static_cast<Variant>(bytes.next<std::uint8_t>() % 3);
    const int dataFragments = bytes.count();
    const int redundantFragments = bytes.count();
    const DecoderLimit decoder{bytes.count(), bytes.next<std::uint8_t>() % 2 == 0};
    const LossModel loss = lossModel(bytes);
    simulate({variant, dataFragments, redundantFragments, loss, decoder});
    const double least = bytes.probability();
    const double most = bytes.probability();
    sweep({variant, dataFragments, redundantFragments, least, most}, decoder, bytes.probability());
    const Transmission session{variant, dataFragments, redundantFragments, bytes.count()};
    if (!session.isValid() || isSmall(dataFragments, redundantFragments)) {
        const auto profiles = decoderProfiles();
        receive({loss, profiles[bytes.next<std::uint8_t>() % profiles.size()], Variant::V1, 1},
                session);
    }
    return 0;
}
