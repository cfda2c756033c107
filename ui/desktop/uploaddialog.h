#pragma once

#include "campaign/workbench.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;

namespace fuotadesk {

class NoticeBar;
class SteadyLabel;
class UploadForm;

// Brings a file to S3. Closing it lets the upload go on; it shows the one upload of the program
// whenever it is opened. An object that is there is replaced only by its own button.
class UploadDialog : public QDialog {
    Q_OBJECT

public:
    UploadDialog(const Workbench& bench, QWidget* parent);
    ~UploadDialog() override;

    // Another upload, unless one is under way: that is shown then.
    void begin(const QString& file);
    // Whether the form has the image already; else a button offers it.
    void setUsed(bool isUsed);

    UploadForm* form() const { return m_form; }

Q_SIGNALS:
    void useWanted();
    void unfinishedWanted();

private:
    QLayout* makeProgress();
    QLayout* makeButtons();
    QPushButton* addButton(const QString& text);
    void start(bool replacing);
    void replace();
    void answer(int index);
    bool isOurs() const;
    void follow();
    void showProgress();
    void growToFit();
    void showFailure();
    void showTaken();

    Workbench m_bench;
    NoticeBar* m_notice;
    UploadForm* m_form;
    SteadyLabel* m_text = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_unfinished;
    QPushButton* m_start;
    QPushButton* m_pause;
    QPushButton* m_cancel;
    QPushButton* m_use;
    bool m_isUsed = false;
};

// In thousandths, as a progress bar has it.
void showUploadProgress(QProgressBar& bar, qint64 done, qint64 total);

} // namespace fuotadesk
