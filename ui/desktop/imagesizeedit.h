#pragma once

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace fuotadesk {

class ImageProbe;
class NumberBox;

// The size of the firmware image in bytes, typed or taken from a file on this machine. Only the
// size is read; the file itself goes nowhere.
class ImageSizeEdit : public QWidget {
    Q_OBJECT

public:
    explicit ImageSizeEdit(ImageProbe& images, QWidget* parent = nullptr);

    std::optional<qint64> size() const;
    void setSize(std::optional<qint64> bytes);
    // Asks for the file's size; the last asked one wins.
    void takeFrom(const QString& file);
    void chooseFile();

    NumberBox* box() const { return m_box; }
    QPushButton* fileButton() const { return m_fileButton; }

Q_SIGNALS:
    void sizeChanged();

private:
    void showKibibytes();

    ImageProbe& m_images;
    NumberBox* m_box;
    QLabel* m_note;
    QPushButton* m_fileButton;
    QString m_file; // that the size was taken from
    int m_generation = 0;
};

} // namespace fuotadesk
