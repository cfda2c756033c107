#pragma once

#include "campaign/imageprobe.h"
#include "campaign/workbench.h"
#include "fuota/imagelocation.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace fuotadesk {

class FormRow;

// Which file goes where: the file and what is known of it, the name pattern of the template, and
// what it comes to, which can be changed for this once.
class UploadForm : public QWidget {
    Q_OBJECT

public:
    explicit UploadForm(const Workbench& bench, QWidget* parent = nullptr);

    // Another upload: the pattern is that of the draft on the desk. file may be empty.
    void begin(const QString& file);
    void setFile(const QString& file);
    void chooseFile();
    // One that is under way already.
    void showOrder(const QString& file, const ImageLocation& target);

    const QString& file() const { return m_file; }
    const std::optional<ImageFileFacts>& facts() const { return m_facts; }
    // Nothing while it is none that can be uploaded to; hint() says why.
    std::optional<ImageLocation> target() const;
    bool isReady() const;
    // The pattern to be kept in the template, where that is wanted.
    std::optional<QString> keptPattern() const;
    void selectTarget();

Q_SIGNALS:
    void changed();

private:
    void makeRows();
    QString typedFile() const;
    void takeTyped();
    void forgetOther();
    void takeFacts(const Result<ImageFileFacts>& facts);
    void followPattern();
    void showFacts();
    void showTarget();
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

    Workbench m_bench;
    QLineEdit* m_fileEdit;
    QPushButton* m_choose;
    QLabel* m_size;
    QLineEdit* m_sha256;
    QLabel* m_modified;
    QLineEdit* m_pattern;
    QCheckBox* m_keep;
    QLineEdit* m_target;
    FormRow* m_fileRow = nullptr;
    FormRow* m_targetRow = nullptr;
    QString m_file;
    std::optional<ImageFileFacts> m_facts;
    QPointer<Call> m_asked;
    QTimer m_readLater; // when typing rests
    QString m_expanded; // what the pattern came to
};

} // namespace fuotadesk
