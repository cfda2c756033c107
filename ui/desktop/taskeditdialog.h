#pragma once

#include "campaign/draftsheet.h"
#include "desktop/noticebar.h"
#include "fuota/fuotatask.h"
#include "iotwireless/taskchange.h"

#include <QDialog>

class QPushButton;

namespace fuotadesk {

class ImageProbe;
class SteadyLabel;
class TaskForm;

// The form of a task that was not started yet, with what an update can change; what it comes to
// stands below. It stays open after submitted() until its owner closes it or says why not.
class TaskEditDialog : public QDialog {
    Q_OBJECT

public:
    TaskEditDialog(const FuotaTask& task, ImageProbe& images, QWidget* parent = nullptr);
    ~TaskEditDialog() override;

    // It is being asked of the service.
    void setBusy(bool busy);
    // What came of it, in the dialog; the operator may go on.
    void refuse(Notice notice);

Q_SIGNALS:
    void submitted(const fuotadesk::TaskChange& change);

private:
    QWidget* makeForm();
    void followSheet();
    QString outcome() const;
    TaskChange change() const;
    void submit();

    TaskDraft m_before;
    DraftSheet m_sheet;
    TaskForm* m_form;
    NoticeBar* m_notice;
    SteadyLabel* m_outcome;
    QPushButton* m_save = nullptr;
    bool m_isBusy = false;
};

} // namespace fuotadesk
