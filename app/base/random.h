#pragma once

#include <QByteArray>
#include <QString>

namespace fuotadesk {

// The only source of chance, injected. unit() is in [0, 1), and can be guessed by who has seen
// enough of it; uuid() is a version 4 UUID without braces. What nobody may guess is made of
// unguessable(): so many bytes of the operating system's own source.
class RandomSource {
public:
    virtual ~RandomSource() = default;
    virtual double unit() = 0;
    virtual QString uuid() = 0;
    virtual QByteArray unguessable(qsizetype bytes) = 0;
};

class SystemRandom final : public RandomSource {
public:
    double unit() override;
    QString uuid() override;
    QByteArray unguessable(qsizetype bytes) override;
};

} // namespace fuotadesk
