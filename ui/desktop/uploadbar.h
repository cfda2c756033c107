#pragma once

#include <QFrame>

class QLabel;
class QProgressBar;

namespace fuotadesk {

class ImageUpload;

// How far an upload is whose dialog was closed, with a button that opens it again. One that failed
// stays until it is gone on with, or, where that can not be, until the dialog has told why.
class UploadBar : public QFrame {
    Q_OBJECT

public:
    explicit UploadBar(const ImageUpload& upload, QWidget* parent = nullptr);

    // While the dialog is in sight the bar is not.
    void setDialogInSight(bool inSight);

Q_SIGNALS:
    void dialogWanted();

private:
    void follow();
    bool isWanted() const;

    const ImageUpload& m_upload;
    QLabel* m_text;
    QProgressBar* m_progress;
    bool m_isDialogInSight = false;
    bool m_isFailureTold = false;
};

} // namespace fuotadesk
