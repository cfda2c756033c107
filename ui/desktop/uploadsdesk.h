#pragma once

#include "campaign/workbench.h"
#include "fuota/imagelocation.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QAction;
class QWidget;

namespace fuotadesk {

class NoticeStack;
class UploadBar;
class UploadDialog;
class UploadsDialog;
struct UploadRecord;

// The uploads of one window: their dialogs, the bar while the dialog is closed, what an earlier run
// left unfinished, and the way of an uploaded image into the draft on the desk.
class UploadsDesk : public QObject {
    Q_OBJECT

public:
    UploadsDesk(const Workbench& bench, NoticeStack* notices, QWidget* window);

    QAction* unfinishedAction() const { return m_unfinished; }
    QWidget* bar() const; // to be put into the window

    // For the draft on the desk, which takes the image when it still names the one of now. file:
    // empty where it is still to be chosen.
    void open(const QString& file);

Q_SIGNALS:
    // Somebody has asked for it: the draft on the desk names another image.
    void imageUsed();

private:
    UploadDialog* dialog();
    void openUnfinished();
    void takeUp(const UploadRecord& record);
    void follow();
    void takeDone();
    void use();
    void pressUse();
    void look();
    void tellUnfinished();
    bool eventFilter(QObject* watched, QEvent* event) override;

    Workbench m_bench;
    NoticeStack* m_notices;
    QWidget* m_window;
    QAction* m_unfinished;
    UploadBar* m_bar;
    QPointer<UploadDialog> m_dialog;
    QPointer<UploadsDialog> m_list;
    std::optional<QString> m_imageAtStart; // of the draft that waits for the upload
    QString m_toldOf; // connection whose unfinished uploads were told
    bool m_isDone = false;
};

} // namespace fuotadesk
