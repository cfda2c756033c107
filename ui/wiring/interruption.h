#pragma once

#include <QObject>

namespace fuotadesk {

// Turns Ctrl+C and a polite kill (SIGINT, SIGTERM) into an orderly end. One per process.
class Interruption : public QObject {
    Q_OBJECT

public:
    Interruption();
    ~Interruption() override;

Q_SIGNALS:
    void happened();
};

} // namespace fuotadesk
