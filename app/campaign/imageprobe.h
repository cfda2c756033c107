#pragma once

#include "base/call.h"
#include "base/worker.h"

namespace fuotadesk {

// The size of a firmware image on this machine, in bytes. Error: FileUnreadable (missing, no
// regular file, no right).
class ImageProbe {
public:
    CallOf<qint64>* size(const QString& file, QObject* owner);

private:
    Worker m_worker;
};

} // namespace fuotadesk
