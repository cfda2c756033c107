#pragma once

#include "campaign/workbench.h"

#include <QObject>

namespace fuotadesk {

struct Alternative;
class PreviewPane;

// Between the draft on the desk and what is simulated for it: asks anew with every change, shows
// each answer in the preview, and takes over an alternative that is chosen there.
class TaskForecast : public QObject {
    Q_OBJECT

public:
    TaskForecast(const Workbench& bench, PreviewPane* preview, QObject* parent);

private:
    void ask();
    void show();
    void use(const Alternative& way);

    Workbench m_bench;
    PreviewPane* m_preview;
};

} // namespace fuotadesk
