#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace fuotadesk {

// A part of the fleet that loses the same share of fragments; both 0..1. The shares of a fleet are
// taken in proportion to each other.
struct FleetShare {
    double share = 1;
    double loss = 0.1;

    friend bool operator==(const FleetShare&, const FleetShare&) = default;
};

// What the operator knows of a decoder that is none of the known ones: the most data fragments it
// holds, bytes of a fragment and lost data fragments; sizes must be a multiple.
struct OwnDecoder {
    int maximumFragments = 16383;
    int maximumFragmentBytes = 239;
    int maximumLost = 16383;
    int sizeMultiple = 1;

    friend bool operator==(const OwnDecoder&, const OwnDecoder&) = default;
};

// What the preview assumes of devices and radio, and where the task leaves a value to the service.
// Saved with a template, never sent.
struct Planning {
    int dataRate = 3; // DR0..15 of the RF region
    qint64 fragmentSizeBytes = 112;
    qint64 redundancyPercent = 20;
    qint64 fragmentIntervalMs = 7000;
    double loss = 0.1; // 0..1 of all fragments, at one device
    double burstFragments = 1; // mean length of a burst of losses; 1: independent losses
    int gateways = 1; // that send one after the other
    int transmissionIntervalMs = 0; // between them, 0..60000 (ParticipatingGateways)
    bool classB = false; // else class C
    QString variant = QStringLiteral("v1"); // v1, v2, v2_text: how the sender reads TS004
    QString decoder = QStringLiteral("ideal"); // a known one, or "own"
    OwnDecoder ownDecoder;
    int devices = 100;
    QList<FleetShare> fleet; // empty: all devices lose `loss`
    double target = 0.999; // share of devices that should succeed, 0..1
    std::optional<QDateTime> startAt;

    friend bool operator==(const Planning&, const Planning&) = default;
};

} // namespace fuotadesk
