#pragma once

#include <QWidget>

#include <optional>

class QLineEdit;
class QPushButton;

namespace fuotadesk {

// The descriptor as base64, as it is sent, and as hex beside it; either can be edited and the other
// follows. A paste of the other form ("0x00020401", "00 02 04 01", base64) is understood in both.
// Text that is not base64 stays as it was typed: the findings tell. A dialog makes it of a firmware
// version.
class DescriptorEdit : public QWidget {
    Q_OBJECT

public:
    explicit DescriptorEdit(QWidget* parent = nullptr);

    // As it would be sent; nothing when empty.
    std::optional<QString> descriptor() const;
    void setDescriptor(const std::optional<QString>& base64);

    QLineEdit* base64Edit() const { return m_base64; }
    QLineEdit* hexEdit() const { return m_hex; }
    QPushButton* versionButton() const { return m_version; }

Q_SIGNALS:
    void descriptorChanged();

private:
    void followBase64();
    void followHex();
    void showHex();
    void askForVersion();

    QLineEdit* m_base64;
    QLineEdit* m_hex;
    QPushButton* m_version;
};

} // namespace fuotadesk
