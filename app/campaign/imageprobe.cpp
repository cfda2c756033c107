#include "campaign/imageprobe.h"

#include <QFileInfo>

namespace fuotadesk {

CallOf<qint64>* ImageProbe::size(const QString& file, QObject* owner)
{
    return m_worker.run<qint64>(owner, [file]() -> Result<qint64> {
        const QFileInfo info(file);
        if (!info.isFile() || !info.isReadable())
            return failure(ErrorKind::FileUnreadable, {}, file);
        return info.size();
    });
}

} // namespace fuotadesk
