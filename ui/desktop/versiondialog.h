#pragma once

#include "fuota/descriptor.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace fuotadesk {

// A descriptor made of a firmware version: its four numbers, or the whole as "2.4.1" or
// "0x00020401"; what it comes to stands below in every form.
class VersionDialog : public QDialog {
    Q_OBJECT

public:
    // present: the descriptor of now; begins at zero where that is no version.
    VersionDialog(const QByteArray& present, QWidget* parent);

    void accept() override;

Q_SIGNALS:
    void descriptorChosen(const QByteArray& bytes);

private:
    QWidget* makeNumbers();
    void followText();
    void followNumbers();
    void showVersion();

    QLineEdit* m_text;
    std::array<QSpinBox*, DescriptorFieldBytes> m_numbers{};
    QLabel* m_hint;
    QLineEdit* m_hex;
    QLineEdit* m_base64;
    QPushButton* m_use = nullptr;
    DescriptorVersion m_version{};
};

} // namespace fuotadesk
