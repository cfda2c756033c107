#pragma once

#include <QDateTime>

namespace fuotadesk {

// The only source of the present time; made in main.cpp and handed down. UTC.
class Clock {
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const = 0;
};

class SystemClock final : public Clock {
public:
    QDateTime now() const override;
};

} // namespace fuotadesk
