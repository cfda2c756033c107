#pragma once

#include <QWidget>

class QAction;
class QLineEdit;
class QPushButton;

namespace fuotadesk {

class NoticeBar;

// Where the firmware image lies: typed, pasted - an https address of S3 or an ARN becomes s3://… -,
// chosen in S3 or uploaded. A line of its own says that the image has changed; another offers to
// upload a file that was dropped. Nothing is sent without a press.
class ImageEdit : public QWidget {
    Q_OBJECT

public:
    explicit ImageEdit(QWidget* parent = nullptr);

    QLineEdit* line() const { return m_line; }
    QPushButton* browseButton() const { return m_browse; }
    QPushButton* uploadButton() const { return m_upload; }

    // Where nothing can be chosen or uploaded.
    void showLineOnly();
    void offerUpload(const QString& file);
    // Empty: it has not.
    void showChanged(const QString& text);

Q_SIGNALS:
    void textChanged(const QString& text);
    // The field was left, or Return was pressed in it.
    void left();
    void browseWanted();
    // file: empty where it is still to be chosen.
    void uploadWanted(const QString& file);
    void newOneAccepted();

private:
    void understand();
    QPushButton* addButton(const QString& text, const QString& toolTip);

    QLineEdit* m_line;
    QPushButton* m_browse;
    QPushButton* m_upload;
    NoticeBar* m_changed;
    NoticeBar* m_offer;
    QString m_pasted; // the last text that was understood as an S3 address
    QString m_dropped; // the file on offer
};

} // namespace fuotadesk
