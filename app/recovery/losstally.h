#pragma once

#include "recovery/decoderprofile.h"
#include "recovery/recoverychance.h"

#include <vector>

namespace fuotadesk::recovery {

// A range of numbers of lost data fragments, sampled together, and how the trials in it ended.
struct LossStratum {
    // So many trials lost that many data fragments and, the coded fragments taken in a random
    // order, recovered with exactly that many of them (Never: not with all).
    struct Outcome {
        static constexpr int Never = -1;

        int lost = 0;
        int needed = Never;
        std::int64_t trials = 0;

        friend bool operator==(const Outcome&, const Outcome&) = default;
    };

    int firstLost = 0;
    int lastLost = 0;
    std::int64_t trials = 0;
    std::vector<Outcome> outcomes; // in the order of lost and needed

    void count(const Outcome& outcome);
    friend bool operator==(const LossStratum&, const LossStratum&) = default;
};

// What some trials of a LossSweep came to; parts add up to the same in any order. It answers for
// every rate of independent loss and every decoder, without bias: given how many data and how many
// coded fragments arrive, each choice of them is as likely as any other, whatever the rate. So
//   P(p) = sum over lost L of Bin(M, p, L) * mean over trials of P(Bin(R, 1-p) >= needed).
struct LossTally {
    int dataFragments = 0;
    int redundantFragments = 0;
    std::vector<LossStratum> strata; // beyond the last one nothing is ever recovered
    int firstLost = 0; // outside of these nothing is known
    int lastLost = 0;

    std::int64_t trials() const;
    void add(const LossTally& part);

    // loss 0..1 and decoder.maximumLost >= 0, else 0 +- 1. The standard error is that of stratified
    // sampling, each stratum with one success and one failure added, and what the sweep left out on
    // top.
    RecoveryChance at(double loss, const DecoderLimit& decoder) const;
    std::vector<RecoveryChance> curve(const std::vector<double>& losses,
                                      const DecoderLimit& decoder) const;

    friend bool operator==(const LossTally&, const LossTally&) = default;
};

} // namespace fuotadesk::recovery
