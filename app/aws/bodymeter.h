#pragma once

#include <QObject>

namespace fuotadesk {

// Tells how many bytes of a request's body have left the program. It begins at 0 again when the
// request is sent again.
class BodyMeter : public QObject {
    Q_OBJECT

Q_SIGNALS:
    void sent(qint64 bytes);
};

} // namespace fuotadesk
