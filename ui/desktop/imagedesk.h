#pragma once

#include "aws/s3/s3values.h"
#include "campaign/workbench.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QAction;

namespace fuotadesk {

class BrowseDialog;
class TaskForm;

// Between the image that the draft names and what S3 knows of it: looks when the field was left and
// when another task lies on the desk, and takes the size and the ETag from there. The ETag of a
// template stays as it was saved until the operator accepts another one, by its button or by
// saving.
class ImageDesk : public QObject {
    Q_OBJECT

public:
    // Dialogs open over form.
    ImageDesk(const Workbench& bench, TaskForm* form, QObject* parent);

    QAction* browseAction() const { return m_browse; }
    QAction* uploadAction() const { return m_upload; }

    // Another task lies on the desk.
    void takeOpened();
    // The image in S3 is the one that is meant, changed or not.
    void acceptNewOne();
    void browse();

Q_SIGNALS:
    // file: empty where it is still to be chosen.
    void uploadWanted(const QString& file);

private:
    void look();
    void followDraft();
    void followLook();
    void takeFacts(const S3ObjectFacts& facts);
    void useImage(const QString& uri);
    void showLook();
    void showChange();
    const S3ObjectFacts* facts() const; // of the draft's image; null: not found, or not yet

    Workbench m_bench;
    TaskForm* m_form;
    QAction* m_browse;
    QAction* m_upload;
    QPointer<BrowseDialog> m_dialog;
    QString m_uri; // of the draft when it was last looked at
    QString m_eTag;
    QTimer m_showAge;
};

} // namespace fuotadesk
