#pragma once

#include "store/draftkeeper.h"

#include <QObject>
#include <QTimer>

namespace fuotadesk {

class DraftSheet;

// Keeps the unfinished form on disk, half a second after the last change, so that a crash or quit
// loses nothing. An unmodified sheet leaves no file.
class UnfinishedDraft : public QObject {
    Q_OBJECT

public:
    UnfinishedDraft(DraftSheet& sheet, DraftKeeper& keeper, QObject* parent = nullptr);

    // What an earlier run left; keeping starts with this answer, so that nothing is overwritten
    // before.
    CallOf<std::optional<Template>>* restore(QObject* owner);
    // Writes now what is still waiting: on quit.
    void flush();
    // The draft was created, saved or thrown away; settles when nothing of it can come back.
    CallOf<void>* discard();

private:
    void keep();

    DraftSheet& m_sheet;
    DraftKeeper& m_keeper;
    QTimer m_delay;
    bool m_keeping = false;
};

} // namespace fuotadesk
