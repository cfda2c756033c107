#pragma once

namespace fuotadesk::recovery {

// How fragments get lost on their way to one device: the Gilbert-Elliott chain (Bell System
// Technical Journal 39 and 42). Before each fragment the channel may change between good and bad;
// it starts in its long-run state. All four are probabilities, 0..1.
struct LossModel {
    double goodToBad = 0;
    double badToGood = 1;
    double lossInGood = 0;
    double lossInBad = 0;

    static LossModel independent(double loss);
    // Bursts in which everything is lost: meanLoss 0..1 of all fragments, in runs of
    // meanBurstFragments >= 1 on average. Not every pair exists: isValid() tells.
    static LossModel bursts(double meanLoss, double meanBurstFragments);

    // False for what is no probability (NaN too) and for a chain without a long-run state.
    bool isValid() const;
    // Whether each fragment is lost without regard to the others.
    bool isIndependent() const;
    double badShare() const; // of the time, in the long run
    double meanLoss() const;

    friend bool operator==(const LossModel&, const LossModel&) = default;
};

} // namespace fuotadesk::recovery
