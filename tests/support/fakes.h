#pragma once

#include "base/clock.h"
#include "base/random.h"

#include <chrono>

namespace fuotadesk {

// Stands still until it is told to advance.
class FakeClock final : public Clock {
public:
    QDateTime now() const override { return m_now; }
    void set(const QDateTime& now) { m_now = now; }
    void advance(std::chrono::milliseconds by) { m_now = m_now.addMSecs(by.count()); }

private:
    QDateTime m_now = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
};

// Always the same unit(); uuids and bytes count up.
class FakeRandom final : public RandomSource {
public:
    double unit() override { return m_unit; }
    QString uuid() override;
    QByteArray unguessable(qsizetype bytes) override;
    void setUnit(double unit) { m_unit = unit; }

private:
    double m_unit = 0.5;
    int m_uuids = 0;
    char m_byte = 0;
};

} // namespace fuotadesk
