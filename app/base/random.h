#pragma once

#include <QString>

namespace fuotadesk {

// The only source of chance, injected. unit() is in [0, 1); uuid() is a version 4 UUID without
// braces.
class RandomSource {
public:
    virtual ~RandomSource() = default;
    virtual double unit() = 0;
    virtual QString uuid() = 0;
};

class SystemRandom final : public RandomSource {
public:
    double unit() override;
    QString uuid() override;
};

} // namespace fuotadesk
