#pragma once

#include <QApplication>

namespace fuotadesk {

// While it lives, a second press within so many milliseconds belongs to the first.
class DoubleClickWithin {
public:
    explicit DoubleClickWithin(int ms) { QApplication::setDoubleClickInterval(ms); }
    ~DoubleClickWithin() { QApplication::setDoubleClickInterval(m_before); }
    DoubleClickWithin(const DoubleClickWithin&) = delete;
    DoubleClickWithin& operator=(const DoubleClickWithin&) = delete;

private:
    int m_before = QApplication::doubleClickInterval();
};

} // namespace fuotadesk
