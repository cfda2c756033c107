#pragma once

#include "base/call.h"
#include "base/worker.h"
#include "fuota/template.h"

namespace fuotadesk {

// The unfinished form: written a moment after each change, offered again after a crash or quit. One
// file of the template format. No token and no secret in it.
class DraftKeeper {
public:
    explicit DraftKeeper(QString file);

    // Nothing when there is none. A damaged file is reported once and set aside.
    CallOf<std::optional<Template>>* restore(QObject* owner);
    CallOf<void>* keep(const Template& value, QObject* owner);
    CallOf<void>* discard(QObject* owner);

private:
    QString m_file;
    Worker m_worker;
};

} // namespace fuotadesk
