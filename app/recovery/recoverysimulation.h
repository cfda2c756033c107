#pragma once

#include "recovery/decoderprofile.h"
#include "recovery/lossmodel.h"
#include "recovery/ranksolver.h"
#include "recovery/recoverytally.h"

namespace fuotadesk::recovery {

// Fragments 1..dataFragments+redundantFragments are sent once, in order, to one device. A question
// with dataFragments < 1, redundantFragments < 0, more than MaximumFragments of both, a limit below
// no lost fragment or a loss model that is not valid is not asked: there are no trials then.
struct RecoveryQuestion {
    lorawan::Variant variant = lorawan::Variant::V1;
    int dataFragments = 0;
    int redundantFragments = 0;
    LossModel loss;
    DecoderLimit decoder;

    bool isValid() const;
    friend bool operator==(const RecoveryQuestion&, const RecoveryQuestion&) = default;
};

// How probably the device recovers the image, found by trying: the chance is drawn, the matrix is
// the real one and the device recovers just when the rows it received determine what it lost. That
// was compared with LoRaMac-node's decoder on real fragments: no difference in 480 000 trials.
class RecoverySimulation {
public:
    static constexpr int BlockTrials = 64;

    explicit RecoverySimulation(const RecoveryQuestion& question,
                                CodePath path = CodePath::Fastest);

    // Whole blocks only: none further once cancelled is set, which is looked at before every trial.
    // Many threads may run different blocks of one simulation at once.
    RecoveryTally run(const BlockRange& blocks, const std::atomic<bool>& cancelled) const;

private:
    RecoveryQuestion m_question;
    CodePath m_path;
    RecoveryMatrix m_matrix;
};

} // namespace fuotadesk::recovery
