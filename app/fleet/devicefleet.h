#pragma once

#include "fuota/taskdraft.h"
#include "recovery/simulateddevice.h"

#include <optional>
#include <span>

namespace fuotadesk {

// What is the matter with a device of the fleet: each way AWS knows in which an update fails, one
// kind each.
enum class DeviceKind {
    Fit,
    NoPorts, // made without FPorts for FUOTA
    ClassA, // of a profile without class B and C
    Personalized, // activated by personalization (ABP)
    OtherRegion, // US915; the others are EU868
    NeverSeen, // has not sent a thing
    HeldElsewhere, // another FUOTA task holds it
    OtherAlgorithm, // knows another code for fragments
    SessionsTaken, // all its four fragmentation sessions are in use
    PicksDescriptor, // takes only descriptors of its product
    CountsBehind, // takes every other session for one it has had
    SmallMemory, // LoRaMac-node as it comes
    FlashPages, // Zephyr as it comes: fragments must be a multiple of 8 bytes
    OtherMatrix, // decodes as TS004-2.0.0
    PoorReception, // loses every third fragment
};

enum class DeviceClass { A, B, C };

// One device. Everything about it follows from its number.
struct FleetDevice {
    int index = 0;
    DeviceKind kind = DeviceKind::Fit;

    QString id() const;
    QString name() const; // of the thing too: "meter-00001"
    QString devEui() const;
    QString rfRegion() const;
    DeviceClass deviceClass() const;
    QList<Tag> tags() const; // that it came with
    // How it receives fragments.
    recovery::SimulatedDevice radio() const;
};

// The devices of the account, made up as they are asked for: 100 000 take no more room than one.
// The first 24 have every kind among them; of the others one in 40 is not fit.
class DeviceFleet {
public:
    static constexpr int DefaultSize = 24;
    static constexpr int MostDevices = 100'000;

    // 0 to MostDevices.
    void resize(int size) { m_size = size; }
    int size() const { return m_size; }
    static FleetDevice at(int index);

    std::optional<int> findId(const QString& id) const;
    std::optional<int> findDevEui(const QString& devEui) const; // any case
    std::optional<int> findThing(const QString& name) const;

private:
    std::optional<int> known(std::optional<int> index) const;

    int m_size = DefaultSize;
};

} // namespace fuotadesk
