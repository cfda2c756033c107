#pragma once

#include "recovery/binomial.h"
#include "recovery/lossmodel.h"
#include "recovery/shuffle.h"

#include <cstdint>

namespace fuotadesk::recovery {

// Which fragments one device loses, trial by trial: first among the data fragments, then one by one
// among the coded ones. Where losses are independent, the number lost is spread evenly over its
// distribution within a block of trials, and the fragments are then drawn without repetition: each
// trial by itself is distributed as losing each fragment with that probability.
class LossSource {
public:
    // The model must be valid; dataFragments >= 0.
    LossSource(const LossModel& model, int dataFragments);

    void beginBlock();
    // The trial's place in its block, 0..blockTrials-1 in ascending order; how many were lost.
    int drawData(int trial, int blockTrials, RandomStream& random);
    // The data fragments of the trial drawn last, by index, in any order.
    std::span<const int> lost() const { return m_lost; }

    bool losesNextCoded(RandomStream& random)
    {
        return m_independent ? m_inGood.toss(random) : losesNext(random);
    }
    // Sends that many coded fragments, at most 64: a bit for each, by index, set where it was
    // received.
    std::uint64_t receiveBits(int count, RandomStream& random);
    // Sends coded fragments from index sent on, until enough have been received or all up to last
    // are sent: the first of received are then the indices of those received, as many as returned.
    std::size_t receiveCoded(int& sent, int last, std::size_t enough, std::vector<int>& received,
                             RandomStream& random);

private:
    int drawIndependent(double fraction, RandomStream& random);
    int drawBursts(RandomStream& random);
    std::size_t receiveIndependent(int& sent, int last, std::size_t enough, int* received,
                                   RandomStream& random) const;
    bool losesNext(RandomStream& random);

    bool m_independent;
    Coin m_inGood;
    Coin m_inBad;
    Coin m_goodToBad;
    Coin m_badToGood;
    Coin m_startsBad;
    Binomial m_counts;
    Shuffle m_fragments;
    std::span<const int> m_lost;
    std::vector<int> m_burstLost;
    bool m_bad = false;
    int m_count = 0; // lost, as the block has got to
    double m_below = 0; // the share of trials that lose fewer
};

} // namespace fuotadesk::recovery
